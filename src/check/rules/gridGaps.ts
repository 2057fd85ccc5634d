import type { Box, GridTable } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Points between two cells that are no gap: the width of lines, double lines. */
const TOUCHING = 4;

/** What a page shows of a cell: the grid rows that it covers and its box. */
interface Piece {
  r: number;
  rs: number;
  box: Box;
}

/** The cells of a table page by page; a cell that a page break cuts is on both pages. */
function piecesByPage(grid: GridTable): Map<number, Piece[]> {
  const pages = new Map<number, Piece[]>();
  for (const { r, rs, page, box, pieces } of grid.cells) {
    for (const piece of pieces ?? [{ page, box }]) {
      if (piece.page === undefined || piece.box === undefined) continue;
      const on = pages.get(piece.page);
      if (on) on.push({ r, rs, box: piece.box });
      else pages.set(piece.page, [{ r, rs, box: piece.box }]);
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

/** The strip beside the cells of a row that no cell covers, of the first row that has one. */
function columnGap(pieces: readonly Piece[]): [number, number] | null {
  const rows = new Map<number, [number, number][]>();
  for (const { r, rs, box } of pieces) {
    for (let row = r; row < r + rs; row += 1) {
      const intervals = rows.get(row);
      if (intervals) intervals.push([box[0], box[2]]);
      else rows.set(row, [[box[0], box[2]]]);
    }
  }
  for (const intervals of rows.values()) {
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
      const pages = grid.evidence === 'ruled' ? piecesByPage(grid) : new Map<number, Piece[]>();
      if (pages.size === 0) return null;
      const found = [...pages].flatMap(([page, pieces]) => {
        const [column, row] = [columnGap(pieces), gapBetween(pieces.map(({ box }) => [box[1], box[3]]))];
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
