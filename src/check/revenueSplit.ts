import type { Decimal } from 'decimal.js';
import { type Line, toDecimal } from '../model/index.js';
import { groupLines } from './disclosureIndex.js';

/** Whose money, as coarsely as the coarser of two tables tells it: 财政拨款 may be printed as one amount or by its budgets. */
export function sourceOf(line: Line, isFine = false): string {
  if (line.row_role === 'balance' || line.column_role === 'balance' || line.funding === 'carry_over') return 'carry_over';
  const { funding } = line;
  if (isFine) return funding ?? 'all';
  return funding === 'general' || funding === 'fund' || funding === 'state_capital' || funding === 'appropriation'
    ? 'appropriation'
    : (funding ?? 'all');
}

const sum = (lines: readonly Line[]): Decimal => lines.reduce((all, line) => all.plus(line.amount ?? '0'), toDecimal('0'));

/** How a table splits the revenue of one year by source: its total and the amounts that make it up. */
export interface Split {
  total: Line;
  parts: readonly Line[];
}

/** The split of all revenue, or of 财政拨款, down the rows of a table (收支总表) or along its total row (收入总表); none where the parts do not make up the total. */
export function splitsOf(table: readonly Line[], of: 'all' | 'appropriation' = 'all'): Split[] {
  const revenue = table.filter((line) => line.flow === 'revenue' && line.comparison === 'none' && line.amount !== null);
  const down = groupLines(revenue, (line) => (line.breakdown === 'summary' ? `${line.block}|${line.c}` : null)).map((column) => ({
    total: column.filter((line) => line.row_role === 'total'),
    parts: column.filter((line) => line.row_role === 'leaf' || line.row_role === 'balance'),
  }));
  const along = groupLines(revenue, (line) =>
    line.breakdown !== 'summary' && line.row_role === 'total' ? `${line.block}|${line.year}|${line.phase}` : null,
  ).map((row) => ({
    total: row.filter((line) => line.column_role === 'total'),
    parts: row.filter((line) => line.column_role === 'leaf' || line.column_role === 'balance'),
  }));
  return [...down, ...along].flatMap(({ total: totals, parts }) => {
    const [total] = totals;
    const complete =
      total &&
      totals.length === 1 &&
      total.funding === of &&
      parts.every((part) => sourceOf(part) !== 'all') &&
      sum(parts).eq(total.amount ?? '0');
    return complete ? [{ total, parts }] : [];
  });
}

/** Whose total of which year and phase a split makes up. */
export const splitMoney = ({ total }: Split) =>
  [total.document_id, total.organization_id, total.scope === 'unit' ? total.unit_name : '', total.year, total.phase].join('|');
