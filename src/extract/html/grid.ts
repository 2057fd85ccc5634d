import type { Element } from 'domhandler';
import type { RawCell, RawGrid } from '../../model/index.js';
import type { ReadingBudget } from '../budget.js';
import { dropSlivers } from './slivers.js';
import { rowGroups } from './tableElement.js';

/** Limits of the HTML standard on spans, and a bound on the width of a whole grid. */
const MAX_COLUMN_SPAN = 1000;
const MAX_COLUMNS = 16_384;

/** What a cell element prints. */
export interface CellContent {
  text: string;
  indent: number;
  tables: RawGrid[];
}

/**
 * The grid of a table element by the standard's algorithm for forming a table: a cell takes the first free column of its row; row spans end with
 * their row group, `rowspan=0` runs to its end. Where spans would overlap, the later cell keeps what is free, so that
 * no cell is lost, and the columns are put right (see dropSlivers).
 */
export function formGrid(table: Element, read: (cell: Element) => CellContent, budget: ReadingBudget): RawGrid {
  const cells: RawCell[] = [];
  const overlapped = new Set<number>();
  let r = 0;
  for (const group of rowGroups(table)) {
    const end = r + group.rows.length;
    /** Per column: the first row below the cells that reach down into it. */
    const coveredUntil: number[] = [];
    for (const row of group.rows) {
      let c = 0;
      for (const element of row) {
        while ((coveredUntil[c] ?? 0) > r) c += 1;
        budget.takeCells(1);
        const rows = rowSpan(element.attribs.rowspan, r, end);
        const wanted = Math.min(columnSpan(element.attribs.colspan), Math.max(1, MAX_COLUMNS - c));
        const cs = freeColumns(coveredUntil, r, c, wanted);
        for (let k = c + cs; k < c + wanted; k += 1) if ((coveredUntil[k] ?? 0) > r) overlapped.add(k);
        for (let k = c; k < c + cs; k += 1) coveredUntil[k] = r + rows;
        cells.push(newCell(r, c, rows, cs, read(element), group.header || element.name === 'th'));
        c += wanted;
      }
      r += 1;
    }
  }
  dropSlivers(cells, overlapped);
  return trimSpans({ rows: r, columns: 0, cells });
}

/** A cell that starts at (r, c). */
function newCell(r: number, c: number, rs: number, cs: number, content: CellContent, header: boolean): RawCell {
  const cell: RawCell = { r, c, rs, cs, text: content.text };
  if (header) cell.header = true;
  if (content.indent > 0) cell.indent = content.indent;
  if (content.tables.length > 0) cell.tables = content.tables;
  return cell;
}

/** How many of the wanted columns from `c` on are free in row `r`; at least one. */
function freeColumns(coveredUntil: readonly number[], r: number, c: number, wanted: number): number {
  let free = 1;
  while (free < wanted && (coveredUntil[c + free] ?? 0) <= r) free += 1;
  return free;
}

/** A colspan attribute: 1 where it is no positive number, at most 1000. */
function columnSpan(text: string | undefined): number {
  const value = Number.parseInt(text ?? '', 10);
  return value >= 1 ? Math.min(value, MAX_COLUMN_SPAN) : 1;
}

/** A rowspan attribute within its group: 0 means to the end of the group. */
function rowSpan(text: string | undefined, r: number, end: number): number {
  const value = Number.parseInt(text ?? '', 10);
  if (value === 0) return end - r;
  return value >= 1 ? Math.min(value, end - r) : 1;
}

/** Cuts spans that reach past the last column where any cell starts: nothing is printed there. */
function trimSpans(grid: RawGrid): RawGrid {
  const columns = grid.cells.reduce((most, cell) => Math.max(most, cell.c + 1), 0);
  for (const cell of grid.cells) cell.cs = Math.min(cell.cs, columns - cell.c);
  return { ...grid, columns };
}
