import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** 收入总计 = 支出总计, beside each other in a summary table. */
export const revenueEqualsExpenditure: Rule = {
  id: 'revenue_equals_expenditure',
  title: 'Total revenue equals total expenditure',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      const totals = table.filter((line) => line.row_role === 'total' && line.comparison === 'none' && line.breakdown === 'summary');
      const years = groupLines(totals, (line) => [line.scope, line.unit_code, line.unit_name, line.year, line.phase].join('|'));
      for (const group of years) {
        const revenue = group.filter((line) => line.flow === 'revenue');
        // Beside a 合计 column the expenditure side has columns of its parts.
        const sides = group.filter((line) => line.flow === 'expenditure');
        const expenditure = sides.some((line) => line.column_role === 'total')
          ? sides.filter((line) => line.column_role === 'total')
          : sides.filter((line) => line.column_role === 'leaf' && line.funding === revenue[0]?.funding);
        const [left] = revenue;
        if (!left || revenue.length > 1) continue;
        for (const right of expenditure) {
          yield lineIdentity(index, this.id, left, [index.cell(right)], `${labelOf(left)} = ${labelOf(right)}`);
        }
      }
    }
  },
};
