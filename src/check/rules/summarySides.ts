import type { Kind, Line } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Tables with revenue on one side and expenditure on the other. */
const TWO_SIDED: ReadonlySet<Kind> = new Set(['revenue_expenditure_summary', 'appropriation_summary']);
const CURRENT_YEAR = /^(?:本年|当年|本期)/;

const isTotal = (line: Line) => line.row_role === 'total';
const isCurrent = (line: Line) => line.row_role === 'subtotal' && CURRENT_YEAR.test(line.row_path.at(-1) ?? '');

/** What one side of a table has that the other has not. */
function oneSided(revenue: readonly Line[], expenditure: readonly Line[]): string[] {
  if (revenue.length === 0) return ['no amount of revenue'];
  if (expenditure.length === 0) return ['no amount of expenditure'];
  const missing: string[] = [];
  if (expenditure.some(isTotal) && !revenue.some(isTotal)) missing.push('no 总计 of revenue');
  if (revenue.some(isTotal) && !expenditure.some(isTotal)) missing.push('no 总计 of expenditure');
  // Expenditure often goes without 本年支出合计 where revenue has 本年收入合计, never the other way round.
  if (expenditure.some(isCurrent) && !revenue.some(isCurrent)) missing.push('no 本年收入合计');
  return missing;
}

/** 收支总表 has amounts of revenue and of expenditure, and the same kinds of totals on both sides: what only one side has was not read on the other. */
export const summarySides: Rule = {
  id: 'summary_sides',
  title: 'A summary of revenue and expenditure has amounts and totals on both sides',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'summary_sides', ({ table, lines }): TableAssertion | null => {
      if (!TWO_SIDED.has(table.kind) || lines.length === 0) return null;
      const side = (flow: 'revenue' | 'expenditure') => lines.filter((line) => line.flow === flow && line.amount !== null);
      const [revenue, expenditure] = [side('revenue'), side('expenditure')];
      const missing = oneSided(revenue, expenditure);
      const message =
        missing.length === 0
          ? `${revenue.length} amounts of revenue, ${expenditure.length} of expenditure`
          : `${missing.join(', ')} was found though the other side has it`;
      return { holds: missing.length === 0, cells: revenue.length + expenditure.length, message };
    }),
};
