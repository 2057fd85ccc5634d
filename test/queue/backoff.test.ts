import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffDelay } from '../../src/queue/backoff.js';

const SETTINGS = { backoffMs: 1_000, maxBackoffMs: 60_000, seed: 's' };

describe('the wait before a retry', () => {
  it('lies between half of the doubled wait and all of it, and under the cap', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (key, failures) => {
        const full = Math.min(60_000, 1_000 * 2 ** (failures - 1));
        const wait = backoffDelay(SETTINGS, key, failures);
        expect(wait).toBeGreaterThanOrEqual(full / 2);
        expect(wait).toBeLessThanOrEqual(full);
      }),
    );
  });

  it('is the same for the same seed, key and failures', () => {
    expect(backoffDelay(SETTINGS, 'a', 2)).toBe(backoffDelay({ ...SETTINGS }, 'a', 2));
  });

  it('differs between jobs, so that they do not all come back at once', () => {
    const waits = new Set(Array.from({ length: 50 }, (_, index) => backoffDelay(SETTINGS, `job ${index}`, 1)));
    expect(waits.size).toBeGreaterThan(40);
  });
});
