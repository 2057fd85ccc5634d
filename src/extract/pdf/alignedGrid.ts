import { alignColumns, NUMBER, overlaps, type Segment, type TextColumn, type TextRow } from './alignment.js';
import type { FilledGrid } from './fillGrid.js';
import { textOf } from './lines.js';
import type { GridCellSpan } from './ruledGrid.js';
import type { Run } from './runs.js';

/** A table found by alignment: its grid, and how well its rows agree. */
export interface AlignedTable extends FilledGrid {
  /** Share of rows with text in at least two columns. */
  readonly shared: number;
  /** Columns whose texts are mostly numbers. */
  readonly numericColumns: number;
}

/** Borders inside which rows belong together: the y of rules over the region, from top to bottom. */
export interface Region {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** y of horizontal rules over (nearly) the whole width. */
  readonly rules: readonly number[];
}

/** The grid of text rows aligned in columns, or undefined where fewer than two columns or rows agree. */
export function alignedGrid(rows: readonly TextRow[], region: Region): AlignedTable | undefined {
  const columns = alignColumns(rows);
  if (columns.length < 2) return undefined;
  const placed = rows.map((row) => placeRow(row, columns));
  const groups = groupRows(rows, placed, region, columns);
  if (groups.length < 2) return undefined;
  const xs = columnBorders(columns, region);
  const ys = rowBorders(rows, groups, region);
  const cells: GridCellSpan[] = [];
  const runs: Run[][] = [];
  groups.forEach((group, r) => {
    const own = new Map<number, { cs: number; runs: Run[] }>();
    for (const i of group)
      for (const { segment, c, cs } of placed[i]!) {
        const cell = own.get(c);
        if (cell === undefined) own.set(c, { cs, runs: [segment.run] });
        else {
          cell.cs = Math.max(cell.cs, cs);
          cell.runs.push(segment.run);
        }
      }
    for (let c = 0; c < columns.length; ) {
      const cell = own.get(c) ?? { cs: 1, runs: [] };
      for (let k = c + 1; k < c + cell.cs; k++) cell.runs.push(...(own.get(k)?.runs ?? []));
      cells.push({ r, c, rs: 1, cs: cell.cs });
      runs.push(cell.runs);
      c += cell.cs;
    }
  });
  const shared = placed.filter((row) => row.length > 1).length / rows.length;
  return { grid: { xs, ys, cells }, runs, shared, numericColumns: countNumeric(placed, columns) };
}

interface PlacedSegment {
  readonly segment: Segment;
  readonly c: number;
  readonly cs: number;
}

/** The columns of each segment of a row: those it overlaps, else the nearest one. */
function placeRow(row: TextRow, columns: readonly TextColumn[]): PlacedSegment[] {
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

/** Rows of text that make one row of the table: header lines without spans between rules, and wrapped lines. */
function groupRows(
  rows: readonly TextRow[],
  placed: readonly PlacedSegment[][],
  region: Region,
  columns: readonly TextColumn[],
): number[][] {
  const groups: number[][] = [];
  const bandOf = (row: TextRow): number => region.rules.filter((y) => y < (row.y0 + row.y1) / 2).length;
  const firstBand = bandOf(rows[0]!);
  const bands = rows.map(bandOf);
  const headed = bands.some((band) => band !== firstBand);
  const steps = rows.slice(1).map((row, i) => row.baseline - rows[i]!.baseline);
  const typical = median(steps.filter((_, i) => bands[i] === bands[i + 1] && (!headed || bands[i] !== firstBand)));
  for (let i = 0; i < rows.length; i++) {
    const group = groups[groups.length - 1];
    const before = i - 1;
    if (group === undefined || bands[i] !== bands[before]) {
      groups.push([i]);
      continue;
    }
    const step = steps[before]!;
    const inHeader = headed && bands[i] === firstBand;
    const spans = (k: number): boolean => placed[k]!.some((cell) => cell.cs > 1);
    const continues = inHeader
      ? !spans(i) && !spans(before) && step < 2 * rows[i]!.size
      : isContinuation(placed[i]!, placed[before]!, columns) && step < Math.max(1.35 * rows[i]!.size, 0.85 * typical);
    if (continues) group.push(i);
    else groups.push([i]);
  }
  return groups;
}

/** True where a row only goes on with the text of the row above: no number, and its first text starts in lower case or in a later column. */
function isContinuation(row: readonly PlacedSegment[], above: readonly PlacedSegment[], columns: readonly TextColumn[]): boolean {
  if (row.length === 0 || row.length > Math.max(1, columns.length / 2)) return false;
  if (row.some(({ segment }) => NUMBER.test(textOf(segment.run.glyphs)))) return false;
  if (!row.every((cell) => above.some((other) => other.c === cell.c && other.cs === cell.cs))) return false;
  return row[0]!.c > 0 || /^[a-zà-ÿ(（]/.test(textOf(row[0]!.segment.run.glyphs));
}

/** Column borders in the middle of the gaps. */
function columnBorders(columns: readonly TextColumn[], region: Region): number[] {
  const inner = columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2);
  return [Math.min(region.x0, columns[0]!.x0), ...inner, Math.max(region.x1, columns[columns.length - 1]!.x1)];
}

/** Row borders in the middle between rows. */
function rowBorders(rows: readonly TextRow[], groups: readonly number[][], region: Region): number[] {
  const inner = groups.slice(1).map((group, i) => {
    const above = groups[i]!;
    return (rows[above[above.length - 1]!]!.y1 + rows[group[0]!]!.y0) / 2;
  });
  return [Math.min(region.y0, rows[0]!.y0), ...inner, Math.max(region.y1, rows[rows.length - 1]!.y1)];
}

/** Columns in which at least three texts and most of them are numbers. */
function countNumeric(placed: readonly (readonly PlacedSegment[])[], columns: readonly TextColumn[]): number {
  let numeric = 0;
  for (let c = 0; c < columns.length; c++) {
    const texts = placed.flatMap((row) =>
      row.filter((cell) => cell.c === c && cell.cs === 1).map((cell) => textOf(cell.segment.run.glyphs)),
    );
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    if (numbers >= 2 && numbers >= 0.6 * texts.length) numeric++;
  }
  return numeric;
}

/** The middle value, 0 for none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
