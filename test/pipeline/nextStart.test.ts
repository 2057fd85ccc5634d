import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStart } from '../../src/pipeline/nextStart.js';

const NIGHTLY = { cron: '17 3 * * *', timezone: 'Asia/Shanghai', jitter_minutes: 0 };
const at = (text: string) => new Date(text);

describe('the next start of a pipeline', () => {
  it('is the next due time in the time zone of its cron line', () => {
    const next = nextStart('p', NIGHTLY, null, at('2025-01-01T00:00:00Z'));
    expect(next).toEqual({ at: at('2025-01-01T19:17:00Z'), missed: false });
  });

  it('is now where a due time was missed', () => {
    const now = at('2025-01-03T00:00:00Z');
    expect(nextStart('p', NIGHTLY, at('2025-01-01T00:00:00Z'), now)).toEqual({ at: now, missed: true });
  });

  it('catches up once, however many were missed', () => {
    const now = at('2025-02-01T00:00:00Z');
    expect(nextStart('p', NIGHTLY, now, now)).toEqual({ at: at('2025-02-01T19:17:00Z'), missed: false });
  });

  it('comes at most the jitter after its due time, and the same each time it is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 120 }), (name, jitter_minutes) => {
        const settings = { ...NIGHTLY, jitter_minutes };
        const [first, again] = ['2025-01-01T00:00:00Z', '2025-01-01T10:00:00Z'].map((now) => nextStart(name, settings, null, at(now)).at);
        const late = (first?.getTime() ?? 0) - at('2025-01-01T19:17:00Z').getTime();
        return late >= 0 && late <= jitter_minutes * 60_000 && first?.getTime() === again?.getTime();
      }),
    );
  });

  it('waits for a delayed due time rather than calling it missed', () => {
    const settings = { ...NIGHTLY, jitter_minutes: 60 };
    const delayed = nextStart('p', settings, null, at('2025-01-01T00:00:00Z')).at;
    const between = new Date(delayed.getTime() - 1000);
    expect(nextStart('p', settings, at('2025-01-01T00:00:00Z'), between)).toEqual({ at: delayed, missed: false });
  });
});
