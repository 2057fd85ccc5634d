import { cellsByRow, type Grid, type WorkCell } from './grid.js';
import { isHeaderText, isHeaderWord, isKeyText } from './headerWords.js';
import { isNumber } from './printedNumber.js';

/** Rows at the top that are looked at for keys and values. */
const ROWS = 6;
const CODE = /\d{4}/u;

/**
 * Whether a grid is a key-value sheet (项目名称 | … | 主管部门 | …) rather than a table with a header: its first row after meta (`start`) pairs
 * keys with values, and either a value is a code or a later row has keys where a table has values; or the first row states a key's number.
 */
export function isForm(grid: Grid, start: number): boolean {
  const rows = cellsByRow(grid)
    .slice(start, start + ROWS)
    .filter((row) => row.some((cell) => cell.text !== ''));
  const [first, ...later] = rows;
  if (first === undefined || isSplitHead(first, later[0] ?? [])) return false;
  if (statesNumber(first)) return later.some((row) => isKeyed(row) || statesNumber(row));
  return isPaired(first) && (valuesOf(first).some((cell) => CODE.test(cell.text)) || later.some(isKeyed));
}

const keysOf = (cells: readonly WorkCell[]) => cells.filter((_, i) => i % 2 === 0);
const valuesOf = (cells: readonly WorkCell[]) => cells.filter((_, i) => i % 2 === 1);

/** Whether a row pairs keys with values: keys in the first, third ... cell, and not one header word in the others. */
function isPaired(cells: readonly WorkCell[]): boolean {
  if (cells.length < 2 || cells.length % 2 === 1) return false;
  return keysOf(cells).every((cell) => isKeyText(cell.text)) && valuesOf(cells).every((cell) => !isHeaderWord(cell.text));
}

/**
 * Whether the row below splits wide keys into columns: heads of amounts, not key and value. Either all are split into words (2023年预算数 | 2024年预算数 over
 * 合计 | …), or those that are not reach down to the columns, or a key beside them does.
 */
function isSplitHead(first: readonly WorkCell[], below: readonly WorkCell[]): boolean {
  const isSplit = (key: WorkCell) => key.cs > 1 && below.filter((cell) => cell.c >= key.c && cell.c < key.c + key.cs).length > 1;
  const heads = first.every((cell) => isHeaderText(cell.text) && (isSplit(cell) || cell.rs > 1));
  if (heads && first.some(isSplit)) return below.every((cell) => !isNumber(cell.text));
  if (!first.every((cell) => isKeyText(cell.text))) return false;
  if (first.length > 1 && first.every(isSplit) && below.every((cell) => !isNumber(cell.text))) return true;
  return first.some(isSplit) && first.some((cell) => cell.rs > 1);
}

/** Whether a key of the row other than the first cell is followed by its number: 专项资金情况 | 资金总额： | 1778.31. */
function statesNumber(cells: readonly WorkCell[]): boolean {
  return cells.some((cell, i) => isKeyText(cell.text) && isNumber(cells[i + 1]?.text ?? '') && (i > 0 || /[:：]$/u.test(cell.text)));
}

/** Whether a later row has a key before a value: a key beside another cell than the first, or one whose value spans columns. */
function isKeyed(cells: readonly WorkCell[]): boolean {
  const keys = cells.filter((cell) => isKeyText(cell.text));
  if (keys.some((cell) => cell !== cells[0])) return true;
  return keys.length > 0 && cells.length === 2 && cells[1]!.cs > 1;
}
