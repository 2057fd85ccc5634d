import { cellsByRow, type Grid } from './grid.js';
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
