import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive, sha256Of } from '../../src/archive/index.js';

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-archive-'));
  archive = await openArchive(folder);
});
afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

describe('originals', () => {
  it('gives back the bytes that were stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const { sha256 } = await archive.originals.store(bytes);
        expect(Buffer.compare(await archive.originals.read(sha256), bytes)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps bytes under the first two digits of their sha256', async () => {
    const { sha256 } = await archive.originals.store(Buffer.from('预算'));
    expect(archive.originals.pathOf(sha256)).toBe(path.join(folder, 'originals', sha256.slice(0, 2), sha256.slice(2)));
  });

  it('keeps the same bytes once', async () => {
    const added = [];
    for (let i = 0; i < 2; i++) added.push((await archive.originals.store(Buffer.from('预算'))).added);
    expect(added).toEqual([true, false]);
  });

  it('keeps bytes once that are stored twice at the same time', async () => {
    const bytes = Buffer.alloc(1_000_000, 7);
    await Promise.all([1, 2, 3].map(() => archive.originals.store(bytes)));
    await archive.originals.flush();
    const files = await readdir(path.join(folder, 'originals'), { recursive: true });
    expect(files.sort()).toEqual([sha256Of(bytes).slice(0, 2), path.join(sha256Of(bytes).slice(0, 2), sha256Of(bytes).slice(2))].sort());
  });

  it('refuses to give bytes that have changed on the disk', async () => {
    const { sha256 } = await archive.originals.store(Buffer.from('1000.00'));
    await archive.originals.flush();
    await writeFile(archive.originals.pathOf(sha256), '9000.00');
    await expect(archive.originals.read(sha256)).rejects.toThrow('is damaged');
  });

  it('makes no path of anything but a sha256', () => {
    expect(() => archive.originals.pathOf('../../etc/passwd')).toThrow('no sha256');
  });

  it('sweeps away what a killed process left half written', async () => {
    await writeFile(path.join(folder, 'originals', '.abc.half'), 'half');
    await archive.originals.sweep();
    expect(await readdir(path.join(folder, 'originals'))).toEqual([]);
  });
});
