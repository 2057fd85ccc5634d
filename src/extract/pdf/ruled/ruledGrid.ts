import type { Box } from '../../../model/index.js';
import type { Ruling } from '../page/pageGeometry.js';

/** A rectangle of a grid: 0-based first row and column, spans. */
export interface GridCellSpan {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
}

/** A grid on a page: the x of its column borders, the y of its row borders, and its cells. */
export interface PageGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCellSpan[];
}

/** Lines whose ends come this near (points) meet. */
const MEET = 3;
/** Lines nearer than this are one border: no text fits between. */
const NARROW_COLUMN = 3.5;
const NARROW_ROW = 3;
/** Lines reaching this far over the outermost cross line show a border that was not drawn. */
const OPEN = 8;
/** A border exists where rulings cover this share of a cell's side. */
const COVERED = 0.5;
/** More slots than a page can print text in: hatching or a map, not a table. */
export const MOST_SLOTS = 60_000;

/** The grids of a page, and the boxes of connected rulings with more than MOST_SLOTS slots, which are not read as grids. */
export interface RuledGrids {
  readonly grids: PageGrid[];
  readonly tooLarge: readonly Box[];
}

/** The grids that rulings draw: connected lines, at least two in one direction and one in the other. `horizontal` and `vertical` are merged. */
export function ruledGrids(horizontal: readonly Ruling[], vertical: readonly Ruling[]): RuledGrids {
  const grids: PageGrid[] = [];
  const tooLarge: Box[] = [];
  for (const part of connectedRulings(horizontal, vertical)) {
    const borders = bordersOfGrid(part.horizontal, part.vertical);
    if (borders === undefined) continue;
    const { columns, rows } = borders;
    if (columns.length * rows.length > MOST_SLOTS)
      tooLarge.push([columns[0]!.at, rows[0]!.at, columns[columns.length - 1]!.at, rows[rows.length - 1]!.at]);
    else grids.push(gridOf(columns, rows));
  }
  return { grids, tooLarge };
}

/** Rulings that belong to one grid. */
interface RulingGroup {
  readonly horizontal: Ruling[];
  readonly vertical: Ruling[];
}

/** Groups of rulings that cross or touch each other, each with the vertical rulings beside it that run exactly its height. */
function connectedRulings(horizontal: readonly Ruling[], vertical: readonly Ruling[]): RulingGroup[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const root = (i: number): number => {
    let k = i;
    while (parent[k] !== k) {
      parent[k] = parent[parent[k]!]!;
      k = parent[k]!;
    }
    return k;
  };
  for (let i = 0; i < horizontal.length; i++) {
    const h = horizontal[i]!;
    let own = root(i);
    for (let k = 0; k < vertical.length; k++) {
      const v = vertical[k]!;
      if (v.at > h.to + MEET) break;
      if (v.at >= h.from - MEET && h.at >= v.from - MEET && h.at <= v.to + MEET) {
        const other = root(horizontal.length + k);
        parent[own] = other;
        own = other;
      }
    }
  }
  const groups = new Map<number, RulingGroup>();
  const groupOf = (i: number): RulingGroup => {
    const key = root(i);
    let group = groups.get(key);
    if (group === undefined) {
      group = { horizontal: [], vertical: [] };
      groups.set(key, group);
    }
    return group;
  };
  for (const [i, ruling] of horizontal.entries()) groupOf(i).horizontal.push(ruling);
  for (const [i, ruling] of vertical.entries()) groupOf(horizontal.length + i).vertical.push(ruling);
  const connected = [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
  const alone = [...groups.values()].filter((group) => group.horizontal.length === 0).flatMap((group) => group.vertical);
  addColumnsBeside(connected, alone);
  return connected;
}

/**
 * Adds to each group the vertical rulings that cross no horizontal one but run exactly the group's height: they bound columns whose cells go on over the page
 * break at the top and the bottom. A ruling that fits several groups belongs to the nearest one.
 */
function addColumnsBeside(groups: readonly RulingGroup[], alone: readonly Ruling[]): void {
  const extents = groups.map(({ vertical }) => {
    const ats = vertical.map((ruling) => ruling.at);
    const [top, bottom] = [Math.min(...vertical.map((ruling) => ruling.from)), Math.max(...vertical.map((ruling) => ruling.to))];
    return { left: Math.min(...ats), right: Math.max(...ats), top, bottom };
  });
  for (const ruling of alone) {
    let nearest: { i: number; distance: number } | undefined;
    for (const [i, { left, right, top, bottom }] of extents.entries()) {
      if (Math.abs(ruling.from - top) > MEET || Math.abs(ruling.to - bottom) > MEET) continue;
      const distance = Math.max(left - ruling.at, ruling.at - right, 0);
      if (nearest === undefined || distance < nearest.distance) nearest = { i, distance };
    }
    if (nearest !== undefined) groups[nearest.i]!.vertical.push(ruling);
  }
}

/** One border of a grid: its place and the stretches where it is drawn, by their beginning. */
interface Border {
  at: number;
  stretches: [number, number][];
}

/** Rulings as borders: those too near each other to hold text between are one. */
function bordersOf(rulings: readonly Ruling[], narrow: number): Border[] {
  const borders: (Border & { first: number; weight: number })[] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const last = borders[borders.length - 1];
    const weight = ruling.to - ruling.from;
    if (last !== undefined && ruling.at - last.first <= narrow) {
      last.at = (last.at * last.weight + ruling.at * weight) / (last.weight + weight);
      last.weight += weight;
      last.stretches.push([ruling.from, ruling.to]);
    } else borders.push({ at: ruling.at, first: ruling.at, weight, stretches: [[ruling.from, ruling.to]] });
  }
  for (const { stretches } of borders) stretches.sort((a, b) => a[0] - b[0]);
  return borders;
}

/** Adds the outer borders that lines point to without touching: an open side of a table. */
function closeOpenSides(borders: Border[], crossing: readonly Ruling[], everywhere: [number, number]): void {
  const first = borders[0]?.at ?? Number.POSITIVE_INFINITY;
  const last = borders[borders.length - 1]?.at ?? Number.NEGATIVE_INFINITY;
  const needed = Math.min(2, crossing.length);
  const before = commonEnd(
    crossing.map((ruling) => ruling.from).filter((from) => from < first - OPEN),
    needed,
  );
  const after = commonEnd(
    crossing.map((ruling) => ruling.to).filter((to) => to > last + OPEN),
    needed,
  );
  if (before !== undefined) borders.unshift({ at: before, stretches: [everywhere] });
  if (after !== undefined) borders.push({ at: after, stretches: [everywhere] });
}

/** The end that at least `needed` lines have in common (the middle of those within OPEN), or undefined. */
function commonEnd(ends: readonly number[], needed: number): number | undefined {
  let best: number[] = [];
  for (const end of ends) {
    const near = ends.filter((other) => Math.abs(other - end) <= OPEN).sort((a, b) => a - b);
    if (near.length > best.length) best = near;
  }
  return best.length >= needed ? best[Math.floor(best.length / 2)] : undefined;
}

/** The share of from..to that a border's stretches cover. */
function coverage(border: Border, from: number, to: number): number {
  let covered = 0;
  let reached = from;
  for (const stretch of border.stretches) {
    if (stretch[0] >= to) break;
    const end = Math.min(stretch[1], to);
    if (end <= reached) continue;
    covered += end - Math.max(stretch[0], reached);
    reached = end;
  }
  return to > from ? covered / (to - from) : 0;
}

/** The borders that connected rulings draw, sorted, or undefined where they enclose fewer than two cells. */
function bordersOfGrid(horizontal: readonly Ruling[], vertical: readonly Ruling[]): { columns: Border[]; rows: Border[] } | undefined {
  const columns = bordersOf(vertical, NARROW_COLUMN);
  const rows = bordersOf(horizontal, NARROW_ROW);
  const all: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  closeOpenSides(columns, horizontal, all);
  closeOpenSides(rows, vertical, all);
  return columns.length < 2 || rows.length < 2 || columns.length * rows.length < 6 ? undefined : { columns, rows };
}

/** The grid of sorted borders, without those that bound no cell. */
function gridOf(columns: readonly Border[], rows: readonly Border[]): PageGrid {
  const cells = spansOf(columns, rows);
  return dropUnusedBorders({ xs: columns.map((border) => border.at), ys: rows.map((border) => border.at), cells });
}

/** The cells: slots of a row without a border between are one, then equal stretches of neighbour rows without a border between. */
function spansOf(columns: readonly Border[], rows: readonly Border[]): GridCellSpan[] {
  const cells: { r: number; c: number; rs: number; cs: number }[] = [];
  let above = new Map<number, { r: number; c: number; rs: number; cs: number }>();
  for (let r = 0; r + 1 < rows.length; r++) {
    const [top, bottom] = [rows[r]!.at, rows[r + 1]!.at];
    const here = new Map<number, { r: number; c: number; rs: number; cs: number }>();
    for (let c = 0; c + 1 < columns.length; ) {
      let end = c + 1;
      while (end + 1 < columns.length && coverage(columns[end]!, top, bottom) < COVERED) end++;
      const upper = above.get(c);
      if (upper !== undefined && upper.cs === end - c && coverage(rows[r]!, columns[c]!.at, columns[end]!.at) < COVERED) {
        upper.rs++;
        here.set(c, upper);
      } else {
        const cell = { r, c, rs: 1, cs: end - c };
        cells.push(cell);
        here.set(c, cell);
      }
      c = end;
    }
    above = here;
  }
  return cells;
}

/** The grid without the borders at which no cell begins or ends. */
export function dropUnusedBorders(grid: PageGrid): PageGrid {
  const last = { x: grid.xs.length - 1, y: grid.ys.length - 1 };
  const usedX = grid.xs.map((_, i) => i === 0 || i === last.x);
  const usedY = grid.ys.map((_, i) => i === 0 || i === last.y);
  for (const { r, c, rs, cs } of grid.cells) {
    usedX[c] = true;
    usedX[c + cs] = true;
    usedY[r] = true;
    usedY[r + rs] = true;
  }
  return usedX.every(Boolean) && usedY.every(Boolean) ? grid : mergeBorders(grid, usedX, usedY);
}

/** The grid with the kept borders only; a cell at a dropped border reaches to the kept one before it, and one without extent is gone. */
export function mergeBorders(grid: PageGrid, keepX: readonly boolean[], keepY: readonly boolean[]): PageGrid {
  const x = newIndexes(keepX);
  const y = newIndexes(keepY);
  const cells = grid.cells
    .map((cell) => ({
      r: y[cell.r]!,
      c: x[cell.c]!,
      rs: y[cell.r + cell.rs]! - y[cell.r]!,
      cs: x[cell.c + cell.cs]! - x[cell.c]!,
    }))
    .filter((cell) => cell.rs > 0 && cell.cs > 0);
  return { xs: grid.xs.filter((_, i) => keepX[i]), ys: grid.ys.filter((_, i) => keepY[i]), cells };
}

/** For each border the new index of itself or of the kept one before it. */
function newIndexes(keep: readonly boolean[]): number[] {
  let kept = -1;
  return keep.map((keeps) => {
    if (keeps) kept++;
    return Math.max(0, kept);
  });
}
