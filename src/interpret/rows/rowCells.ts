import type { GridCell, GridTable } from '../../model/index.js';
import type { ColumnReading } from '../reading.js';
import { fold } from '../text/fold.js';

const key = (r: number, c: number) => `${r},${c}`;

/** The cell that covers each slot of a grid, by `r,c`. */
export function cellsBySlot(table: GridTable): Map<string, GridCell> {
  const bySlot = new Map<string, GridCell>();
  for (const cell of table.cells) {
    for (let r = cell.r; r < cell.r + cell.rs; r += 1) {
      for (let c = cell.c; c < cell.c + cell.cs; c += 1) bySlot.set(key(r, c), cell);
    }
  }
  return bySlot;
}

/** The cell at a slot, or undefined. */
export function cellAt(bySlot: ReadonlyMap<string, GridCell>, r: number, c: number): GridCell | undefined {
  return bySlot.get(key(r, c));
}

/** What one row prints in one column: `text` of its own cell, else of the body cell that spans down to it (`spanned`). */
export interface RowText {
  text: string;
  spanned: boolean;
  cell: GridCell | undefined;
}

/** Text of a column in a body row; a cell merged over several rows counts for each of them. */
export function rowText(table: GridTable, bySlot: ReadonlyMap<string, GridCell>, rowIndex: number, column: ColumnReading): RowText {
  const row = table.rows[rowIndex];
  if (!row) return { text: '', spanned: false, cell: undefined };
  const own = row.texts[column.index] ?? '';
  const cell = cellAt(bySlot, row.r, column.at);
  if (fold(own) !== '') return { text: own, spanned: false, cell };
  const spanning = cell && cell.role === 'body' && cell.r < row.r && cell.c === column.at;
  return spanning ? { text: cell.text, spanned: true, cell } : { text: '', spanned: false, cell };
}
