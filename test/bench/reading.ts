import { z } from 'zod';

const zCost = z.object({ wallMs: z.number(), cpuMs: z.number() });
/** Milliseconds by the clock, and of processor time over all threads of the process. */
export type Cost = z.infer<typeof zCost>;

/** What the reading of one PDF cost. A file that the reader refuses has no pages and says why. */
export const zPdfReading = zCost.extend({ pages: z.number().int(), refusal: z.string().nullable() });
export type PdfReading = z.infer<typeof zPdfReading>;

/** What each of several readings of the same bytes cost, in order. */
export const zRepeated = z.object({ costs: z.array(zCost) });
export type Repeated = z.infer<typeof zRepeated>;

/** The middle of values; of an even count the mean of the two in the middle. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no values have no median');
  return (upper + lower) / 2;
}
