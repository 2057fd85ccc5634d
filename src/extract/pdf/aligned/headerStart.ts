import { textOf } from '../page/lines.js';
import type { Ruling } from '../page/pageGeometry.js';
import { CAPTION, goesOnAsCaption } from '../prose/captions.js';
import { overlaps, type TextColumn, type TextRow } from './alignment.js';

/** Lines of a header are at most this far apart (in font sizes, baseline to baseline). */
const FARTHEST = 2.2;
/** So far where the line has texts over most columns. */
const FARTHEST_FULL = 3;
const LONGEST_HEAD = 45;
/** So many lines of a header may have one text only. */
const MOST_SINGLE = 4;
/** A rule covers this share of a table's width to divide it from what is above. */
const FULL_WIDTH = 0.85;

/** The first row of the header above row `from` of a table with these columns: rows whose texts stand over its columns, under at most one rule; `taken` rows end it. */
export function headerStart(
  rows: readonly TextRow[],
  from: number,
  columns: readonly TextColumn[],
  rules: readonly Ruling[],
  taken: (row: TextRow) => boolean,
): number {
  const width = columns.length === 0 ? 0 : columns[columns.length - 1]!.x1 - columns[0]!.x0;
  let first = from;
  let crossed = 0;
  let label: number | undefined;
  for (let i = from - 1; i >= 0; i--) {
    const [row, below] = [rows[i]!, rows[i + 1]!];
    if (taken(row) || isCaption(row) || isProse(row) || isTitle(row, below, columns, rows) || goesOnAbove(rows, i)) break;
    const reach = row.segments.length >= Math.max(2, columns.length / 2) ? FARTHEST_FULL : FARTHEST;
    if (below.baseline - row.baseline > reach * Math.max(row.size, below.size)) break;
    const ruled = rules.some(
      (rule) =>
        rule.at > row.baseline - 0.3 * row.size && rule.at < below.baseline - 0.3 * below.size && rule.to - rule.from > FULL_WIDTH * width,
    );
    if (ruled && ++crossed > 1) break;
    const over = row.segments.filter((segment) => columns.slice(1).some((column) => overlaps(column, segment)));
    const wide = row.segments.some((segment) => columns.length > 1 && overlaps(columns[0]!, segment) && overlaps(columns[1]!, segment));
    if (wide || (row.segments.length < 2 && i < from - MOST_SINGLE)) break;
    const isAboveHead = i + 1 < from && below.segments.slice(1).some((segment) => isInLine(row.segments[0]!, segment, row.size));
    if (over.length > 0 || row.segments.length > 1 || isAboveHead) first = i;
    // The name of the first group of rows may stand between the header and its rows.
    else if (label === undefined && i === from - 1) label = i;
    else break;
  }
  return first;
}

/** How far (in font sizes) a text may stand from the middle of what it is in the middle of. */
const OFF_MIDDLE = 1;

/**
 * True for one text above a table that stands over its labels as well: in the middle of the table or of the page's text, not in that of its numbers, nor in
 * line with the only text of the row below that it stands over.
 */
function isTitle(row: TextRow, below: TextRow, columns: readonly TextColumn[], rows: readonly TextRow[]): boolean {
  const [only] = row.segments;
  const [first, second] = columns;
  if (row.segments.length > 1 || only === undefined || first === undefined || second === undefined) return false;
  const last = columns[columns.length - 1]!;
  const under = below.segments.filter((segment) => overlaps(only, segment));
  if (under.length < 2 && below.segments.some((segment) => isInLine(only, segment, row.size))) return false;
  const middle = (only.x0 + only.x1) / 2;
  const off = (x0: number, x1: number): number => Math.abs(middle - (x0 + x1) / 2);
  const left = Math.min(...rows.map(({ segments }) => segments[0]!.x0));
  const right = Math.max(...rows.map(({ segments }) => segments[segments.length - 1]!.x1));
  const whole = Math.min(off(first.x0, last.x1), off(left, right));
  return whole < OFF_MIDDLE * row.size && whole < off(second.x0, last.x1);
}

/** True for a text that goes on with the caption above it. */
function goesOnAbove(rows: readonly TextRow[], i: number): boolean {
  const [row, above] = [rows[i]!, rows[i - 1]];
  if (above === undefined || row.segments.length > 1 || above.segments.length > 1 || !isCaption(above)) return false;
  return goesOnAsCaption(textOf(above.segments[0]!.run.glyphs), textOf(row.segments[0]!.run.glyphs));
}

/** True where two texts share their left edge, right edge or middle: the lines of one head. */
export function isInLine(a: { x0: number; x1: number }, b: { x0: number; x1: number }, size: number): boolean {
  const reach = 0.3 * size;
  return Math.abs(a.x0 - b.x0) < reach || Math.abs(a.x1 - b.x1) < reach || Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2 < reach;
}

/** True for one long text; dots that lead to a number do not count. */
export function isProse(row: TextRow): boolean {
  return row.segments.length === 1 && row.segments[0]!.run.glyphs.filter((glyph) => glyph.text !== '.').length > LONGEST_HEAD;
}

/** True where a row begins with the name and number of a table or figure. */
export function isCaption(row: TextRow): boolean {
  return CAPTION.test(textOf(row.segments[0]!.run.glyphs));
}
