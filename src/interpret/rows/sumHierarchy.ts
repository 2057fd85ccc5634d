import { type GridTable, toDecimal } from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import type { RowReading } from '../reading.js';
import { isBalance, isClosing } from './hierarchy.js';
import { type Amounts, isZero, plus, sameAmounts, searchBySums } from './sumSearch.js';

/** More rows than this are no list whose levels a person would print without a mark. */
const MOST_ROWS = 400;
const ZERO = toDecimal('0');

/** What a row prints in each amount column; blank, dash and text count as nothing. */
function amountsOf(table: GridTable, row: RowReading): Amounts {
  const texts = table.rows[row.index]?.texts ?? [];
  return row.block.amounts.map((column) => {
    const printed = parsePrintedAmount(texts[column.index] ?? '');
    return printed.kind === 'number' ? printed.value : ZERO;
  });
}

/** Whether a row may get its parent from sums alone: neither code nor number nor 其中 says where it stands. */
function isUnmarked(row: RowReading): boolean {
  const coded = [...row.codes.values()].some((code) => code.origin !== 'inherited');
  return row.parts.style === null && !row.parts.ofWhich && !isClosing(row) && !isBalance(row) && !coded;
}

/**
 * Parents of rows that print no code, number or other mark of their level (projects by group, units below their department): found from
 * the sums. Only rows that follow each other and share their parent are looked at; their sum must be the parent's amount.
 */
export function setSumParents(table: GridTable, rows: readonly RowReading[]): void {
  const total = rows.find((row) => isClosing(row)) ?? null;
  for (let start = 0; start < rows.length; ) {
    const first = rows[start];
    let end = start;
    while (end < rows.length && isUnmarked(rows[end] as RowReading) && rows[end]?.parent === first?.parent && rows[end]?.isUnit === first?.isUnit) end += 1;
    const run = rows.slice(start, end);
    if (first && run.length >= 2 && run.length <= MOST_ROWS) placeRun(table, run, first.parent ?? total);
    start = Math.max(end, start + 1);
  }
}

/** Sets the parents within one run of rows whose sum is `whole`: what the search finds, else what plain sums of two or more rows show. */
function placeRun(table: GridTable, run: readonly RowReading[], whole: RowReading | null): void {
  const amounts = run.map((row) => amountsOf(table, row));
  const target = whole ? amountsOf(table, whole) : null;
  const flat = amounts.reduce((sum, row) => plus(sum, row));
  if (target !== null && (isZero(target) || sameAmounts(flat, target))) return;
  const found = target === null ? null : searchBySums(amounts, target);
  if (found !== null) {
    run.forEach((row, i) => {
      const parent = found[i] ?? -1;
      if (parent >= 0) row.parent = run[parent] ?? row.parent;
    });
    return;
  }
  placeBySums(run, amounts);
}

/** From the end of the run: a row is the parent of the two or more rows behind it that sum up to it, counting parents among them once. */
function placeBySums(run: readonly RowReading[], amounts: readonly Amounts[]): void {
  const endOf: number[] = run.map((_, i) => i + 1);
  for (let i = run.length - 2; i >= 0; i -= 1) {
    const mine = amounts[i] ?? [];
    if (isZero(mine)) continue;
    let sum: Amounts = mine.map(() => ZERO);
    const parts: number[] = [];
    for (let j = i + 1; j < run.length; j = endOf[j] ?? run.length) {
      sum = plus(sum, amounts[j] ?? []);
      parts.push(j);
      if (parts.length < 2 || !sameAmounts(sum, mine)) continue;
      endOf[i] = endOf[j] ?? j + 1;
      for (const part of parts) if (run[part]) (run[part] as RowReading).parent = run[i] ?? null;
      break;
    }
  }
}
