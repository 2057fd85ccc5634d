import { type Decimal, type Line, toDecimal } from '../../src/model/index.js';

/** What the leaf sums need of a line, as `fiscus lines --json` prints it. */
export type SummedLine = Pick<
  Line,
  | 'line_id'
  | 'table_id'
  | 'block'
  | 'column_path'
  | 'r'
  | 'c'
  | 'year'
  | 'phase'
  | 'comparison'
  | 'quantity'
  | 'row_role'
  | 'column_role'
  | 'parent_line_id'
  | 'amount'
  | 'resolution'
>;

/** A printed total with the leaves that should make it up. */
export interface LeafSum {
  table_id: string;
  total: SummedLine;
  parts: readonly SummedLine[];
  holds: boolean;
}

const ADDS: ReadonlySet<Line['row_role']> = new Set(['leaf', 'balance']);

/** Groups items by a key, in order of first appearance. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** Whether the parts add up to the total within half the last printed digit of every amount. */
function addsUp(total: SummedLine, parts: readonly SummedLine[]): boolean {
  const zero = toDecimal('0');
  const sum = (of: (line: SummedLine) => string | null) => parts.reduce((all: Decimal, line) => all.plus(toDecimal(of(line) ?? '0')), zero);
  const tolerance = sum((line) => line.resolution)
    .plus(toDecimal(total.resolution ?? '0'))
    .div(2);
  return sum((line) => line.amount)
    .minus(toDecimal(total.amount ?? '0'))
    .abs()
    .lte(tolerance);
}

/** The lines of a row or column that stand for themselves: leaves, and money carried over unless its parts are printed below it. */
function leaves(lines: readonly SummedLine[], role: 'row_role' | 'column_role'): SummedLine[] {
  const parents = new Set(lines.map((line) => line.parent_line_id));
  return lines.filter((line) => ADDS.has(line[role]) && !(role === 'row_role' && line.row_role === 'balance' && parents.has(line.line_id)));
}

/**
 * The sums that the roles of a document's lines claim: in every column of a block the leaf rows make up the one total row, in every row the leaf columns of a year
 * and phase the one total column. Amounts of money only; changes, shares and 其中 are no part of a sum. A block without a total, or with a total and nothing else, claims none.
 */
export function leafSums(lines: readonly SummedLine[]): LeafSum[] {
  const money = lines.filter((line) => line.amount !== null && line.quantity === 'money' && line.comparison === 'none');
  const claims = (group: readonly SummedLine[], role: 'row_role' | 'column_role'): LeafSum[] => {
    const totals = group.filter((line) => line[role] === 'total');
    const parts = leaves(group, role);
    const [total] = totals;
    if (total === undefined || totals.length > 1 || parts.length === 0) return [];
    return [{ table_id: total.table_id, total, parts, holds: addsUp(total, parts) }];
  };
  // A list printed in several runs side by side is one block whose columns are headed alike.
  const column = (line: SummedLine) =>
    `${block(line)}|${line.block === null || line.column_path.length === 0 ? line.c : line.column_path.join('|')}`;
  const block = (line: SummedLine) => `${line.table_id}|${line.block}`;
  return [
    ...groupBy(money, column).flatMap((group) => claims(group, 'row_role')),
    ...groupBy(money, (line) => `${block(line)}|${line.r}|${line.year}|${line.phase}`).flatMap((group) => claims(group, 'column_role')),
  ];
}

/** How many tables claim sums, and in how many of them every sum holds. */
export function tablesThatAddUp(sums: readonly LeafSum[]): { tables: number; holding: number } {
  const groups = groupBy(sums, (sum) => sum.table_id);
  return { tables: groups.length, holding: groups.filter((group) => group.every((sum) => sum.holds)).length };
}
