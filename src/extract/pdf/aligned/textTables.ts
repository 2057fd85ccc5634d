import { textOf } from '../page/lines.js';
import type { Ruling } from '../page/pageGeometry.js';
import type { AlignedTable } from './alignedGrid.js';
import { alignColumns, type TextRow } from './alignment.js';
import { isCaption } from './headerStart.js';

/** Tables of words need more evidence than tables of numbers: so many rows, columns, and this share of filled places. */
const FEWEST_ROWS = 4;
const FEWEST_COLUMNS = 3;
const FILLED = 0.7;
/** Texts of one column that start, end or have their middle within this part of the font size of each other. */
const ALIGNED = 0.5;
const MOST_ALIGNED = 0.75;
/** Rows farther apart than this (in font sizes) are not of one table. */
const FARTHEST = 2.6;
const LONGEST_TEXT = 32;
/** A caption stands at most this far (in font sizes) above its table. */
const CAPTION_REACH = 5;
const LEADER = /(?:[.·…]\s?){4}/;

/** Stretches [from, to) of rows with at least three texts each. */
export function textBlocks(rows: readonly TextRow[]): [number, number][] {
  const blocks: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= rows.length; i++) {
    const row = rows[i];
    const goesOn =
      row !== undefined &&
      row.segments.length >= FEWEST_COLUMNS &&
      (from < 0 || row.baseline - rows[i - 1]!.baseline < FARTHEST * row.size);
    if (goesOn) {
      if (from < 0) from = i;
      continue;
    }
    if (from >= 0 && i - from >= FEWEST_ROWS) blocks.push([from, i]);
    from = row !== undefined && row.segments.length >= FEWEST_COLUMNS ? i : -1;
  }
  return blocks;
}

/** True for rows of short texts whose columns are filled and share an edge or a middle. */
export function isTextTable(table: AlignedTable, rows: readonly TextRow[]): boolean {
  const segments = rows.flatMap((row) => row.segments);
  const texts = segments.map((segment) => textOf(segment.run.glyphs));
  if (texts.some((text) => text.length > LONGEST_TEXT || LEADER.test(text))) return false;
  const columns = alignColumns(rows);
  if (columns.length < FEWEST_COLUMNS || columns.length !== table.grid.xs.length - 1) return false;
  if (segments.length < FILLED * columns.length * rows.length) return false;
  return columns.every((column) => {
    const own = segments.filter((segment) => segment.x0 >= column.x0 - 0.1 && segment.x1 <= column.x1 + 0.1);
    const edges = [
      (s: { x0: number; x1: number }) => s.x0,
      (s: { x0: number; x1: number }) => s.x1,
      (s: { x0: number; x1: number }) => (s.x0 + s.x1) / 2,
    ];
    return edges.some((edge) => mostShare(own.map(edge), ALIGNED * rows[0]!.size) >= MOST_ALIGNED);
  });
}

/** True where a caption stands above a table of words, its first row is bold or a rule runs below that: columns of words without are lists. */
export function isAnnounced(all: readonly TextRow[], own: readonly TextRow[], rules: readonly Ruling[]): boolean {
  const [first, second] = [own[0]!, own[1]!];
  const above = all.slice(Math.max(0, all.indexOf(first) - 2), all.indexOf(first));
  if (above.some((row) => isCaption(row) && first.baseline - row.baseline < CAPTION_REACH * row.size)) return true;
  if (isBold(first) && !isBold(second)) return true;
  return rules.some((rule) => rule.at > first.baseline - 0.3 * first.size && rule.at < second.baseline - 0.3 * second.size);
}

function isBold(row: TextRow): boolean {
  return row.segments.every((segment) => segment.run.glyphs.every((glyph) => glyph.bold));
}

/** The largest share of values within `reach` of one of them. */
function mostShare(values: readonly number[], reach: number): number {
  let most = 0;
  for (const value of values) most = Math.max(most, values.filter((other) => Math.abs(other - value) <= reach).length);
  return most / Math.max(1, values.length);
}
