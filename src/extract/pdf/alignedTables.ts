import type { Box } from '../../model/index.js';
import { type AlignedTable, alignedGrid } from './alignedGrid.js';
import { alignColumns, NUMBER, overlaps, type TextColumn, type TextRow, textRows } from './alignment.js';
import { textOf } from './lines.js';
import type { Run } from './runs.js';

/** A table without rules. */
export interface FoundTable {
  readonly table: AlignedTable;
  readonly box: Box;
  readonly used: ReadonlySet<Run>;
}

/** Rows farther apart than this (in font sizes, baseline to baseline) are not of one table. */
const FARTHEST = 3.4;
const FEWEST_ROWS = 3;
/** Dot leaders lead to a page number, not to an amount. */
const LEADER = /\.{4,}|…{2,}|·{4,}|(?:\. ){4,}/;

/** Tables that only the alignment of their numbers shows, among runs outside other tables. */
export function alignedTables(runs: readonly Run[]): FoundTable[] {
  const rows = textRows(runs);
  const tables: FoundTable[] = [];
  for (const [from, to] of dataBlocks(rows)) {
    const columns = alignColumns(rows.slice(from, to));
    const first = headerStart(rows, from, columns);
    const part = rows.slice(first, to);
    const box = boxOf(part);
    const table = alignedGrid(part, { x0: box[0], y0: box[1], x1: box[2], y1: box[3], rules: [] });
    if (table === undefined || !isTable(table, part)) continue;
    tables.push({ table, box, used: runsIn(runs, part) });
  }
  return tables;
}

/** Stretches [from, to) of rows with numbers beside other texts, close to each other; single texts between them are allowed. */
function dataBlocks(rows: readonly TextRow[]): [number, number][] {
  const blocks: [number, number][] = [];
  let from = -1;
  let last = -1;
  let count = 0;
  const close = (): void => {
    if (count >= FEWEST_ROWS) blocks.push([from, last + 1]);
    from = -1;
    count = 0;
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (from >= 0 && row.baseline - rows[i - 1]!.baseline > FARTHEST * row.size) close();
    if (isDataRow(row)) {
      if (from < 0) from = i;
      last = i;
      count++;
    } else if (from >= 0 && (i - last > 2 || isProse(row))) close();
  }
  close();
  return blocks;
}

/** True for a row with several texts of which one after the first is a number. */
function isDataRow(row: TextRow): boolean {
  if (row.segments.length < 2) return false;
  if (row.segments.some((segment) => LEADER.test(textOf(segment.run.glyphs)))) return false;
  return row.segments.slice(1).some((segment) => NUMBER.test(textOf(segment.run.glyphs)));
}

/** True for one long text. */
function isProse(row: TextRow): boolean {
  return row.segments.length === 1 && row.segments[0]!.run.glyphs.length > 45;
}

/** The first row of the header above a block: rows whose texts stand over its columns. */
function headerStart(rows: readonly TextRow[], from: number, columns: readonly TextColumn[]): number {
  let first = from;
  while (first > 0) {
    const row = rows[first - 1]!;
    if (rows[first]!.baseline - row.baseline > 2.2 * Math.max(row.size, rows[first]!.size) || isProse(row)) break;
    const over = row.segments.filter((segment) => columns.slice(1).some((column) => overlaps(column, segment)));
    const wide = row.segments.some((segment) => columns.length > 1 && overlaps(columns[0]!, segment) && overlaps(columns[1]!, segment));
    if (wide || (row.segments.length < 2 && over.length === 0) || (row.segments.length < 2 && first < from - 3)) break;
    first--;
  }
  return first;
}

/** A table has a column of numbers after its first, most rows filled, and is no list of contents. */
function isTable(table: AlignedTable, rows: readonly TextRow[]): boolean {
  if (table.numericColumns === 0 || table.shared < 0.6) return false;
  return !isContents(rows) && !hasAxis(table);
}

/** True where a column counts down in even steps, as the axis of a chart does. */
function hasAxis(table: AlignedTable): boolean {
  const columns = table.grid.xs.length - 1;
  for (let c = 0; c < columns; c++) {
    const values = table.grid.cells.flatMap((cell, i) =>
      cell.c === c && cell.cs === 1 && table.runs[i]!.length > 0
        ? [
            Number(
              table.runs[i]!.map((run) => textOf(run.glyphs))
                .join('')
                .replace(/[,%]/g, ''),
            ),
          ]
        : [],
    );
    const numbers = values.filter((value) => Number.isFinite(value));
    const step = (numbers[0] ?? 0) - (numbers[1] ?? 0);
    if (
      numbers.length >= 5 &&
      step > 0 &&
      step !== 1 &&
      numbers.every((value, i) => i === 0 || Math.abs(numbers[i - 1]! - value - step) < 1e-6)
    )
      return true;
  }
  return false;
}

/** True for texts with rising whole numbers at the end: a table of contents. */
function isContents(rows: readonly TextRow[]): boolean {
  if (rows.some((row) => row.segments.length > 3)) return false;
  const pages = rows.map((row) => textOf(row.segments[row.segments.length - 1]!.run.glyphs)).filter((text) => /^\d{1,3}$/.test(text));
  return pages.length >= 0.7 * rows.length && pages.every((page, i) => i === 0 || Number(page) >= Number(pages[i - 1]));
}

function boxOf(rows: readonly TextRow[]): Box {
  const segments = rows.flatMap((row) => row.segments);
  return [
    Math.min(...segments.map((segment) => segment.x0)),
    Math.min(...rows.map((row) => row.y0)),
    Math.max(...segments.map((segment) => segment.x1)),
    Math.max(...rows.map((row) => row.y1)),
  ];
}

/** The page's runs that the rows were made of. */
function runsIn(runs: readonly Run[], rows: readonly TextRow[]): Set<Run> {
  const glyphs = new Set(rows.flatMap((row) => row.segments.flatMap((segment) => segment.run.glyphs)));
  return new Set(runs.filter((run) => glyphs.has(run.glyphs[0]!)));
}
