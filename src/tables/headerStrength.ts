import { cellsByRow, type Grid, slotsOf, topOf } from './grid.js';
import { isHeaderText } from './headerWords.js';
import type { HeadLayout } from './headLayout.js';

/** How strongly the rows taken for header are worded as one: the share of their printed cells that are header texts, 0 without header. */
export function headerStrength(grid: Grid, layout: HeadLayout): number {
  const texts = cellsByRow(grid)
    .slice(layout.headerStart, layout.headerEnd)
    .flat()
    .filter((cell) => cell.text !== '');
  if (texts.length < 2) return 0;
  return texts.filter((cell) => isHeaderText(cell.text)).length / texts.length;
}

/** The share of columns that have a printed cell in the rows taken for header: each column of a printed table has its head, a body row may leave some blank. */
export function headedColumns(whole: Grid, layout: HeadLayout): number {
  const grid = topOf(whole);
  const rows = slotsOf(grid).slice(layout.headerStart, layout.headerEnd);
  const headed = Array.from({ length: grid.columns }, (_, c) => rows.some((row) => (row[c]?.text ?? '') !== ''));
  return headed.filter(Boolean).length / Math.max(1, grid.columns);
}
