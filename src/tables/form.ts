import { cellsByRow, type Grid, type WorkCell } from './grid.js';
import { isKeyText } from './headerWords.js';

/** Rows at the top that are looked at, and how many of them must pair keys with values. */
const ROWS = 5;
const MIN_PAIRED = 2;

/** Whether a grid is a key-value sheet (项目名称 | … | 主管部门 | …) rather than a table with a header; `start` is the first row after meta. */
export function isForm(grid: Grid, start: number): boolean {
  const rows = cellsByRow(grid).slice(start, start + ROWS);
  const paired = rows.filter(isPaired).length;
  const first = rows.find((row) => row.some((cell) => cell.text !== ''));
  return first !== undefined && isPaired(first) && paired >= Math.min(MIN_PAIRED, rows.length);
}

/** Whether a row pairs keys with values: keys in the first, third ... printed place, no key in the others. */
function isPaired(cells: readonly WorkCell[]): boolean {
  if (cells.length < 2 || cells[0]!.text === '' || !isKeyText(cells[0]!.text)) return false;
  const values = cells.filter((_, i) => i % 2 === 1);
  const keys = cells.filter((_, i) => i % 2 === 0);
  return (
    values.every((cell) => !isKeyText(cell.text) || cell.text.length > 12) && keys.every((cell) => isKeyText(cell.text) || cell.text === '')
  );
}
