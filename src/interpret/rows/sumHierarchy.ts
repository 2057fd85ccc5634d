import type { GridTable } from '../../model/index.js';
import { SUBTOTAL_ROW } from '../lexicon/rowWords.js';
import type { RowReading } from '../reading.js';
import { isBalance, isClosing } from './hierarchy.js';
import { rowAmounts } from './rowAmounts.js';
import { type Amounts, isZero, minus, plus, sameAmounts, searchBySums, sumUpTo } from './sumSearch.js';

/** More rows than this are no list whose levels a person would print without a mark. */
const MOST_ROWS = 400;

/** Whether rows stand for years (2022 | 2021 | 2022比2021 below each item): years beside each other are no parts of one another. */
function areYears(rows: readonly RowReading[]): boolean {
  return new Set(rows.flatMap(({ says }) => says.year ?? [])).size > 1;
}

type AmountsOf = (row: RowReading) => Amounts;

/** Whether a row may get its parent from sums alone: neither code nor number nor 其中 says where it stands. */
function isUnmarked(row: RowReading): boolean {
  const coded = [...row.codes.values()].some((code) => code.origin !== 'inherited');
  return row.parts.style === null && !row.parts.ofWhich && !isClosing(row) && !isBalance(row) && !coded;
}

/** Whether official codes say the level of a row. */
function hasListCode(row: RowReading): boolean {
  return [...row.codes.values()].some((code) => code.origin === 'printed' && code.classification !== 'unit');
}

/**
 * Parents of rows that print no mark of their level (projects by group, units below their department): found from the sums. Rows below one
 * parent, or below the total, whose amounts do not sum up to it are put below one another such that they do; nothing is changed where that fails.
 */
export function setSumParents(table: GridTable, rows: readonly RowReading[]): void {
  if (areYears(rows)) return;
  const amounts = rowAmounts(table, rows);
  const amountsOf: AmountsOf = (row) => amounts.get(row) ?? [];
  const total = rows.find((row) => isClosing(row)) ?? null;
  raiseRefuted(rows, total, amountsOf);
  for (const parent of [null, ...rows]) {
    const ofYear = parent === null && total !== null && SUBTOTAL_ROW.test(total.parts.name);
    const siblings = rows.filter((row) => row.parent === parent && !isClosing(row) && !(ofYear && isBalance(row)));
    if (siblings.length < 2 || siblings.length > MOST_ROWS || siblings.some(isBalance) || siblings.every(hasListCode)) continue;
    placeSiblings(siblings, parent ?? total, amountsOf);
  }
  placeBesideBalances(rows, total, amountsOf);
}

/**
 * The same for the rows at the top of a list whose total holds money carried over as well (财政拨款, its budgets, 事业收入, 上年结余, 收入总计): what the
 * balances leave of the total. Only rows that print no mark of their level.
 */
function placeBesideBalances(rows: readonly RowReading[], total: RowReading | null, amountsOf: AmountsOf): void {
  if (total === null || SUBTOTAL_ROW.test(total.parts.name)) return;
  const top = rows.filter((row) => row.parent === null && !isClosing(row));
  const balances = top.filter(isBalance);
  const siblings = top.filter((row) => !isBalance(row));
  if (balances.length === 0 || siblings.length < 2 || siblings.length > MOST_ROWS || !siblings.every(isUnmarked)) return;
  const target = balances.reduce((left, row) => minus(left, amountsOf(row)), amountsOf(total));
  const amounts = siblings.map(amountsOf);
  if (isZero(target) || sumUpTo(amounts, target)) return;
  const found = searchBySums(amounts, target, 'exactly');
  siblings.forEach((row, i) => {
    row.parent = siblings[found?.[i] ?? -1] ?? row.parent;
  });
}

/**
 * Rows that stand below an item they do not sum up to, while with them beside it the row above comes out, are beside it: the item was printed with a
 * smaller indentation than its siblings. Sums must refute the one and prove the other.
 */
function raiseRefuted(rows: readonly RowReading[], total: RowReading | null, amountsOf: AmountsOf): void {
  for (const parent of new Set(rows.map((row) => row.parent?.parent))) {
    const above = parent ?? total;
    if (parent === undefined || above === null) continue;
    const siblings = rows.filter((row) => row.parent === parent && !isClosing(row));
    const target = amountsOf(above);
    if (isZero(target) || siblings.some(isBalance) || sumUpTo(siblings.map(amountsOf), target)) continue;
    const raised = siblings.filter(isUnmarked).flatMap((row) => {
      const below = rows.filter((other) => other.parent === row);
      return below.every(isUnmarked) && !sumUpTo(below.map(amountsOf), amountsOf(row)) ? below : [];
    });
    if (raised.length === 0 || !sumUpTo([...siblings, ...raised].map(amountsOf), target)) continue;
    for (const row of raised) row.parent = parent;
  }
}

/** In a block without a total the first row may be it: the rows behind it sum up to it (a department, then its units). */
function placeBelowFirst(siblings: readonly RowReading[], amounts: readonly Amounts[]): boolean {
  const [first, ...rest] = siblings;
  const [target, ...parts] = amounts;
  if (!first || !target || rest.length < 2 || isZero(target)) return false;
  const found = sumUpTo(parts, target)
    ? parts.map(() => -1)
    : (searchBySums(parts, target, 'exactly') ?? searchBySums(parts, target, 'rounding'));
  if (found === null) return false;
  rest.forEach((row, i) => {
    row.parent = rest[found[i] ?? -1] ?? first;
  });
  return true;
}

/** Sets parents among siblings whose sum should be `whole`: what the search finds, else what plain sums of two or more unmarked rows show. */
function placeSiblings(siblings: readonly RowReading[], whole: RowReading | null, amountsOf: AmountsOf): void {
  const amounts = siblings.map(amountsOf);
  if (whole === null && placeBelowFirst(siblings, amounts)) return;
  const target = whole ? amountsOf(whole) : null;
  if (target !== null && (isZero(target) || sumUpTo(amounts, target))) return;
  const found = target === null ? null : (searchBySums(amounts, target, 'exactly') ?? searchBySums(amounts, target, 'rounding'));
  if (found === null) {
    if (siblings.every(isUnmarked)) placeBySums(siblings, amounts);
    return;
  }
  siblings.forEach((row, i) => {
    const parent = found[i] ?? -1;
    if (parent >= 0) row.parent = siblings[parent] ?? row.parent;
  });
}

/** From the end of the run: a row is the parent of the two or more rows behind it that sum up to it, counting parents among them once. */
function placeBySums(run: readonly RowReading[], amounts: readonly Amounts[]): void {
  const endOf: number[] = run.map((_, i) => i + 1);
  for (let i = run.length - 2; i >= 0; i -= 1) {
    const mine = amounts[i] ?? [];
    if (isZero(mine)) continue;
    let sum: Amounts = mine.map(() => 0n);
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
