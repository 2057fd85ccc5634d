import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StateLocked } from '../../src/pipeline/index.js';
import { fixedCaptureTime } from '../../src/pipeline/sourceDateEpoch.js';
import { lockState } from '../../src/pipeline/stateLock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-lock-'));
});
afterEach(async () => rm(folder, { recursive: true }));

describe('the lock of a state folder', () => {
  it('is held by one run only', () => {
    const unlock = lockState(folder);
    expect(() => lockState(folder)).toThrow(StateLocked);
    unlock();
  });

  it('can be taken again when it is free', () => {
    lockState(folder)();
    expect(() => lockState(folder)()).not.toThrow();
  });
});

describe('the published time of a fetch', () => {
  it('is the time of the fetch', () => {
    expect(fixedCaptureTime({})('2024-02-01T08:00:00.000Z')).toBe('2024-02-01T08:00:00.000Z');
  });

  it('is that of SOURCE_DATE_EPOCH where it is set', () => {
    expect(fixedCaptureTime({ SOURCE_DATE_EPOCH: '1700000000' })('2024-02-01T08:00:00.000Z')).toBe('2023-11-14T22:13:20.000Z');
  });

  it('is refused where SOURCE_DATE_EPOCH is no number of seconds', () => {
    expect(() => fixedCaptureTime({ SOURCE_DATE_EPOCH: 'yesterday' })).toThrow('expected seconds since 1970');
  });
});
