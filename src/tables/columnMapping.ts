import type { Grid } from './grid.js';

/** Column borders of one printed table may differ by this many points between pages. */
const TOLERANCE = 3;
/** The outer borders may differ more: a last page can have another right rule. */
const OUTER_TOLERANCE = 6;
/** A page may be set off to the side by its binding margin. */
const MAX_SHIFT = 80;
const SHARED_INNER = 0.7;
/** Borders that a piece with only some of the columns must share. */
const MIN_SHARED = 4;

/** How the columns of two pieces lie over one another: for each border of either its index in the common borders. */
export interface ColumnMapping {
  edges: number[];
  upper: number[];
  lower: number[];
}

/** The lower piece's borders moved to where the upper's are, or null where the two tables have different outer borders. */
function aligned(upper: readonly number[], lower: readonly number[]): number[] | null {
  const width = (edges: readonly number[]) => edges.at(-1)! - edges[0]!;
  const shift = upper[0]! - lower[0]!;
  if (Math.abs(width(upper) - width(lower)) > OUTER_TOLERANCE || Math.abs(shift) > MAX_SHIFT) return null;
  const inner = (edge: number, by: number) => upper.some((other) => Math.abs(other - edge - by) <= TOLERANCE);
  const fits = (by: number) => lower.filter((edge) => inner(edge, by)).length;
  const by = fits(0) >= fits(shift) ? 0 : shift;
  return lower.map((edge) => edge + by);
}

/** Whether two pieces have the columns of one table: the same outer borders, and most inner borders of the poorer one in the richer. */
export function sameColumns(upper: readonly number[], lower: readonly number[]): boolean {
  const moved = aligned(upper, lower);
  if (moved === null) return false;
  const innerUpper = upper.slice(1, -1);
  const innerLower = moved.slice(1, -1);
  const [poor, rich] = innerUpper.length <= innerLower.length ? [innerUpper, innerLower] : [innerLower, innerUpper];
  if (poor.length === 0) return rich.length === 0;
  const shared = poor.filter((edge) => rich.some((other) => Math.abs(edge - other) <= TOLERANCE));
  return shared.length >= SHARED_INNER * poor.length;
}

/**
 * Whether the lower piece has some neighbouring columns of the upper at the same places, and not all: a page where merged cells go on and have
 * no rules of their own.
 */
export function someColumns(upper: readonly number[], lower: readonly number[]): boolean {
  if (lower.length >= upper.length || lower.length < MIN_SHARED) return false;
  const at = lower.map((edge) => upper.findIndex((other) => Math.abs(other - edge) <= TOLERANCE));
  return at.every((index, i) => index >= 0 && (i === 0 || index === at[i - 1]! + 1));
}

/** Whether all borders of the lower piece are among the upper's, up to its right side: a page on which the column of labels goes on without a rule. */
export function rightColumns(upper: readonly number[], lower: readonly number[]): boolean {
  if (lower.length >= upper.length || lower.length < MIN_SHARED) return false;
  const isIn = (edge: number) => upper.some((other) => Math.abs(other - edge) <= TOLERANCE);
  return Math.abs(upper.at(-1)! - lower.at(-1)!) <= TOLERANCE && lower.every(isIn);
}

/** The common borders of two pieces of one table; borders nearer than the tolerance are one. */
export function mapColumns(upper: readonly number[], lower: readonly number[]): ColumnMapping {
  const moved = aligned(upper, lower) ?? lower;
  const edges = [...upper];
  for (const [i, edge] of moved.entries()) {
    const outer = i === 0 || i === moved.length - 1;
    const near = edges.some((other) => Math.abs(other - edge) <= (outer ? OUTER_TOLERANCE : TOLERANCE));
    if (!near) edges.push(edge);
  }
  edges.sort((a, b) => a - b);
  const nearest = (edge: number) => {
    let best = 0;
    for (let i = 1; i < edges.length; i++) if (Math.abs(edges[i]! - edge) < Math.abs(edges[best]! - edge)) best = i;
    return best;
  };
  return { edges, upper: upper.map(nearest), lower: moved.map(nearest) };
}

/** Moves a grid's cells to the common columns. A cell that would lose its width keeps one column. */
export function remapColumns(grid: Grid, map: readonly number[], columns: number): Grid {
  for (const cell of grid.cells) {
    const start = map[cell.c] ?? cell.c;
    const end = map[cell.c + cell.cs] ?? start + cell.cs;
    cell.c = Math.min(start, columns - 1);
    cell.cs = Math.max(1, end - start);
  }
  return { rows: grid.rows, columns, cells: grid.cells };
}
