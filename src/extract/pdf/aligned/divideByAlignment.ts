import { textOf } from '../page/lines.js';
import type { Run } from '../page/runs.js';
import { type FilledGrid, fillGrid } from '../ruled/fillGrid.js';
import type { GridCellSpan, PageGrid } from '../ruled/ruledGrid.js';
import { alignColumns, NUMBER, type TextRow, textRows } from './alignment.js';

/** Share of a column's cells that must print several numbers side by side before it is divided. */
const MOST = 0.6;
const FEWEST = 2;

/** The filled grid with columns divided that print several aligned numbers in each cell: borders that were never drawn. */
export function divideByAlignment(filled: FilledGrid): FilledGrid {
  const { grid, runs } = filled;
  const borders = new Map<number, number[]>();
  for (let c = 0; c + 1 < grid.xs.length; c++) {
    // A run has no gap as wide as one between columns: only cells with several runs can print several numbers on a line.
    const promising = grid.cells.filter((cell, i) => cell.c === c && cell.cs === 1 && runs[i]!.length > 1).length;
    if (promising < FEWEST) continue;
    const rows = grid.cells.flatMap((cell, i) => (cell.c === c && cell.cs === 1 && runs[i]!.length > 0 ? textRows(runs[i]!) : []));
    const several = rows.filter((row) => numbersIn(row) > 1).length;
    if (several < FEWEST || several < MOST * rows.length) continue;
    const columns = alignColumns(rows);
    if (columns.length < 2) continue;
    borders.set(
      c,
      columns.slice(1).map((column, k) => (columns[k]!.x1 + column.x0) / 2),
    );
  }
  if (borders.size === 0) return filled;
  return fillGrid(withColumns(grid, runs, borders), runs.flat()).filled;
}

/** How many of a row's segments are numbers. */
function numbersIn(row: TextRow): number {
  return row.segments.filter((segment) => NUMBER.test(textOf(segment.run.glyphs))).length;
}

/** The grid with more column borders; a cell stays whole where a text crosses one of them. */
function withColumns(grid: PageGrid, runs: readonly (readonly Run[])[], borders: ReadonlyMap<number, readonly number[]>): PageGrid {
  const start: number[] = [];
  const xs: number[] = [];
  for (let c = 0; c < grid.xs.length; c++) {
    start.push(xs.length);
    xs.push(grid.xs[c]!, ...(borders.get(c) ?? []));
  }
  const cells = grid.cells.flatMap((cell, i): GridCellSpan[] => {
    const from = start[cell.c]!;
    const to = start[cell.c + cell.cs]!;
    const inner = xs.slice(from + 1, to);
    const crossed = textRows(runs[i]!).some((row) => row.segments.some((segment) => inner.some((x) => segment.x0 < x && segment.x1 > x)));
    if (cell.cs > 1 || crossed) return [{ r: cell.r, c: from, rs: cell.rs, cs: to - from }];
    return Array.from({ length: to - from }, (_, k) => ({ r: cell.r, c: from + k, rs: cell.rs, cs: 1 }));
  });
  return { xs, ys: grid.ys, cells };
}
