import { textOf } from '../page/lines.js';
import type { Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';
import type { FilledGrid } from '../ruled/fillGrid.js';
import type { GridCellSpan } from '../ruled/ruledGrid.js';
import { alignColumns, NUMBER, overlaps, type TextColumn, type TextRow } from './alignment.js';
import { bodyRows } from './bodyRows.js';
import { headerCells } from './headerCells.js';
import { labelsOverRows } from './labelsOverRows.js';
import { cutAtColumns, type PlacedSegment, placeBodyRow } from './placedRows.js';

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
  /** Shorter horizontal rules inside: under heads that span columns. */
  readonly spans: readonly Ruling[];
}

/** The grid of text rows aligned in columns, or undefined where fewer than two columns or rows agree. */
export function alignedGrid(rows: readonly TextRow[], region: Region): AlignedTable | undefined {
  const bands = rows.map((row) => region.rules.filter((y) => y < (row.y0 + row.y1) / 2).length);
  const first = firstBodyRow(rows, bands);
  const columns = columnsOf(rows, first);
  if (columns.length < 2) return undefined;
  const body = rows.slice(first).map((row) => cutAtColumns(row, columns));
  const header = headerCells(rows.slice(0, first), columns, region.spans);
  const headed = widenedByHeads(columns, header.cells);
  const placed = body.map((row) => placeBodyRow(row, headed));
  const groups = bodyRows(body, placed, bands.slice(first), columns);
  const heads = header.extents.length;
  if (heads + groups.length < 2) return undefined;
  const extents = [
    ...header.extents,
    ...groups.map((group) => ({ y0: Math.min(...group.map((i) => body[i]!.y0)), y1: Math.max(...group.map((i) => body[i]!.y1)) })),
  ];
  const own = groups.map((group) => cellsOf(group.flatMap((i) => placed[i]!)));
  const labels = labelsOverRows(
    own.map((cells, i) => ({
      band: bands[first + groups[i]![0]!]!,
      y0: extents[heads + i]!.y0,
      y1: extents[heads + i]!.y1,
      label: cells.find((cell) => cell.c === 0)?.runs ?? [],
      next: Math.min(...cells.filter((cell) => cell.c > 0).map((cell) => cell.c)),
    })),
  );
  const byRow: (readonly RowCell[])[] = [...header.extents.map((_, r) => inColumns(header.cells.filter((cell) => cell.r === r))), ...own];
  const cells: GridCellSpan[] = [];
  const runs: Run[][] = [];
  byRow.forEach((row, r) => {
    const starts = new Map(row.map((cell) => [cell.c, cell]));
    const label = labels.find(({ from, count }) => r >= heads + from && r < heads + from + count);
    if (label !== undefined && r === heads + label.from) {
      cells.push({ r, c: 0, rs: label.count, cs: 1 });
      runs.push([...(own[label.printed]!.find((cell) => cell.c === 0)?.runs ?? [])]);
    }
    for (let c = label === undefined ? 0 : 1; c < columns.length; ) {
      const cell = starts.get(c) ?? { cs: 1, runs: [] };
      cells.push({ r, c, rs: 1, cs: cell.cs });
      runs.push([...cell.runs, ...Array.from({ length: cell.cs - 1 }, (_, k) => starts.get(c + k + 1)?.runs ?? []).flat()]);
      c += cell.cs;
    }
  });
  const shared = own.filter((row) => row.length > 1).length / Math.max(1, own.length);
  return {
    grid: { xs: columnBorders(columns, region), ys: rowBorders(extents, region), cells },
    runs,
    shared,
    numericColumns: countNumeric(placed, columns),
  };
}

/** Columns as wide as the heads over each of them, where these do not reach into their neighbours. */
function widenedByHeads(columns: readonly TextColumn[], heads: readonly RowCell[]): TextColumn[] {
  const own = heads.filter((head) => head.cs === 1);
  return columns.map((column, c) => {
    const boxes = own.flatMap((head) => (head.c === c ? head.runs.map((run) => run.box) : []));
    const [left, right] = [columns[c - 1]?.x1 ?? Number.NEGATIVE_INFINITY, columns[c + 1]?.x0 ?? Number.POSITIVE_INFINITY];
    const x0 = Math.min(column.x0, ...boxes.map((box) => Math.max(left, box[0])));
    const x1 = Math.max(column.x1, ...boxes.map((box) => Math.min(right, box[2])));
    return { ...column, x0, x1 };
  });
}

/** The texts of one cell of a row. */
interface RowCell {
  readonly c: number;
  readonly cs: number;
  readonly runs: readonly Run[];
}

/** The placed segments of one row of the table as cells. */
function cellsOf(placed: readonly PlacedSegment[]): RowCell[] {
  return inColumns(placed.map(({ segment, c, cs }) => ({ c, cs, runs: [segment.run] })));
}

/** Cells of one row, those of the same first column joined. */
function inColumns(cells: readonly RowCell[]): RowCell[] {
  const own = new Map<number, { c: number; cs: number; runs: Run[] }>();
  for (const { c, cs, runs } of cells) {
    const cell = own.get(c);
    if (cell === undefined) own.set(c, { c, cs, runs: [...runs] });
    else {
      cell.cs = Math.max(cell.cs, cs);
      cell.runs.push(...runs);
    }
  }
  return [...own.values()];
}

const YEAR = /^(?:19|20)\d\d(?:[-–/](?:\d{2}|\d{4}))?$/;

/** More rows with a label than this are no header. */
const MOST_HEAD_LABELS = 3;

/** The index of the first row below the header: below the first rule between rows where there is one, else the first with a label and numbers that are not all years. */
export function firstBodyRow(rows: readonly TextRow[], bands: readonly number[]): number {
  const below = bands.findIndex((band) => band !== bands[0]);
  if (below > 0 && !rows.slice(0, below).some((row) => isDataRow(row))) return below;
  const found = rows.findIndex((row) => isDataRow(row));
  const left = Math.min(...rows.map((row) => row.segments[0]!.x0));
  const labelled = rows.slice(0, Math.max(0, found)).filter((row) => row.segments.length > 1 && row.segments[0]!.x0 < left + row.size);
  if (labelled.length > MOST_HEAD_LABELS) return 1;
  if (found > 1 && bands[found - 1] === bands[found] && isGroupName(rows[found - 1]!, rows[found]!, left)) return found - 1;
  return found < 0 ? (below > 0 ? below : Math.min(1, rows.length)) : found;
}

/** True for a row with one text, which stands over the labels: it names the group of rows below. */
function isGroupName(row: TextRow, below: TextRow, left: number): boolean {
  const only = row.segments[0]!;
  return row.segments.length === 1 && only.x0 < left + row.size && only.x1 < below.segments[1]!.x0;
}

/** True for a row that begins with a label and goes on with numbers other than years. */
export function isDataRow(row: TextRow): boolean {
  if (row.segments.length < 2) return false;
  const numbers = row.segments
    .slice(1)
    .map((segment) => textOf(segment.run.glyphs))
    .filter((text) => NUMBER.test(text));
  return numbers.length * 2 >= row.segments.length - 1 && numbers.length > 0 && !numbers.every((text) => YEAR.test(text));
}

/** A head over an empty column stands at least this far (in font sizes) from the columns beside it. */
const FREE = 0.4;

/** The columns of the body, and those that are empty there and have only a head. */
function columnsOf(rows: readonly TextRow[], first: number): TextColumn[] {
  const body = rows.slice(first);
  if (body.filter((row) => row.segments.length > 1).length < 2) return alignColumns(rows);
  const columns = withoutStrays(alignColumns(body), body);
  for (const [i, row] of rows.slice(0, first).entries()) {
    if (row.segments.length <= columns.length) continue;
    for (const { x0, x1 } of row.segments) {
      const reach = FREE * row.size;
      const isFree = columns.every((column) => column.x1 < x0 - reach || column.x0 > x1 + reach);
      if (isFree && x0 > columns[0]!.x0) columns.push({ x0, x1, rows: new Set([i - first]), numbers: 0 });
    }
    columns.sort((a, b) => a.x0 - b.x0);
  }
  return columns;
}

/** Columns but for those of a single text beside other columns, in a row without label and numbers: it names the rows below and stands over columns. */
function withoutStrays(columns: TextColumn[], body: readonly TextRow[]): TextColumn[] {
  const isNaming = ({ segments }: TextRow): boolean =>
    !overlaps(columns[0]!, segments[0]!) && !segments.some((segment) => NUMBER.test(textOf(segment.run.glyphs)));
  const kept = columns.filter(({ rows }, c) => c === 0 || rows.size > 1 || ![...rows].every((i) => isNaming(body[i]!)));
  return kept.length < 3 ? columns : kept;
}

/** Column borders in the middle of the gaps. */
function columnBorders(columns: readonly TextColumn[], region: Region): number[] {
  const inner = columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2);
  return [Math.min(region.x0, columns[0]!.x0), ...inner, Math.max(region.x1, columns[columns.length - 1]!.x1)];
}

/** Row borders in the middle between rows. */
function rowBorders(extents: readonly { readonly y0: number; readonly y1: number }[], region: Region): number[] {
  const inner = extents.slice(1).map((extent, i) => (extents[i]!.y1 + extent.y0) / 2);
  return [Math.min(region.y0, extents[0]!.y0), ...inner, Math.max(region.y1, extents[extents.length - 1]!.y1)];
}

/** Columns in which at least two texts and most of them are numbers. */
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
