import type { Glyph } from './pageGeometry.js';
import type { GridCellSpan, PageGrid } from './ruledGrid.js';
import { gapBetween, makeRun, type Run } from './runs.js';

/** A grid with the runs of each cell, in the order of `grid.cells`. */
export interface FilledGrid {
  readonly grid: PageGrid;
  readonly runs: readonly (readonly Run[])[];
}

/** A gap wider than this (in font sizes) separates texts where a border passes near it. */
const CUT_GAP = 0.12;
/** How far (in font sizes) a border may miss the gap between two glyphs: of one text object, of two, and without a gap. */
const NEAR_SAME_OBJECT = 0.3;
const NEAR_OTHER_OBJECT = 0.5;
const NEAR_TOUCHING = 0.15;

/** Finds the cell at a point of a grid. */
export class CellFinder {
  private readonly slots: Int32Array;
  private readonly columns: number;

  constructor(private readonly grid: PageGrid) {
    this.columns = grid.xs.length - 1;
    this.slots = new Int32Array(this.columns * (grid.ys.length - 1)).fill(-1);
    grid.cells.forEach((cell: GridCellSpan, i) => {
      for (let r = cell.r; r < cell.r + cell.rs; r++) for (let c = cell.c; c < cell.c + cell.cs; c++) this.slots[r * this.columns + c] = i;
    });
  }

  /** The index of the cell at (x, y), or -1 outside the grid. */
  at(x: number, y: number): number {
    const c = intervalAt(this.grid.xs, x);
    const r = intervalAt(this.grid.ys, y);
    return c < 0 || r < 0 ? -1 : this.slots[r * this.columns + c]!;
  }
}

/** The index of the interval of sorted borders that holds `value`, or -1. */
function intervalAt(borders: readonly number[], value: number): number {
  let low = 0;
  let high = borders.length - 1;
  if (value < borders[0]! || value > borders[high]!) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (borders[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Puts each run (cut where a cell border passes through a gap) into the cell it belongs to; `outside` are those of no cell. */
export function fillGrid(grid: PageGrid, runs: readonly Run[]): { filled: FilledGrid; outside: Run[] } {
  const finder = new CellFinder(grid);
  const cells: Run[][] = grid.cells.map(() => []);
  const outside: Run[] = [];
  const [left, right] = [grid.xs[0]!, grid.xs[grid.xs.length - 1]!];
  const [top, bottom] = [grid.ys[0]!, grid.ys[grid.ys.length - 1]!];
  for (const run of runs) {
    const [x0, y0, x1, y1] = run.box;
    if (x1 < left || x0 > right || y1 < top || y0 > bottom) {
      outside.push(run);
      continue;
    }
    for (const piece of cutRun(run, finder, grid.xs)) {
      const cell = homeOf(piece.glyphs, piece.cells);
      if (cell < 0) outside.push(makeRun(piece.glyphs));
      else cells[cell]!.push(piece.glyphs.length === run.glyphs.length ? run : makeRun(piece.glyphs));
    }
  }
  return { filled: { grid, runs: cells }, outside };
}

interface Piece {
  glyphs: Glyph[];
  cells: number[];
}

/** A run in pieces: cut where a column border passes at or near a gap; pieces of one cell meet there again. */
function cutRun(run: Run, finder: CellFinder, xs: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | undefined;
  for (const glyph of run.glyphs) {
    const cell = finder.at((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2);
    const last = piece?.glyphs[piece.glyphs.length - 1];
    if (piece === undefined || last === undefined || mayCut(last, glyph, xs)) {
      piece = { glyphs: [], cells: [] };
      pieces.push(piece);
    }
    piece.glyphs.push(glyph);
    piece.cells.push(cell);
  }
  return pieces;
}

/** True where a border at or near the gap between two neighbour glyphs may end one text and begin another. */
function mayCut(a: Glyph, b: Glyph, xs: readonly number[]): boolean {
  if (a.direction !== 'right') return gapBetween(a, b) > CUT_GAP * Math.max(a.size, b.size);
  const size = Math.max(a.size, b.size);
  const apart = b.x0 - a.x1 > CUT_GAP * size;
  if (!apart && a.object === b.object) return false;
  const reach = size * (!apart ? NEAR_TOUCHING : a.object === b.object ? NEAR_SAME_OBJECT : NEAR_OTHER_OBJECT);
  return xs.some((x) => x >= a.x1 - reach && x <= b.x0 + reach);
}

/** The cell that a text belongs to: where most of its glyphs are, the earlier one of equals; outside only if it also starts there. */
function homeOf(glyphs: readonly Glyph[], cells: readonly number[]): number {
  const count = new Map<number, number>();
  for (const cell of cells) count.set(cell, (count.get(cell) ?? 0) + 1);
  let home = -1;
  let most = 0;
  for (const [cell, n] of count) {
    if (cell >= 0 && n > most) [home, most] = [cell, n];
  }
  if (cells[0] === -1 && (count.get(-1) ?? 0) * 2 > glyphs.length) return -1;
  return home;
}
