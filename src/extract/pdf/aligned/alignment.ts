import { sortIfNeeded, textOf } from '../page/lines.js';
import type { Glyph } from '../page/pageGeometry.js';
import { gapBetween, makeRun, type Run } from '../page/runs.js';

/** Text between wide gaps of a row. */
export interface Segment {
  readonly run: Run;
  readonly x0: number;
  readonly x1: number;
}

/** What stands on one height of a region, from left to right. */
export interface TextRow {
  readonly segments: readonly Segment[];
  readonly y0: number;
  readonly y1: number;
  readonly baseline: number;
  readonly size: number;
}

/** A column of text: its extent, and the rows that have text in it. */
export interface TextColumn {
  x0: number;
  x1: number;
  rows: Set<number>;
  /** How many of its texts are numbers. */
  numbers: number;
}

/** A gap wider than this (in font sizes) separates the columns of a row. */
export const COLUMN_GAP = 0.75;
/** Texts that overlap by less than this share of the narrower one stand in different columns. */
const TOUCH = 0.15;
/** Two columns whose rows hardly meet are one; from this many common rows on they are two. */
const DISTINCT_ROWS = 2;
/** A row with fewer texts than this share of the most has few. */
const SPARSE = 0.6;

const SIGNED_NUMBER = String.raw`(?:US)?[-−–(（+±<>≥≤~¥￥€$£\s]*\.?\d[\d\s.,/:]*\s*(?:%|‰)?[)）*†‡!]*`;
/** Marks that stand for a number: dashes and dots, not available, withheld, a cross or tick. */
const STAND_IN = String.raw`[-–—−./:*]{1,6}|…{1,2}|n\.?\s?a\.?|n/a|\((?:na|x|d|z|s|b)\)|[x×✓✔●■†‡#]`;
/** What counts as a number for telling tables from prose: amounts, percentages, years, ranges, a number with another in brackets, marks. */
export const NUMBER = new RegExp(`^(?:${SIGNED_NUMBER}(?:\\s*[-–—±(]\\s*${SIGNED_NUMBER})?|${STAND_IN})$`, 'i');

/** The rows of horizontal runs, from top to bottom, cut into segments at gaps wider than `columnGap` font sizes. */
export function textRows(runs: readonly Run[], columnGap = COLUMN_GAP): TextRow[] {
  const sorted = runs.filter((run) => run.direction === 'right').sort((a, b) => a.baseline - b.baseline);
  const groups: { runs: Run[]; y0: number; y1: number }[] = [];
  for (const run of sorted) {
    const group = groups[groups.length - 1];
    const overlap = group === undefined ? 0 : Math.min(group.y1, run.box[3]) - Math.max(group.y0, run.box[1]);
    if (group !== undefined && overlap > 0.55 * Math.min(run.box[3] - run.box[1], group.y1 - group.y0)) {
      group.runs.push(run);
      if (run.box[3] - run.box[1] > group.y1 - group.y0) [group.y0, group.y1] = [run.box[1], run.box[3]];
    } else groups.push({ runs: [run], y0: run.box[1], y1: run.box[3] });
  }
  return groups.map((group) => {
    const segments = segmentsOf(group.runs, columnGap);
    return {
      segments,
      y0: group.y0,
      y1: group.y1,
      baseline: Math.max(...group.runs.map((run) => run.baseline)),
      size: Math.max(...group.runs.map((run) => run.size)),
    };
  });
}

/** A currency sign printed apart from its number, at the left edge of its column. */
const CURRENCY = /^(?:US)?[$£€¥￥]$/;
const AMOUNT = /^[-−–(（]*\d[\d.,]*[)）]?$/;
/** Marks that belong to the number before them though a gap is between. */
const AFTER_NUMBER = /^[%％)）]$/;
/** As far (in font sizes) as a currency sign may stand from its number: the width of a column. */
const SIGN_GAP = 30;
/** So many dots of a leader end a text. */
const LEADER_DOTS = 4;
const LEADER_GAP = 1.6;
const DOTS: ReadonlySet<string> = new Set('.·…․');

/** The segments of one row. */
function segmentsOf(runs: readonly Run[], columnGap: number): Segment[] {
  const glyphs: Glyph[] = [];
  for (const run of runs) for (const glyph of run.glyphs) glyphs.push(glyph);
  sortIfNeeded(glyphs, (a, b) => a.x0 - b.x0 || a.order - b.order);
  const pieces: Glyph[][] = [];
  let dots = 0;
  for (const glyph of glyphs) {
    const piece = pieces[pieces.length - 1];
    const last = piece?.[piece.length - 1];
    const dot = DOTS.has(glyph.text);
    const gap = last === undefined ? 0 : gapBetween(last, glyph) / Math.max(last.size, glyph.size);
    if (piece === undefined || (gap > columnGap && !(dot && dots > 1 && gap < LEADER_GAP)) || (dots >= LEADER_DOTS && !dot))
      pieces.push([glyph]);
    else piece.push(glyph);
    dots = dot ? dots + 1 : 0;
  }
  return joinSigns(pieces).map((piece) => {
    const run = makeRun(piece);
    return { run, x0: run.box[0], x1: run.box[2] };
  });
}

/** Pieces of a row with signs ($, %) joined to the numbers that they belong to. */
function joinSigns(pieces: readonly Glyph[][]): Glyph[][] {
  const joined: Glyph[][] = [];
  for (const piece of pieces) {
    const before = joined[joined.length - 1];
    if (before === undefined) {
      joined.push(piece);
      continue;
    }
    const gap = gapBetween(before[before.length - 1]!, piece[0]!) / piece[0]!.size;
    const [left, right] = [before.length < 4 ? textOf(before) : '', piece.length < 24 ? textOf(piece) : ''];
    const isSign = CURRENCY.test(left) && NUMBER.test(right) && gap < SIGN_GAP;
    if (isSign || (AFTER_NUMBER.test(right) && gap < 2 && AMOUNT.test(textOf(before)))) before.push(...piece);
    else joined.push(piece);
  }
  return joined;
}

/** The columns that rows with several segments share; a segment over several distinct columns spans them. */
export function alignColumns(rows: readonly TextRow[]): TextColumn[] {
  const segments = rows.flatMap((row, i) => (row.segments.length > 1 ? row.segments.map((segment) => ({ segment, row: i })) : []));
  const most = Math.max(...rows.map((row) => row.segments.length));
  // Rows with few texts come last: theirs may stand in the middle of columns.
  const rank = ({ segment: { x0, x1 }, row }: { segment: Segment; row: number }): number =>
    x1 - x0 + (rows[row]!.segments.length < SPARSE * most ? 1e6 : 0);
  segments.sort((a, b) => rank(a) - rank(b));
  let columns: TextColumn[] = [];
  for (const { segment, row } of segments) {
    const met = columns.filter((column) => overlaps(column, segment));
    if (met.length > 1 && commonRows(met) >= DISTINCT_ROWS) continue;
    const joined = joinColumns([
      { x0: segment.x0, x1: segment.x1, rows: new Set([row]), numbers: NUMBER.test(textOf(segment.run.glyphs)) ? 1 : 0 },
      ...met,
    ]);
    columns = [...columns.filter((column) => !met.includes(column)), joined];
  }
  for (const row of rows) {
    const only = row.segments[0];
    if (only === undefined || row.segments.length > 1) continue;
    const met = columns.filter((column) => overlaps(column, only));
    if (met.length > 1 && commonRows(met) < DISTINCT_ROWS)
      columns = [...columns.filter((column) => !met.includes(column)), joinColumns(met)];
  }
  return mergeComplements(
    joinCrossed(
      columns.sort((a, b) => a.x0 - b.x0),
      rows,
    ),
  );
}

/** Neighbour columns joined where more texts reach over both than rows have text in each: words of one text that justification has torn apart. */
function joinCrossed(columns: readonly TextColumn[], rows: readonly TextRow[]): TextColumn[] {
  const joined: TextColumn[] = [];
  for (const column of columns) {
    const last = joined[joined.length - 1];
    const both =
      last === undefined ? [] : rows.filter((row) => row.segments.some((segment) => overlaps(last, segment) && overlaps(column, segment)));
    if (last !== undefined && both.length > commonRows([last, column])) joined[joined.length - 1] = joinColumns([last, column]);
    else joined.push(column);
  }
  return joined;
}

/** One column of several. */
function joinColumns(columns: readonly TextColumn[]): TextColumn {
  return {
    x0: Math.min(...columns.map((column) => column.x0)),
    x1: Math.max(...columns.map((column) => column.x1)),
    rows: new Set(columns.flatMap((column) => [...column.rows])),
    numbers: columns.reduce((sum, column) => sum + column.numbers, 0),
  };
}

/** True where a segment shares enough width with a column. */
export function overlaps(column: { x0: number; x1: number }, segment: { x0: number; x1: number }): boolean {
  const common = Math.min(column.x1, segment.x1) - Math.max(column.x0, segment.x0);
  return common > TOUCH * Math.min(column.x1 - column.x0, segment.x1 - segment.x0);
}

/** The number of rows in which more than one of the columns has text. */
function commonRows(columns: readonly TextColumn[]): number {
  const seen = new Set<number>();
  const common = new Set<number>();
  for (const column of columns)
    for (const row of column.rows) {
      if (seen.has(row)) common.add(row);
      seen.add(row);
    }
  return common.size;
}

/** Joins neighbour columns that never both have text: dashes beside numbers, ragged entries. */
function mergeComplements(columns: readonly TextColumn[]): TextColumn[] {
  const merged: TextColumn[] = [];
  for (const column of columns) {
    const last = merged[merged.length - 1];
    const few = last !== undefined && Math.min(last.rows.size, column.rows.size) <= 2;
    const words = last !== undefined && last.numbers * 3 < last.rows.size && column.numbers * 3 < column.rows.size;
    if (last !== undefined && (few || words) && commonRows([last, column]) === 0 && column.x0 - last.x1 < 12) {
      last.x1 = Math.max(last.x1, column.x1);
      for (const row of column.rows) last.rows.add(row);
      last.numbers += column.numbers;
    } else merged.push({ ...column, rows: new Set(column.rows) });
  }
  return merged;
}
