import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FaultPlan, faultFor } from './faultyPortal.js';

const plan: FaultPlan = { seed: 7, shares: { reset: 0.3, unavailable: 0.3 }, faultsPerUrl: 3 };

describe('the faults of the test portal', () => {
  it('are the same for the same seed, URL and visit', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.nat(5), (target, visit) => {
        const [first, again] = [0, 1].map(() => faultFor(plan, target, visit));
        expect(again).toBe(first);
      }),
    );
  });

  it('end after so many visits of a URL', () => {
    fc.assert(fc.property(fc.webPath(), fc.integer({ min: 3, max: 50 }), (target, visit) => faultFor(plan, target, visit) === null));
  });

  it('come in about their shares', () => {
    const drawn = Array.from({ length: 2000 }, (_, index) => faultFor(plan, `/${index}`, 0));
    const share = drawn.filter((fault) => fault === 'reset').length / drawn.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.35);
  });
});
