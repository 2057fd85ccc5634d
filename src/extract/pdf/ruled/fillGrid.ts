import type { Glyph } from '../page/pageGeometry.js';
import { gapBetween, makeRun, type Run } from '../page/runs.js';
import type { GridCellSpan, PageGrid } from './ruledGrid.js';

/** A grid with the runs of each cell, in the order of `grid.cells`. */
export interface FilledGrid {
  readonly grid: PageGrid;
  readonly runs: readonly (readonly Run[])[];
}

/** A gap wider than this (in font sizes) separates texts where a border passes near it. */
const CUT_GAP = 0.12;
/** So does an overlap deeper than this: glyphs placed one by one meet to within half of it. */
const CUT_OVERLAP = 0.08;
/** How far (in font sizes) a border may miss the place between two glyphs: of one text object, of two, and without a gap. */
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

  /** The index of the cell in which the middles of all glyphs of a run are, or -1 where there is none. */
  cellAround({ glyphs }: Run): number {
    const { grid } = this;
    const first = glyphs[0]!;
    const home = this.at((first.x0 + first.x1) / 2, (first.y0 + first.y1) / 2);
    if (home < 0) return -1;
    const { r, c, rs, cs } = grid.cells[home]!;
    const [left, right] = [grid.xs[c]!, grid.xs[c + cs]!];
    const [top, bottom] = [grid.ys[r]!, grid.ys[r + rs]!];
    for (const glyph of glyphs) {
      const x = (glyph.x0 + glyph.x1) / 2;
      const y = (glyph.y0 + glyph.y1) / 2;
      if (x < left || x >= right || y < top || y >= bottom) return -1;
    }
    return home;
  }

  /** True where a column border that divides two cells at height y passes between x0 and x1. */
  hasBorder(x0: number, x1: number, y: number): boolean {
    const { xs, ys } = this.grid;
    const r = intervalAt(ys, y);
    if (r < 0) return false;
    for (let i = Math.max(0, intervalAt(xs, x0)); i < xs.length && xs[i]! <= x1; i++) {
      const left = i === 0 ? -1 : this.slots[r * this.columns + i - 1]!;
      const right = i === this.columns ? -1 : this.slots[r * this.columns + i]!;
      if (xs[i]! >= x0 && left !== right) return true;
    }
    return false;
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
    const whole = finder.cellAround(run);
    if (whole >= 0) {
      cells[whole]!.push(run);
      continue;
    }
    for (const { glyphs, cell } of piecesOf(run, finder)) {
      const piece = glyphs.length === run.glyphs.length ? run : makeRun(glyphs);
      if (cell < 0) outside.push(piece);
      else cells[cell]!.push(piece);
    }
  }
  return { filled: { grid, runs: cells }, outside };
}

interface Piece {
  glyphs: Glyph[];
  /** The index of its cell, -1 outside the grid. */
  readonly cell: number;
}

/** A run in pieces, each wholly in one cell: cut where a text ends at a border; neighbour pieces of one cell are one text. */
function piecesOf(run: Run, finder: CellFinder): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let end = 1; end <= run.glyphs.length; end++) {
    if (end < run.glyphs.length && !mayCut(run.glyphs, end, finder)) continue;
    const glyphs = run.glyphs.slice(start, end);
    const cell = homeOf(glyphs.map((glyph) => finder.at((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2)));
    const last = pieces[pieces.length - 1];
    if (last?.cell === cell) last.glyphs.push(...glyphs);
    else pieces.push({ glyphs, cell });
    start = end;
  }
  return pieces;
}

/** True where a text may end before the glyph `i` of a run: a border of this row passes at or near the place between it and the glyph before. */
function mayCut(glyphs: readonly Glyph[], i: number, finder: CellFinder): boolean {
  const a = glyphs[i - 1]!;
  const b = glyphs[i]!;
  const size = Math.max(a.size, b.size);
  const gap = gapBetween(a, b);
  if (a.direction !== 'right') return gap > CUT_GAP * size;
  const hasBorderWithin = (reach: number): boolean =>
    finder.hasBorder(Math.min(a.x1, b.x0) - reach, Math.max(a.x1, b.x0) + reach, (a.y0 + a.y1) / 2);
  // Most places are far from any border, which is quickly seen; how far a border may be takes a look at the whole run.
  if (!hasBorderWithin(size * NEAR_OTHER_OBJECT)) return false;
  const reach = size * reachOf(glyphs, i, gap / size);
  return reach > 0 && hasBorderWithin(reach);
}

/** How far (in font sizes) a border may miss the place before glyph `i` and still cut there, given the gap (in font sizes); 0: no text ends here. */
function reachOf(glyphs: readonly Glyph[], i: number, gap: number): number {
  const otherObject = glyphs[i - 1]!.object !== glyphs[i]!.object;
  if (gap > CUT_GAP) return otherObject ? NEAR_OTHER_OBJECT : NEAR_SAME_OBJECT;
  if (!otherObject) return 0;
  // A text cut off by its neighbour cell runs on under the neighbour's text: they overlap more than the other glyphs of the run.
  if (gap < usualGap(glyphs) - CUT_OVERLAP) return NEAR_OTHER_OBJECT;
  return isBetweenTexts(glyphs, i) ? NEAR_TOUCHING : 0;
}

/** The middle gap between neighbour glyphs (in font sizes) of a run of several; at most 0, so that condensed type only counts. */
function usualGap(glyphs: readonly Glyph[]): number {
  const gaps = glyphs.slice(1).map((glyph, i) => gapBetween(glyphs[i]!, glyph) / glyph.size);
  gaps.sort((a, b) => a - b);
  return gaps.length < 3 ? 0 : Math.min(0, gaps[Math.floor(gaps.length / 2)]!);
}

/** True where text objects are whole texts around the place before glyph `i`: some programs draw every glyph by itself, which says nothing. */
function isBetweenTexts(glyphs: readonly Glyph[], i: number): boolean {
  const sides = [
    [glyphs[i - 2], glyphs[i - 1]],
    [glyphs[i], glyphs[i + 1]],
  ].filter(([a, b]) => a !== undefined && b !== undefined);
  return sides.length > 0 && sides.every(([a, b]) => a!.object === b!.object);
}

/** The cell that a text belongs to: where most of its glyphs are, the earlier one of equals; outside only if it also starts there. */
function homeOf(cells: readonly number[]): number {
  const count = new Map<number, number>();
  for (const cell of cells) count.set(cell, (count.get(cell) ?? 0) + 1);
  let home = -1;
  let most = 0;
  for (const [cell, n] of count) {
    if (cell >= 0 && n > most) [home, most] = [cell, n];
  }
  if (cells[0] === -1 && (count.get(-1) ?? 0) * 2 > cells.length) return -1;
  return home;
}
