import { textOf } from '../page/lines.js';
import type { Glyph } from '../page/pageGeometry.js';
import { gapBetween, makeRun } from '../page/runs.js';
import { NUMBER, overlaps, type Segment, type TextColumn, type TextRow } from './alignment.js';
import { spreadOverColumns } from './spreadTexts.js';

/** A segment of a row with the columns it stands in. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly c: number;
  readonly cs: number;
}

/** The columns of each segment of a row of the body: texts in the middle of groups of all columns of numbers name the rows below (a part, a unit) and span them. */
export function placeBodyRow(row: TextRow, columns: readonly TextColumn[]): PlacedSegment[] {
  const placed = placeRow(row, columns);
  const isLabelled = placed.some(({ c }) => c === 0) || placed.some(({ segment }) => NUMBER.test(textOf(segment.run.glyphs)));
  if (columns.length < 3 || isLabelled) return placed;
  const numeric = columns.slice(1).filter((column) => column.numbers * 2 >= column.rows.size).length;
  if (numeric < MOST_NUMERIC * (columns.length - 1)) return placed;
  return overWhole(row, columns) ?? spreadOverColumns(row.segments, columns, 1, row.size) ?? placed;
}

/** One text in the middle of the whole table, nearer to it than to the middle of the columns after the first, over all columns. */
function overWhole({ segments, size }: TextRow, columns: readonly TextColumn[]): PlacedSegment[] | undefined {
  const [segment] = segments;
  if (segment === undefined || segments.length > 1) return undefined;
  const off = (from: number): number => Math.abs(segment.x0 + segment.x1 - columns[from]!.x0 - columns[columns.length - 1]!.x1) / 2;
  return off(0) < OFF_MIDDLE * size && off(0) < off(1) ? [{ segment, c: 0, cs: columns.length }] : undefined;
}

/** The columns of each segment of a row: those it overlaps, else the nearest one. */
export function placeRow(row: TextRow, columns: readonly TextColumn[]): PlacedSegment[] {
  return row.segments.map((segment) => {
    const met = columns.flatMap((column, c) => (overlaps(column, segment) ? [c] : []));
    if (met.length > 0) return { segment, c: met[0]!, cs: met[met.length - 1]! - met[0]! + 1 };
    const middle = (segment.x0 + segment.x1) / 2;
    const distance = (column: TextColumn): number => Math.max(column.x0 - middle, middle - column.x1, 0);
    let nearest = 0;
    for (let c = 1; c < columns.length; c++) if (distance(columns[c]!) < distance(columns[nearest]!)) nearest = c;
    return { segment, c: nearest, cs: 1 };
  });
}

/** Share of the columns after the first that print numbers where texts over them name the rows below. */
const MOST_NUMERIC = 0.75;
/** A blank this wide (in font sizes) may divide two columns where the edges of both stand beside it. */
const NARROW_GAP = 0.2;
const SAME_EDGE = 0.35;

/** The row with segments cut at narrow blanks beside which one column ends and the next one begins. */
export function cutAtColumns(row: TextRow, columns: readonly TextColumn[]): TextRow {
  const segments = row.segments.flatMap((segment) => {
    const met = columns.filter((column) => overlaps(column, segment));
    if (met.length < 2) return [segment];
    const { glyphs } = segment.run;
    const cuts = glyphs.flatMap((glyph, i) => {
      const before = glyphs[i - 1];
      if (before === undefined || gapBetween(before, glyph) < NARROW_GAP * glyph.size) return [];
      const begins = met.some(
        (column, k) =>
          k > 0 && Math.abs(column.x0 - glyph.x0) < SAME_EDGE * glyph.size && met[k - 1]!.x1 > before.x1 - SAME_EDGE * glyph.size,
      );
      return begins || isNumberAtEdge(glyphs.slice(i), met[met.length - 1]!) ? [i] : [];
    });
    return cuts.length === 0 ? [segment] : [0, ...cuts].map((from, k) => segmentOf(glyphs.slice(from, cuts[k])));
  });
  return segments.length === row.segments.length ? row : { ...row, segments };
}

/** True for a number that ends where its column of numbers does. */
function isNumberAtEdge(glyphs: readonly Glyph[], column: TextColumn): boolean {
  const last = glyphs[glyphs.length - 1]!;
  return column.numbers * 2 > column.rows.size && Math.abs(last.x1 - column.x1) < SAME_EDGE * last.size && NUMBER.test(textOf(glyphs));
}

function segmentOf(glyphs: readonly Glyph[]): Segment {
  const run = makeRun(glyphs);
  return { run, x0: run.box[0], x1: run.box[2] };
}

/** How far (in font sizes) an edge or the middle of a head may lie from that of the columns it stands over. */
const OFF_OWN = 0.4;
const OFF_MIDDLE = 0.8;

/**
 * The columns of each segment of a header line. A text stands over the columns that it covers for the most part or over those in whose middle it is; a text
 * that is only wider than its column spans nothing. `headed` are the columns that have heads below this line: only those can be spanned by a narrower text.
 */
export function placeHeads(
  row: TextRow,
  columns: readonly TextColumn[],
  ruledSpans: readonly Span[],
  headed: ReadonlySet<number>,
): PlacedSegment[] {
  const matched = inOrder(row, columns);
  if (matched !== undefined) return matched;
  const placed = placeRow(row, columns).map((cell, i): PlacedSegment => {
    const { segment } = cell;
    const ruled = ruledSpans.find(
      (span) => isOnSpan(span, segment, row) && !row.segments.some((other) => other !== segment && isOnSpan(span, other, row)),
    );
    if (ruled !== undefined) return withColumnsOf(segment, columns, ruled) ?? cell;
    const covered = columns.flatMap((column, c) => (coverOf(column, segment) > 0.5 ? [c] : []));
    const [first, last] = covered.length === 0 ? [cell.c, cell.c] : [covered[0]!, covered[covered.length - 1]!];
    if (first === last && offOwn(columns[first]!, segment) < OFF_OWN * row.size) return { segment, c: first, cs: 1 };
    const room = { x0: row.segments[i - 1]?.x1 ?? Number.NEGATIVE_INFINITY, x1: row.segments[i + 1]?.x0 ?? Number.POSITIVE_INFINITY };
    return middleRange(segment, columns, first, last, room, headed, row.size) ?? { segment, c: first, cs: last - first + 1 };
  });
  return spreadOverGroups(placed, columns, row.size) ?? withoutOverlap(placed);
}

/** As many heads as columns (or columns after the first), each over its own column or over none: heads in the order of the columns. */
function inOrder(row: TextRow, columns: readonly TextColumn[]): PlacedSegment[] | undefined {
  const skipped = columns.length - row.segments.length;
  if (skipped < 0 || skipped > 1 || columns.length < 2) return undefined;
  if (skipped === 1 && overlaps(columns[0]!, row.segments[0]!)) return undefined;
  const placed = row.segments.map((segment, i): PlacedSegment => ({ segment, c: i + skipped, cs: 1 }));
  const agree = placed.every(({ segment, c }) => overlaps(columns[c]!, segment) || columns.every((column) => !overlaps(column, segment)));
  return agree ? placed : undefined;
}

/** How far a segment is from standing at the left, at the right or in the middle of a column. */
function offOwn(column: TextColumn, { x0, x1 }: Segment): number {
  return Math.min(Math.abs(x0 - column.x0), Math.abs(x1 - column.x1), Math.abs(x0 + x1 - column.x0 - column.x1) / 2);
}

/** The stretch of columns around first..last in whose middle a segment stands, the narrowest of those that fit best. */
function middleRange(
  segment: Segment,
  columns: readonly TextColumn[],
  first: number,
  last: number,
  room: { x0: number; x1: number },
  headed: ReadonlySet<number>,
  size: number,
): PlacedSegment | undefined {
  let best: PlacedSegment | undefined;
  let least = OFF_MIDDLE * size;
  for (let from = first; from >= 0 && (from === first || (headed.has(from) && columns[from]!.x0 > room.x0)); from--)
    for (let to = last; to < columns.length && (to === last || (headed.has(to) && columns[to]!.x1 < room.x1)); to++) {
      const off = Math.abs(segment.x0 + segment.x1 - columns[from]!.x0 - columns[to]!.x1) / 2;
      if (to > from && off < least - 0.05 * size * (to - from)) [best, least] = [{ segment, c: from, cs: to - from + 1 }, off];
    }
  return best;
}

/** The extent of a rule below heads. */
export interface Span {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** True where a segment stands on a rule and within its ends. */
function isOnSpan(span: Span, segment: Segment, row: TextRow): boolean {
  return segment.x0 > span.x0 - row.size && segment.x1 < span.x1 + row.size && isOver(span, segment, row);
}

/** True where a rule runs right below a segment and reaches past it. */
function isOver(span: Span, segment: Segment, row: TextRow): boolean {
  return (
    span.y > row.baseline - 0.2 * row.size &&
    span.y < row.baseline + 1.3 * row.size &&
    span.x1 - span.x0 > segment.x1 - segment.x0 - row.size
  );
}

/** A segment with the columns that lie for the most part over a rule. */
function withColumnsOf(segment: Segment, columns: readonly TextColumn[], span: Span): PlacedSegment | undefined {
  const over = columns.flatMap((column, c) => (coverOf(column, span) > 0.5 ? [c] : []));
  return over.length === 0 ? undefined : { segment, c: over[0]!, cs: over[over.length - 1]! - over[0]! + 1 };
}

/** The share of a column's width that an extent covers. */
function coverOf(column: { x0: number; x1: number }, extent: { x0: number; x1: number }): number {
  const width = Math.max(0.1, column.x1 - column.x0);
  return (Math.min(column.x1, extent.x1) - Math.max(column.x0, extent.x0)) / width;
}

/** Heads over equal groups of all the columns after the first, each in the middle of its group; undefined where they do not stand so. */
function spreadOverGroups(placed: readonly PlacedSegment[], columns: readonly TextColumn[], size: number): PlacedSegment[] | undefined {
  const heads = placed.filter((cell) => cell.c > 0 || cell.cs > 1);
  const first = placed.length - heads.length;
  const group = (columns.length - 1) / Math.max(1, heads.length);
  if (first > 1 || heads.length === 0 || group < 2 || !Number.isInteger(group)) return undefined;
  const spread = heads.map(({ segment }, i): PlacedSegment | undefined => {
    const [left, right] = [columns[1 + i * group]!, columns[(i + 1) * group]!];
    const middle = (segment.x0 + segment.x1) / 2;
    const inside = segment.x0 > left.x0 - 2 * size && segment.x1 < right.x1 + 2 * size;
    return inside && Math.abs((left.x0 + right.x1) / 2 - middle) < 2 * OFF_MIDDLE * size
      ? { segment, c: 1 + i * group, cs: group }
      : undefined;
  });
  return spread.every((cell) => cell !== undefined) ? [...placed.slice(0, first), ...spread] : undefined;
}

/** Heads cut back so that none stands in a column of the next. */
function withoutOverlap(placed: readonly PlacedSegment[]): PlacedSegment[] {
  return placed.map((cell, i) => {
    const next = placed[i + 1];
    return next !== undefined && next.c > cell.c && cell.c + cell.cs > next.c ? { ...cell, cs: next.c - cell.c } : cell;
  });
}
