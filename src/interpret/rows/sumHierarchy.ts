import { type Decimal, type GridTable, toDecimal } from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import type { RowReading } from '../reading.js';
import { isBalance, isClosing } from './hierarchy.js';

/** Rows more than this are no list whose levels a person would print without a mark. */
const MOST_ROWS = 400;
const ZERO = toDecimal('0');

/** What a row prints in each amount column; blank, dash and text count as nothing. */
function amountsOf(table: GridTable, row: RowReading): Decimal[] {
  const texts = table.rows[row.index]?.texts ?? [];
  return row.block.amounts.map((column) => {
    const printed = parsePrintedAmount(texts[column.index] ?? '');
    return printed.kind === 'number' ? printed.value : ZERO;
  });
}

const same = (a: readonly Decimal[], b: readonly Decimal[]) => a.every((value, i) => value.equals(b[i] ?? ZERO));
const plus = (a: readonly Decimal[], b: readonly Decimal[]) => a.map((value, i) => value.plus(b[i] ?? ZERO));

/** Whether a row may get its parent from sums alone: neither code nor number nor 其中 says where it stands. */
function isUnmarked(row: RowReading): boolean {
  return row.parts.style === null && !row.parts.ofWhich && !isClosing(row) && !isBalance(row) && !row.isUnit && row.codes.size === 0;
}

/**
 * Parents of rows that print no code, number or indentation (projects by group): a row is the parent of the two or more rows behind it that
 * sum up to it in every amount column, counting those that are parents themselves once. Changes only rows that share their parent.
 */
export function setSumParents(table: GridTable, rows: readonly RowReading[]): void {
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && rows[end] && isUnmarked(rows[end] as RowReading) && rows[end]?.parent === rows[start]?.parent) end += 1;
    if (end - start >= 3 && end - start <= MOST_ROWS) placeRun(table, rows.slice(start, end));
    start = Math.max(end, start + 1);
  }
}

/** Sets the parents within one run of rows, from its end: by then the rows behind know where their own parts end. */
function placeRun(table: GridTable, run: readonly RowReading[]): void {
  const amounts = run.map((row) => amountsOf(table, row));
  const endOf: number[] = run.map((_, i) => i + 1);
  for (let i = run.length - 2; i >= 0; i -= 1) {
    const mine = amounts[i] ?? [];
    if (mine.every((value) => value.isZero())) continue;
    let sum = mine.map(() => ZERO);
    const parts: number[] = [];
    for (let j = i + 1; j < run.length; j = endOf[j] ?? run.length) {
      sum = plus(sum, amounts[j] ?? []);
      parts.push(j);
      if (parts.length < 2 || !same(sum, mine)) continue;
      endOf[i] = endOf[j] ?? j + 1;
      for (const part of parts) if (run[part]) (run[part] as RowReading).parent = run[i] ?? null;
      break;
    }
  }
}
