import { createHash } from 'node:crypto';

export interface Backoff {
  backoffMs: number;
  maxBackoffMs: number;
  seed: string;
}

/** A number in [0, 1) that depends on the parts alone: jitter that a test can repeat. */
function draw(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(parts.join('\u001f')).digest().readUInt32BE(0) / 0x1_0000_0000;
}

/** Milliseconds to wait before attempt `failures + 1` of a job: exponential, capped, with seeded jitter. */
export function backoffDelay({ backoffMs, maxBackoffMs, seed }: Backoff, key: string, failures: number): number {
  const full = Math.min(maxBackoffMs, backoffMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(full * (0.5 + 0.5 * draw(seed, key, failures)));
}
