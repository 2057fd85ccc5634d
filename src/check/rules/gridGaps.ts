import type { Box, GridTable } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Points between two cells that are no gap: the width of lines, double lines. */
const TOUCHING = 4;
/** Points below the top of a cell that are certainly inside it. */
const BELOW = 1;

/** The boxes of the cells of a table page by page; a cell that a page break cuts has one on both pages. */
function boxesByPage(grid: GridTable): Map<number, Box[]> {
  const pages = new Map<number, Box[]>();
  for (const { page, box, pieces } of grid.cells) {
    for (const piece of pieces ?? [{ page, box }]) {
      if (piece.page === undefined || piece.box === undefined) continue;
      const on = pages.get(piece.page);
      if (on) on.push(piece.box);
      else pages.set(piece.page, [piece.box]);
    }
  }
  return pages;
}

/** The widest strip between intervals of a line that none of them covers, from its start to its end; null where they touch. */
function gapBetween(intervals: readonly (readonly [number, number])[]): [number, number] | null {
  let widest: [number, number] | null = null;
  let end = Number.POSITIVE_INFINITY;
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (from - end > Math.max(TOUCHING, widest ? widest[1] - widest[0] : 0)) widest = [end, from];
    end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
  }
  return widest;
}

/** The first of some ascending numbers that is greater than a bound. */
function firstAbove(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The strip from left to right that no cell covers, of the first row that has one. Looked for just below the top of each cell, whatever rows of the grid the cells cut by page breaks belong to. */
function columnGap(boxes: readonly Box[]): [number, number] | null {
  const heights = [...new Set(boxes.map((box) => box[1] + BELOW))].sort((a, b) => a - b);
  const rows = heights.map((): [number, number][] => []);
  for (const box of boxes) {
    for (let at = firstAbove(heights, box[1]); (heights[at] ?? Number.POSITIVE_INFINITY) < box[3]; at += 1)
      rows[at]?.push([box[0], box[2]]);
  }
  for (const intervals of rows) {
    const gap = gapBetween(intervals);
    if (gap) return gap;
  }
  return null;
}

const points = (gap: readonly [number, number]) => `${Math.round(gap[0])} to ${Math.round(gap[1])}`;

/** The cells of a table that is drawn with lines touch each other: a strip of the page between two columns, or two rows, that belongs to no cell was not read. */
export const gridGaps: Rule = {
  id: 'grid_gaps',
  title: 'The cells of a table drawn with lines touch each other, without a strip between them that belongs to no cell',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'grid_gaps', ({ grid }): TableAssertion | null => {
      const pages = grid.evidence === 'ruled' ? boxesByPage(grid) : new Map<number, Box[]>();
      if (pages.size === 0) return null;
      const found = [...pages].flatMap(([page, boxes]) => {
        const [column, row] = [columnGap(boxes), gapBetween(boxes.map((box) => [box[1], box[3]]))];
        return [
          ...(column ? [`page ${page} from left to right, ${points(column)}`] : []),
          ...(row ? [`page ${page} from top to bottom, ${points(row)}`] : []),
        ];
      });
      return {
        holds: found.length === 0,
        cells: grid.cells.length,
        message:
          found.length === 0
            ? `${grid.cells.length} cells touch each other`
            : `no cell covers these points: ${found.join('; ')}; look for the column or row that is printed there`,
      };
    }),
};
