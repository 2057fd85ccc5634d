import type { Box } from '../../model/index.js';
import { fillGrid } from './fillGrid.js';
import { mergeRulings } from './mergeRulings.js';
import type { PageGeometry } from './pageGeometry.js';
import { dropSlivers, type PageTable } from './pageTable.js';
import { divideColumns, divideRows } from './refineGrid.js';
import { type PageGrid, ruledGrids } from './ruledGrid.js';
import type { Run } from './runs.js';

/** The tables of a page from top to bottom, and the runs that stand outside them. */
export interface RecognizedPage {
  readonly tables: PageTable[];
  readonly outside: readonly Run[];
}

/** Finds the tables of a page among its runs and rulings. */
export function recognizeTables(page: PageGeometry, runs: readonly Run[]): RecognizedPage {
  const tables: PageTable[] = [];
  let outside: readonly Run[] = runs;
  const grids = ruledGrids(mergeRulings(page.horizontal), mergeRulings(page.vertical));
  for (const grid of grids.sort((a, b) => areaOf(a) - areaOf(b))) {
    const { filled, outside: rest } = fillGrid(grid, outside);
    const clean = divideRows(divideColumns(dropSlivers(filled)));
    if (!isTable(clean)) continue;
    tables.push({ evidence: 'ruled', grid: clean.grid, runs: clean.runs, box: boxOf(clean.grid) });
    outside = rest;
  }
  tables.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return { tables, outside };
}

/** A grid with text in at least two cells, and more than one column: a framed title or a drawing is none. */
function isTable(filled: { grid: PageGrid; runs: readonly (readonly Run[])[] }): boolean {
  const { grid, runs } = filled;
  if (grid.xs.length < 3) return false;
  return runs.filter((cell) => cell.length > 0).length >= 2;
}

function areaOf(grid: PageGrid): number {
  const [x0, y0, x1, y1] = boxOf(grid);
  return (x1 - x0) * (y1 - y0);
}

function boxOf(grid: PageGrid): Box {
  return [grid.xs[0]!, grid.ys[0]!, grid.xs[grid.xs.length - 1]!, grid.ys[grid.ys.length - 1]!];
}
