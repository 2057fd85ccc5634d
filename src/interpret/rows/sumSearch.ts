import { type Decimal, toDecimal } from '../../model/index.js';

/** Amounts of a row, one a column. */
export type Amounts = readonly Decimal[];

const ZERO = toDecimal('0');
/** Steps after which a search gives up: rows that need more are no printed hierarchy. */
const MOST_STEPS = 20_000;

/** Rows found to be parents of rows, as a list from the last found. */
interface Found {
  row: number;
  parent: number;
  before: Found | null;
}

export const isZero = (amounts: Amounts) => amounts.every((value) => value.isZero());
export const sameAmounts = (a: Amounts, b: Amounts) => a.every((value, i) => value.equals(b[i] ?? ZERO));
export const plus = (a: Amounts, b: Amounts) => a.map((value, i) => value.plus(b[i] ?? ZERO));
const minus = (a: Amounts, b: Amounts) => a.map((value, i) => value.minus(b[i] ?? ZERO));

/** Whether amounts are zero but for the rounding of `count` figures and their sum; `unit` is the value of the last printed digit. */
function roundsToZero(amounts: Amounts, unit: Decimal, count: number): boolean {
  const most = unit.times(count + 1).div(2);
  return amounts.every((value) => value.abs().lessThanOrEqualTo(most));
}

/** Whether `rows` sum up to `target` within the rounding of the printed figures. */
export function sumUpTo(rows: readonly Amounts[], target: Amounts, unit: Decimal): boolean {
  const flat = rows.reduce<Amounts>(
    (sum, row) => plus(sum, row),
    target.map(() => ZERO),
  );
  return roundsToZero(minus(target, flat), unit, rows.length);
}

/**
 * Finds a hierarchy of rows printed in preorder such that each parent is the sum of its children and the rows at the top sum up to `target`, in
 * every column, within the rounding of figures whose last printed digit is worth `unit` (zero: exactly). Returns the parent index of each row (-1 at the top), or null where there is none or the search takes too long.
 */
export function searchBySums(rows: readonly Amounts[], target: Amounts, unit: Decimal): number[] | null {
  let steps = 0;

  /** Ends of the children that begin at `i` and sum up to `rest`. */
  function* children(
    i: number,
    rest: Amounts,
    parent: number,
    found: Found | null,
    count = 1,
  ): Generator<{ end: number; found: Found | null }> {
    steps += 1;
    if (steps > MOST_STEPS || i >= rows.length) return;
    const own = rows[i] ?? [];
    const left = minus(rest, own);
    const slack = unit
      .times(count + 1)
      .div(2)
      .negated();
    if (left.some((value, k) => value.lessThan(slack) && !(rest[k] ?? ZERO).isNegative())) return;
    for (const tree of subtree(i, { row: i, parent, before: found })) {
      if (roundsToZero(left, unit, count)) {
        const end = pastZeros(tree.end);
        if (end > tree.end) yield { end, found: zeros(tree.end, end, parent, tree.found) };
        yield tree;
      } else yield* children(tree.end, left, parent, tree.found, count + 1);
    }
  }

  /** Ends of the tree of row `i`: with the rows behind it as its children, else alone. */
  function* subtree(i: number, found: Found | null): Generator<{ end: number; found: Found | null }> {
    const own = rows[i] ?? [];
    if (!isZero(own)) yield* children(i + 1, own, i, found);
    yield { end: i + 1, found };
  }

  /** The first row from `i` that is not zero. */
  function pastZeros(i: number): number {
    let end = i;
    while (end < rows.length && isZero(rows[end] ?? [])) end += 1;
    return end;
  }

  /** Rows of zero amount beside the rows before them. */
  function zeros(from: number, to: number, parent: number, found: Found | null): Found | null {
    let list = found;
    for (let row = from; row < to; row += 1) list = { row, parent, before: list };
    return list;
  }

  for (const { end, found } of children(0, target, -1, null, 1)) {
    if (end < rows.length) continue;
    const parents = rows.map(() => -1);
    for (let item = found; item !== null; item = item.before) parents[item.row] = item.parent;
    return parents;
  }
  return null;
}
