import { stringify } from 'csv-stringify/sync';
import type { CellRow, TableRow } from '../../model/index.js';
import { groupBy } from '../groupBy.js';

/** A printed table as CSV: its path in the dataset and its text. */
export interface PrintedGrid {
  path: string;
  text: string;
}

/**
 * The raw edition: every table as printed, `raw/<sha256>/<index>.csv`, a cell of the CSV for each position of the grid. A cell that spans others stands in
 * the first of them, the rest are blank; nothing is interpreted.
 */
export function* printedGrids(tables: readonly TableRow[], cells: readonly CellRow[]): Iterable<PrintedGrid> {
  const byTable = groupBy(cells, (cell) => cell.table_id);
  for (const { table_id, document_id, index } of tables) {
    const own = byTable.get(table_id) ?? [];
    const width = Math.max(0, ...own.map((cell) => cell.c + cell.cs));
    const height = Math.max(0, ...own.map((cell) => cell.r + cell.rs));
    const grid = Array.from({ length: height }, () => new Array<string>(width).fill(''));
    for (const { r, c, text } of own) grid[r]![c] = text;
    yield { path: `raw/${document_id}/${String(index).padStart(4, '0')}.csv`, text: stringify(grid, { record_delimiter: '\r\n' }) };
  }
}
