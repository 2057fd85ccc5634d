import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { lineIdentity, type Rule } from '../rule.js';

/** What must be equal for two totals to be of the same money. */
const moneyOf = (line: Line) =>
  [line.document_id, line.organization_id, line.scope, line.unit_code, line.unit_name, line.year, line.phase, line.funding].join('|');

/** Whether a line is the total of its table: the whole of one part of the expenditure of one funding. */
function isTotalExpenditure(line: Line): boolean {
  return (
    line.row_role === 'total' &&
    line.three_public_item === null &&
    line.kind !== 'three_public_expenses' &&
    line.column_role !== 'of_which' &&
    line.flow === 'expenditure' &&
    line.comparison === 'none' &&
    line.amount !== null &&
    line.funding !== null
  );
}

/** 一般公共预算基本支出 is no more than 一般公共预算支出, whose tables are apart: a title or a unit read wrong in one of them shows here. */
export const basicWithinTotal: Rule = {
  id: 'basic_within_total',
  title: 'Basic expenditure is no more than all expenditure of the same money in another table',
  scope: 'document',
  *find(index): Iterable<Identity> {
    const totals = index.tables.flatMap((table) => table.filter(isTotalExpenditure));
    for (const group of groupLines(totals, moneyOf)) {
      const whole = group.find((line) => line.part === 'all' && line.kind !== 'project_expenditure');
      if (!whole) continue;
      const others = group.filter((line) => line.part === 'basic' && line.table_id !== whole.table_id);
      for (const [basic] of groupLines(others, (line) => line.table_id)) {
        if (!basic) continue;
        const message = `${labelOf(basic)} ≤ ${labelOf(whole)}`;
        yield lineIdentity(index, this.id, basic, [index.cell(whole)], message, 'at_most');
      }
    }
  },
};
