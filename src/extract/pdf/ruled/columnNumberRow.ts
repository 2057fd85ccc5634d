import { type TextRow, textRows } from '../aligned/alignment.js';
import { textOf } from '../page/lines.js';
import type { Run } from '../page/runs.js';
import { type FilledGrid, fillGrid } from './fillGrid.js';
import type { GridCellSpan } from './ruledGrid.js';

/** The number of a column, in brackets. */
const COLUMN_NUMBER = /^\((\d{1,2})\)$/;
const FEWEST = 3;
const SAME_BASELINE = 0.3;

/** The filled grid with the row of heads divided whose cells end with the numbers of their columns, (1) (2) (3) on one line: these are a row of their own. */
export function divideColumnNumbers(filled: FilledGrid): FilledGrid {
  const { grid, runs } = filled;
  const last = grid.cells.map((_, i) => columnNumber(runs[i]!));
  for (let r = 0; r + 1 < grid.ys.length; r++) {
    const numbered = grid.cells
      .flatMap((cell, i) => (cell.r + cell.rs - 1 === r && last[i] !== undefined ? [{ cell, ...last[i] }] : []))
      .sort((a, b) => a.cell.c - b.cell.c);
    const [first] = numbered;
    if (first === undefined || numbered.length < FEWEST) continue;
    const isOneLine = numbered.every(
      ({ row, value }, i) => value === first.value + i && Math.abs(row.baseline - first.row.baseline) < SAME_BASELINE * row.size,
    );
    const y = Math.min(...numbered.map(({ row }) => row.y0));
    if (isOneLine && numbered.every(({ above }) => above <= y + SAME_BASELINE * first.row.size))
      return fillGrid(
        { ...grid, ys: [...grid.ys.slice(0, r + 1), y, ...grid.ys.slice(r + 1)], cells: cutBelow(grid.cells, runs, r, y) },
        runs.flat(),
      ).filled;
  }
  return filled;
}

/** The number that is the last of several lines of a cell, and where the line above it ends. */
function columnNumber(runs: readonly Run[]): { readonly row: TextRow; readonly value: number; readonly above: number } | undefined {
  if (runs.length < 2 || !runs.some(({ glyphs }) => glyphs.length <= 4 && glyphs[0]!.text === '(')) return undefined;
  const rows = textRows(runs);
  const [above, row] = rows.slice(-2);
  if (above === undefined || row === undefined || row.segments.length !== 1) return undefined;
  const found = COLUMN_NUMBER.exec(textOf(row.segments[0]!.run.glyphs));
  return found === null ? undefined : { row, value: Number(found[1]), above: above.y1 };
}

/** The cells of a grid with a border at `y` in row `r`; a cell whose text crosses it stays whole. */
function cutBelow(cells: readonly GridCellSpan[], runs: readonly (readonly Run[])[], r: number, y: number): GridCellSpan[] {
  return cells.flatMap((cell, i): GridCellSpan[] => {
    if (cell.r > r) return [{ ...cell, r: cell.r + 1 }];
    if (cell.r + cell.rs - 1 < r) return [cell];
    const isCrossed = runs[i]!.some(({ box, size }) => box[1] < y - SAME_BASELINE * size && box[3] > y + SAME_BASELINE * size);
    if (cell.r + cell.rs - 1 > r || isCrossed) return [{ ...cell, rs: cell.rs + 1 }];
    return [cell, { ...cell, r: r + 1, rs: 1 }];
  });
}
