import { type Line, toDecimal } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

const isNonZero = (line: Line) => line.amount !== null && !toDecimal(line.amount).isZero();

/**
 * Total revenue with what was carried over is one number: 收入总计 under the row 上年结转 = 合计 beside the column 上年结转. Where nothing is carried over, both are
 * this year's revenue, which same_figure compares.
 */
export const grandTotal: Rule = {
  id: 'grand_total',
  title: 'Total revenue with what was carried over is the same number in every table',
  scope: 'document',
  *find(index) {
    const totals = index.tables.flatMap((table) => withCarriedOver(table));
    const sameMoney = (line: Line) =>
      [line.organization_id, line.scope, line.unit_code, line.unit_name, line.year, line.phase, line.funding].join('|');
    for (const [first, ...others] of groupLines(totals, sameMoney)) {
      if (!first) continue;
      for (const other of others) {
        yield lineIdentity(index, this.id, other, [index.cell(first)], `${labelOf(other)} = ${labelOf(first)}`);
      }
    }
  },
};

/** The total of a revenue table over balance rows that are not zero, or in its total column beside a column 上年结转 that is not zero. */
function withCarriedOver(table: readonly Line[]): Line[] {
  const revenue = table.filter((line) => line.flow === 'revenue' && line.comparison === 'none');
  const blocks = new Set(revenue.filter((line) => line.row_role === 'balance' && isNonZero(line)).map((line) => line.block));
  const rows = new Set(
    revenue.filter((line) => line.funding === 'carry_over' && line.row_role === 'total' && isNonZero(line)).map((line) => line.r),
  );
  return revenue.filter(
    (line) =>
      line.row_role === 'total' &&
      line.funding !== 'carry_over' &&
      (blocks.has(line.block) || (rows.has(line.r) && line.column_role === 'total')),
  );
}
