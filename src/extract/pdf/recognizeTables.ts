import type { Box } from '../../model/index.js';
import { alignedTables, type FoundTable } from './aligned/alignedTables.js';
import { chartLabels } from './aligned/chartLabels.js';
import { hasBars, isChart, isDiagram } from './aligned/charts.js';
import { divideByAlignment } from './aligned/divideByAlignment.js';
import { intersect } from './page/affine.js';
import type { PageGeometry, Ruling } from './page/pageGeometry.js';
import type { Run } from './page/runs.js';
import { dropSlivers, type PageTable } from './pageTable.js';
import { divideColumnNumbers } from './ruled/columnNumberRow.js';
import { filledGrids, isWholeTable } from './ruled/filledCells.js';
import { type FilledGrid, fillGrid } from './ruled/fillGrid.js';
import { halfRuledTables, stripedTables } from './ruled/halfRuled.js';
import { longestRulings, mergeRulings } from './ruled/mergeRulings.js';
import { divideColumns, divideRows } from './ruled/refineGrid.js';
import { type PageGrid, ruledGrids } from './ruled/ruledGrid.js';
import { edgesOf, stripedRegions } from './ruled/stripes.js';
import { typedRules } from './ruled/typedRules.js';

/** The tables of a page from top to bottom, and the runs that stand outside them. */
export interface RecognizedPage {
  readonly tables: PageTable[];
  readonly outside: readonly Run[];
  /** Rulings left out of consideration because the page has too many, and boxes of grids that were too large to read. */
  readonly unread: { readonly rulings: number; readonly grids: readonly Box[] };
}

/** Finds the tables of a page among its runs and rulings; `above` is the last table of the page before, which may go on here. */
export function recognizeTables(page: PageGeometry, runs: readonly Run[], above?: PageTable): RecognizedPage {
  const tables: PageTable[] = [];
  const charts: Box[] = [];
  const typed = typedRules(runs);
  let outside: readonly Run[] = typed.strokes.size === 0 ? runs : runs.filter((run) => !typed.strokes.has(run));
  const [allHorizontal, allVertical] = [mergeRulings([...page.horizontal, ...typed.rules]), mergeRulings(page.vertical)];
  const [horizontal, vertical] = [longestRulings(allHorizontal), longestRulings(allVertical)];
  const { grids, tooLarge } = ruledGrids(horizontal, vertical);
  const takeGrid = (grid: PageGrid, accept: (filled: FilledGrid, rest: readonly Run[]) => boolean = () => true): void => {
    const { filled, outside: rest } = fillGrid(grid, outside);
    if (!accept(filled, rest)) return;
    const clean = divideColumnNumbers(divideByAlignment(divideRows(divideColumns(dropSlivers(filled)))));
    const table: PageTable = { evidence: 'ruled', grid: clean.grid, runs: clean.runs, box: boxOf(clean.grid) };
    if (!isTable(clean) && !isTail(table, above, rest)) return;
    if (isChart(table, rest) || isDiagram(clean)) charts.push(table.box);
    else {
      tables.push(table);
      outside = rest;
    }
  };
  for (const grid of grids.sort((a, b) => areaOf(a) - areaOf(b))) takeGrid(grid);
  const taken = [...charts, ...tables.map((table) => table.box)];
  for (const grid of filledGrids(page.fills, taken)) takeGrid(grid, isWholeTable);
  const take = (evidence: PageTable['evidence'], found: readonly FoundTable[]): void => {
    for (const { table: aligned, box, used } of found) {
      const table: PageTable = { evidence, grid: aligned.grid, runs: aligned.runs, box };
      const rest = outside.filter((run) => !used.has(run));
      const taken = [...charts, ...tables.map((other) => other.box)];
      if (isChart(table, rest) || hasBars(box, page.fills) || taken.some((other) => intersect(box, other) !== undefined)) continue;
      tables.push(table);
      outside = rest;
    }
  };
  take('half_ruled', halfRuledTables(freeRules(horizontal, tables), vertical, outside));
  const labels = chartLabels(outside);
  const free = labels.size === 0 ? outside : outside.filter((run) => !labels.has(run));
  const stripes = stripedRegions(page.fills, free);
  take('aligned', alignedTables(free, freeRules(horizontal, tables), edgesOf(stripes)));
  take('half_ruled', stripedTables(stripes, free));
  tables.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  outside = [...outside, ...[...typed.strokes].filter((run) => !tables.some(({ box }) => intersect(box, run.box) !== undefined))];
  const rulings = allHorizontal.length + allVertical.length - horizontal.length - vertical.length;
  return { tables, outside, unread: { rulings, grids: tooLarge } };
}

/** Horizontal rules that belong to none of the tables. */
function freeRules(horizontal: readonly Ruling[], tables: readonly PageTable[]): Ruling[] {
  return horizontal.filter(
    (ruling) =>
      !tables.some(
        ({ box }) =>
          ruling.at > box[1] - 3 &&
          ruling.at < box[3] + 3 &&
          (ruling.from + ruling.to) / 2 > box[0] &&
          (ruling.from + ruling.to) / 2 < box[2],
      ),
  );
}

/** More than one column, and a row with text in two cells: a framed title or a drawing has none. */
function isTable(filled: { grid: PageGrid; runs: readonly (readonly Run[])[] }): boolean {
  const { grid, runs } = filled;
  if (grid.xs.length < 3) return false;
  const inRow = new Array<number>(grid.ys.length).fill(0);
  grid.cells.forEach((cell, i) => {
    if (runs[i]!.length > 0) for (let r = cell.r; r < cell.r + cell.rs; r++) inRow[r]!++;
  });
  return runs.filter((cell) => cell.length > 0).length >= 2 && inRow.some((count) => count >= Math.min(2, grid.xs.length - 1));
}

/** Borders of the two pieces of a table differ by less (points). */
const SAME_EDGE = 2;

/** True where a grid with too little text for a table is the rest of a row that the page break cut: the borders of the table above, under at most a running head. */
function isTail(table: PageTable, above: PageTable | undefined, rest: readonly Run[]): boolean {
  if (above === undefined || above.evidence !== 'ruled') return false;
  const { grid, runs, box } = table;
  if (grid.xs.length < 3 || runs.every((cell) => cell.length === 0)) return false;
  const shared = grid.xs.every((x) => above.grid.xs.some((other) => Math.abs(other - x) < SAME_EDGE));
  const outer = Math.abs(box[0] - above.box[0]) < SAME_EDGE && Math.abs(box[2] - above.box[2]) < SAME_EDGE;
  const linesAbove = new Set(rest.filter((run) => run.box[3] <= box[1] + SAME_EDGE).map((run) => Math.round(run.box[3])));
  return shared && outer && linesAbove.size <= 1;
}

function areaOf(grid: PageGrid): number {
  const [x0, y0, x1, y1] = boxOf(grid);
  return (x1 - x0) * (y1 - y0);
}

function boxOf(grid: PageGrid): Box {
  return [grid.xs[0]!, grid.ys[0]!, grid.xs[grid.xs.length - 1]!, grid.ys[grid.ys.length - 1]!];
}
