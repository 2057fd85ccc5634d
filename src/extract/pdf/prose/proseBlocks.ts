import { NUMBER, type Segment, type TextRow, textRows } from '../aligned/alignment.js';
import { textOf } from '../page/lines.js';
import type { Glyph } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';

/** Blanks of justified prose are narrower than this (in font sizes), gutters wider. */
const GUTTER = 1.1;
const FEWEST_LINES = 3;
/** Glyphs of a line of prose on average; ideographs count as two. */
const SHORTEST_LINE = 22;
/** Lines of one block are at most this far apart (in font sizes, baseline to baseline). */
const LEADING = 1.9;
/** A full line ends this near (in font sizes) to the right margin of its block. */
const FULL = 2.6;
const MOST_FULL = 0.6;
const MOST_DIGITS = 0.2;
const LEADER = /(?:[.·…]\s?){4}/;
const IDEOGRAPH = /[⺀-鿿豈-﫿]/;

interface Line {
  readonly segment: Segment;
  readonly row: TextRow;
}

/** The glyphs of lines that fill the width of their block, three or more below each other: prose beside or between tables, whatever columns the page has. */
export function proseGlyphs(runs: readonly Run[]): Set<Glyph> {
  const blocks: Line[][] = [];
  let open: Line[][] = [];
  for (const row of textRows(runs, GUTTER)) {
    open = open.filter((block) => row.baseline - lastOf(block).row.baseline < LEADING * row.size);
    for (const segment of row.segments) {
      const line = { segment, row };
      const block = open.find((other) => lastOf(other).row !== row && goesOn(lastOf(other), line));
      if (block !== undefined) block.push(line);
      else {
        const fresh = [line];
        blocks.push(fresh);
        open.push(fresh);
      }
    }
  }
  const prose = blocks.filter(isProse);
  const glyphs = new Set(prose.flatMap((block) => block.flatMap(({ segment }) => segment.run.glyphs)));
  // Pieces of lines that justification has torn apart lie inside the block.
  const boxes = prose.map(boxOf);
  for (const block of blocks)
    for (const { segment } of block)
      if (
        boxes.some(
          (box) => segment.x0 > box.x0 - 1 && segment.x1 < box.x1 + 1 && segment.run.box[1] > box.y0 - 1 && segment.run.box[3] < box.y1 + 1,
        )
      )
        for (const glyph of segment.run.glyphs) glyphs.add(glyph);
  return glyphs;
}

function lastOf(block: readonly Line[]): Line {
  return block[block.length - 1]!;
}

/** The extent of a block. */
function boxOf(block: readonly Line[]): { x0: number; y0: number; x1: number; y1: number } {
  return {
    x0: Math.min(...block.map(({ segment }) => segment.x0)),
    y0: block[0]!.segment.run.box[1],
    x1: Math.max(...block.map(({ segment }) => segment.x1)),
    y1: lastOf(block).segment.run.box[3],
  };
}

/** True where a line stands below another in the same block: common left margin but for an indentation, common width. */
function goesOn(above: Line, { segment, row }: Line): boolean {
  const { size } = segment.run;
  if (Math.abs(above.segment.run.size - size) > 0.15 * size || row.baseline - above.row.baseline < 0.5 * size) return false;
  const common = Math.min(above.segment.x1, segment.x1) - Math.max(above.segment.x0, segment.x0);
  return Math.abs(above.segment.x0 - segment.x0) < 3 * size && common > 0;
}

/** True for a block whose lines are long, mostly full, of letters, and start at common margins. */
function isProse(block: readonly Line[]): boolean {
  if (block.length < FEWEST_LINES) return false;
  const right = Math.max(...block.map(({ segment }) => segment.x1));
  let [length, digits, full, leaders, labels] = [0, 0, 0, 0, 0];
  for (const [i, { segment, row }] of block.entries()) {
    const { glyphs, size } = segment.run;
    for (const { text } of glyphs) {
      length += IDEOGRAPH.test(text) ? 2 : 1;
      if (/\d/.test(text)) digits++;
    }
    if (i < block.length - 1 && segment.x1 > right - FULL * size) full++;
    if (LEADER.test(textOf(glyphs))) leaders++;
    const next = row.segments[row.segments.indexOf(segment) + 1];
    if (next !== undefined && NUMBER.test(textOf(next.run.glyphs))) labels++;
  }
  return (
    length >= SHORTEST_LINE * block.length &&
    digits <= MOST_DIGITS * length &&
    full >= MOST_FULL * (block.length - 1) &&
    (leaders + labels) * 3 < block.length
  );
}
