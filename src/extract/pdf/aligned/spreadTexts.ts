import type { Segment, TextColumn } from './alignment.js';
import type { PlacedSegment } from './placedRows.js';

/** How far (in font sizes) a text may lie from the middle of the columns that it stands over. */
const OFF_MIDDLE = 0.8;
/** The same for one text over all columns, as a share of their width. */
const OFF_WHOLE = 0.12;
/** More texts than this on a line head single columns. */
const MOST_TEXTS = 12;

/**
 * The texts of a line over neighbouring groups of columns that together take up all columns from `from` on, each text in the middle of its group; of several
 * ways to group them that in which the texts lie nearest to the middles. Undefined where they stand over no such groups.
 */
export function spreadOverColumns(
  segments: readonly Segment[],
  columns: readonly TextColumn[],
  from: number,
  size: number,
): PlacedSegment[] | undefined {
  if (segments.length === 0 || segments.length > MOST_TEXTS || segments.length >= columns.length - from) return undefined;
  // One text over all columns can stand over no other group; columns set to the right hide how far they reach to the left.
  const width = columns[columns.length - 1]!.x1 - columns[from]!.x0;
  const reach = segments.length === 1 ? Math.max(2 * OFF_MIDDLE * size, OFF_WHOLE * width) : OFF_MIDDLE * size;
  // best[c]: the least sum of distances with which the texts read so far end at column c, and their groups.
  let best = new Map<number, { readonly off: number; readonly placed: readonly PlacedSegment[] }>([[from - 1, { off: 0, placed: [] }]]);
  for (const segment of segments) {
    const next = new Map<number, { readonly off: number; readonly placed: readonly PlacedSegment[] }>();
    for (const [end, { off, placed }] of best)
      for (let to = end + 1; to < columns.length; to++) {
        const [left, right] = [columns[end + 1]!, columns[to]!];
        const distance = Math.abs(segment.x0 + segment.x1 - left.x0 - right.x1) / 2;
        const isInside = segment.x0 > left.x0 - 2 * size && segment.x1 < right.x1 + 2 * size;
        if (distance > reach || !isInside) continue;
        const known = next.get(to);
        if (known === undefined || off + distance < known.off)
          next.set(to, { off: off + distance, placed: [...placed, { segment, c: end + 1, cs: to - end }] });
      }
    best = next;
  }
  const whole = best.get(columns.length - 1)?.placed;
  return whole === undefined ? undefined : [...whole];
}
