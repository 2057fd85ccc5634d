import type { Box } from '../../../model/index.js';
import { NUMBER, type TextRow, textRows } from '../aligned/alignment.js';
import { intersect } from '../page/affine.js';
import { textOf } from '../page/lines.js';
import type { FilledArea, Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';
import type { FilledGrid } from './fillGrid.js';
import { mergeRulings } from './mergeRulings.js';
import { type PageGrid, ruledGrids } from './ruledGrid.js';
import { isWhite } from './rulings.js';

/** Cells painted as areas with gaps between: their edges are the borders. Smaller areas (points) are bars and bullets. */
const LOWEST = 6;
const NARROWEST = 10;
const MOST_AREAS = 1500;
/** So far (points) beyond its edge the colour next to an area is looked at. */
const BEYOND = 0.4;
/** Texts this near (in font sizes) below a grid go on with it: only its header is painted. */
const NEAR = 2;
const FEWEST_ROWS = 3;
/** Share of a grid's cells that are one row and one column large; bars of a chart make few such cells. */
const REGULAR = 0.7;

/** The grids that areas draw whose neighbours leave gaps of the paper's colour; areas that touch one of `taken` belong to other tables. */
export function filledGrids(fills: readonly FilledArea[], taken: readonly Box[]): PageGrid[] {
  const cells = fills.filter(({ box, colour }) => !isWhite(colour) && box[2] - box[0] >= NARROWEST && box[3] - box[1] >= LOWEST);
  if (cells.length < 2 * FEWEST_ROWS || cells.length > MOST_AREAS) return [];
  const free = cells.filter(({ box }) => !taken.some((other) => intersect(box, other) !== undefined));
  if (free.length < 2 * FEWEST_ROWS) return [];
  const rule = (at: number, from: number, to: number): Ruling => ({ at, from, to, width: 0 });
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  for (const area of free) {
    const [x0, y0, x1, y1] = area.box;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (isEdge(area, x, y0 - BEYOND, free)) horizontal.push(rule(y0, x0, x1));
    if (isEdge(area, x, y1 + BEYOND, free)) horizontal.push(rule(y1, x0, x1));
    if (isEdge(area, x0 - BEYOND, y, free)) vertical.push(rule(x0, y0, y1));
    if (isEdge(area, x1 + BEYOND, y, free)) vertical.push(rule(x1, y0, y1));
  }
  return ruledGrids(mergeRulings(horizontal), mergeRulings(vertical)).grids.filter(isRegular);
}

/** True where no area of the same colour goes on at a point beside one. */
function isEdge({ colour }: FilledArea, x: number, y: number, areas: readonly FilledArea[]): boolean {
  return !areas.some(({ box, colour: other }) => other === colour && x > box[0] && x < box[2] && y > box[1] && y < box[3]);
}

/** True for a grid of at least three rows, most of whose cells are one row and one column large. */
function isRegular({ xs, ys, cells }: PageGrid): boolean {
  if (ys.length <= FEWEST_ROWS || xs.length < 3) return false;
  return cells.filter((cell) => cell.rs === 1 && cell.cs === 1).length >= REGULAR * cells.length;
}

/** True where no cell prints numbers below each other (areas painted behind whole columns are no cells) and no further rows stand below. */
export function isWholeTable({ grid, runs }: FilledGrid, outside: readonly Run[]): boolean {
  const bottom = grid.ys[grid.ys.length - 1]!;
  const [left, right] = [grid.xs[0]!, grid.xs[grid.xs.length - 1]!];
  const below = outside.filter(
    (run) => run.box[1] >= bottom - 1 && run.box[1] < bottom + NEAR * run.size && run.box[2] > left && run.box[0] < right,
  );
  if (textRows(below).some((row) => row.segments.length > 1)) return false;
  return runs.every((cell) => cell.length < 2 || textRows(cell).filter((row) => isNumeric(row)).length < 2);
}

function isNumeric(row: TextRow): boolean {
  return row.segments.some((segment) => NUMBER.test(textOf(segment.run.glyphs)));
}
