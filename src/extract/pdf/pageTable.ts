import type { Box, RawCell, RawGrid } from '../../model/index.js';
import { type Line, makeLines, sortIfNeeded } from './page/lines.js';
import type { Run } from './page/runs.js';
import type { FilledGrid } from './ruled/fillGrid.js';
import { mergeBorders, type PageGrid } from './ruled/ruledGrid.js';

/** How a table was recognized. */
export type Evidence = 'ruled' | 'half_ruled' | 'aligned';

/** A recognized table on one page. `glyphs` of its runs are placed by it. */
export interface PageTable {
  readonly evidence: Evidence;
  readonly grid: PageGrid;
  readonly box: Box;
  readonly runs: readonly (readonly Run[])[];
}

/** Rows and columns thinner than this (points; and this part of the common font size) hold no text: they are fragments of rules. */
const SLIVER = 4.5;
const SLIVER_COLUMN = 0.95;
const SLIVER_ROW = 0.6;

/** The filled grid without rows and columns that are only slivers between rules. */
export function dropSlivers(filled: FilledGrid): FilledGrid {
  const { grid, runs } = filled;
  const size = commonSize(runs);
  const keepX = keptBorders(grid.xs, Math.max(SLIVER, SLIVER_COLUMN * size), (i) =>
    isHeld(filled, (cell) => cell.c === i && cell.cs === 1),
  );
  const keepY = keptBorders(grid.ys, Math.max(SLIVER, SLIVER_ROW * size), (i) => isHeld(filled, (cell) => cell.r === i && cell.rs === 1));
  if (keepX.every(Boolean) && keepY.every(Boolean)) return filled;
  const kept: number[] = [];
  grid.cells.forEach((cell, i) => {
    if (extent(keepX, cell.c, cell.cs) && extent(keepY, cell.r, cell.rs)) kept.push(i);
  });
  return { grid: mergeBorders(grid, keepX, keepY), runs: kept.map((i) => runs[i]!) };
}

/** The middle font size of a table's runs, 0 without text. */
function commonSize(runs: readonly (readonly Run[])[]): number {
  const sizes = runs.flatMap((cell) => cell.map((run) => run.size)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** True where a cell keeps at least one border after its first. */
function extent(keep: readonly boolean[], start: number, span: number): boolean {
  for (let i = start + 1; i <= start + span; i++) if (keep[i]) return true;
  return false;
}

/** For each border whether it stays: the second border of a sliver without text goes. */
function keptBorders(borders: readonly number[], sliver: number, held: (i: number) => boolean): boolean[] {
  const keep = borders.map(() => true);
  for (let i = 0; i + 1 < borders.length; i++) if (borders[i + 1]! - borders[i]! < sliver && !held(i)) keep[i + 1] = false;
  return keep;
}

/** True where a cell that `inside` selects has text. */
function isHeld(filled: FilledGrid, inside: (cell: PageGrid['cells'][number]) => boolean): boolean {
  return filled.grid.cells.some((cell, i) => inside(cell) && filled.runs[i]!.length > 0);
}

/** The table's grid as the document model states it; `indent` is measured from the left edge of the column's texts. */
export function rawGrid(table: PageTable, page: number): RawGrid {
  const { grid, runs } = table;
  const lines = runs.map((cell) => makeLines(cell));
  const edges = textEdges(grid, lines);
  const cells = grid.cells.map((cell, i): RawCell => {
    const box: Box = [grid.xs[cell.c]!, grid.ys[cell.r]!, grid.xs[cell.c + cell.cs]!, grid.ys[cell.r + cell.rs]!];
    const first = lines[i]![0];
    const edge = edges.get(cell.c);
    const indent = first === undefined || edge === undefined ? 0 : Math.max(0, Math.round(((first.box[0] - edge) / first.size) * 10) / 10);
    const { r, c, rs, cs } = cell;
    const raw: RawCell = { r, c, rs, cs, text: lines[i]!.map((line) => line.text).join('\n'), page, box: roundBox(box) };
    if (first !== undefined) raw.indent = indent;
    return raw;
  });
  sortIfNeeded(cells, (a, b) => a.r - b.r || a.c - b.c);
  return { rows: grid.ys.length - 1, columns: grid.xs.length - 1, cells };
}

/** For each column the leftmost start of a text that begins in it, not left of its border. */
function textEdges(grid: PageGrid, lines: readonly (readonly Line[])[]): Map<number, number> {
  const edges = new Map<number, number>();
  grid.cells.forEach((cell, i) => {
    const first = lines[i]![0];
    if (first === undefined || cell.cs > 1) return;
    const start = first.box[0];
    if (start < grid.xs[cell.c]! - 0.5) return;
    const edge = edges.get(cell.c);
    if (edge === undefined || start < edge) edges.set(cell.c, start);
  });
  return edges;
}

/** A box to a tenth of a point. */
export function roundBox(box: Box): Box {
  return [Math.round(box[0] * 10) / 10, Math.round(box[1] * 10) / 10, Math.round(box[2] * 10) / 10, Math.round(box[3] * 10) / 10];
}
