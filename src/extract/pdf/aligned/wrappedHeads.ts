import { textOf } from '../page/lines.js';
import { overlaps, type Segment, type TextRow } from './alignment.js';
import { isInLine } from './headerStart.js';

/** How a line begins that goes on with the head above. */
const GOES_ON = /^[\p{Ll}(（]/u;

/**
 * Header lines whose texts are as wide as the whole heads that they are lines of, so that all lines of a head stand over the same columns: a text that begins
 * with a small letter goes on with the text above in line with it. `leading` is the farthest step between the lines of one head, in font sizes.
 */
export function asWideAsHeads(lines: readonly TextRow[], leading: number): TextRow[] {
  const heads = new Map<Segment, Segment[]>();
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const next =
      above !== undefined && line.baseline - above.baseline < leading * line.size ? goingOn(above, line) : new Map<Segment, Segment>();
    for (const segment of line.segments) {
      const upper = next.get(segment);
      const head = (upper === undefined ? undefined : heads.get(upper)) ?? [];
      head.push(segment);
      heads.set(segment, head);
    }
  }
  return lines.map((line) => ({
    ...line,
    segments: line.segments.map((segment) => {
      const head = heads.get(segment)!;
      return head.length === 1
        ? segment
        : { ...segment, x0: Math.min(...head.map(({ x0 }) => x0)), x1: Math.max(...head.map(({ x1 }) => x1)) };
    }),
  }));
}

/** For each text of a line that goes on with a text above, that text; none where another begins so and stands below no text. */
function goingOn(above: TextRow, line: TextRow): Map<Segment, Segment> {
  const found = new Map<Segment, Segment>();
  for (const segment of line.segments) {
    if (!GOES_ON.test(textOf(segment.run.glyphs))) continue;
    const upper = above.segments.find((other) => isInLine(other, segment, line.size) && overlaps(other, segment));
    if (upper === undefined) return new Map();
    if (line.segments.filter((other) => overlaps(upper, other)).length === 1) found.set(segment, upper);
  }
  return found;
}
