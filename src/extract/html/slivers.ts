import type { RawCell } from '../../model/index.js';

const MOST_COMPARISONS = 20_000_000;

/**
 * Puts the columns of a grid right whose spans overlap. Word processors export columns whose edges differ by a fraction of a point as columns of their own
 * (slivers); a cell then reaches into the next one by a sliver. The overlapped columns are dropped, then, as long as there are any, columns in which no
 * cell stands alone. Changes the cells in place; a cell keeps at least one column. Without overlap nothing is changed,
 * nor in a grid too large to be a printed table.
 */
export function dropSlivers(cells: readonly RawCell[], overlapped: ReadonlySet<number>): void {
  if (overlapped.size === 0 || cells.length * (lastColumn(cells) + 1) > MOST_COMPARISONS) return;
  for (const column of [...overlapped].sort((a, b) => b - a)) if (!standsAlone(cells, column)) dropColumn(cells, column);
  for (let column = lastColumn(cells); column >= 0; column -= 1) if (!standsAlone(cells, column)) dropColumn(cells, column);
}

/** Whether a cell fills exactly this column. */
function standsAlone(cells: readonly RawCell[], column: number): boolean {
  return cells.some((cell) => cell.c === column && cell.cs === 1);
}

/** The last column that any cell reaches. */
function lastColumn(cells: readonly RawCell[]): number {
  return cells.reduce((last, cell) => Math.max(last, cell.c + cell.cs - 1), -1);
}

/** Takes a column out of the grid: spans over it shrink, what stands behind it moves up. */
function dropColumn(cells: readonly RawCell[], column: number): void {
  for (const cell of cells) {
    if (cell.c > column) cell.c -= 1;
    else if (cell.c + cell.cs > column && cell.cs > 1) cell.cs -= 1;
  }
}
