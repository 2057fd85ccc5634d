/** Amounts of a row, one a column, as whole numbers of the last digit that the table prints. */
export type Amounts = readonly bigint[];

/** Steps after which a search gives up: rows that need more are no printed hierarchy. */
const MOST_STEPS = 20_000;

/** Rows found to be children of rows, as a list from the last found. */
interface Found {
  row: number;
  parent: number;
  before: Found | null;
}

/** A tree or a list of trees that ends before row `end`. */
interface Ending {
  end: number;
  found: Found | null;
}

const absolute = (value: bigint) => (value < 0n ? -value : value);
export const isZero = (amounts: Amounts) => amounts.every((value) => value === 0n);
export const sameAmounts = (a: Amounts, b: Amounts) => a.every((value, i) => value === b[i]);
export const plus = (a: Amounts, b: Amounts) => a.map((value, i) => value + (b[i] ?? 0n));
export const minus = (a: Amounts, b: Amounts) => a.map((value, i) => value - (b[i] ?? 0n));

/** Whether amounts are zero but for the rounding of `count` figures and their sum, each to half a last digit. */
function roundsToZero(amounts: Amounts, count: number): boolean {
  return amounts.every((value) => absolute(value) * 2n <= BigInt(count + 1));
}

/** Whether `rows` sum up to `target` within the rounding of the printed figures. */
export function sumUpTo(rows: readonly Amounts[], target: Amounts): boolean {
  return roundsToZero(
    rows.reduce((left, row) => minus(left, row), target),
    rows.length,
  );
}

/**
 * Finds a hierarchy of rows printed in preorder such that each parent is the sum of its children and the rows at the top sum up to `target`, in
 * every column, exactly or within rounding. Returns the parent index of each row (-1 at the top), or null where there is none or the search takes
 * too long.
 */
export function searchBySums(rows: readonly Amounts[], target: Amounts, within: 'exactly' | 'rounding'): number[] | null {
  let steps = 0;
  const isNothing = (amounts: Amounts, count: number) => (within === 'exactly' ? isZero(amounts) : roundsToZero(amounts, count));

  /** Ends of the children that begin at `i` and sum up to `rest`. */
  function* children(i: number, rest: Amounts, parent: number, found: Found | null, count: number): Generator<Ending> {
    steps += 1;
    if (steps > MOST_STEPS || i >= rows.length) return;
    const left = minus(rest, rows[i] ?? []);
    const slack = within === 'exactly' ? 0n : -BigInt(count + 1);
    if (left.some((value, k) => value * 2n < slack && (rest[k] ?? 0n) >= 0n)) return;
    for (const tree of subtree(i, { row: i, parent, before: found })) {
      if (isNothing(left, count)) {
        const end = pastZeros(tree.end);
        if (end > tree.end) yield { end, found: zeros(tree.end, end, parent, tree.found) };
        yield tree;
      } else yield* children(tree.end, left, parent, tree.found, count + 1);
    }
  }

  /** Ends of the tree of row `i`: with the rows behind it as its children, else alone. */
  function* subtree(i: number, found: Found | null): Generator<Ending> {
    const own = rows[i] ?? [];
    if (!isZero(own)) yield* children(i + 1, own, i, found, 1);
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
