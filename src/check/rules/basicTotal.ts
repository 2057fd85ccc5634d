import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** 基本支出 in a table by function = the total of the table of basic expenditure by economic class, for the same money and year. */
export const basicTotal: Rule = {
  id: 'basic_total',
  title: 'Basic expenditure by function equals basic expenditure by economic class',
  scope: 'document',
  *find(index) {
    const totals = index.tables.flat().filter(isBasicTotal);
    const sameMoney = (line: Line) =>
      [line.organization_id, line.scope, line.unit_code, line.unit_name, line.year, line.phase, line.funding].join('|');
    for (const group of groupLines(totals, sameMoney)) {
      const economic = group.find((line) => line.breakdown === 'economic_department' || line.breakdown === 'economic_government');
      if (!economic) continue;
      for (const functional of group.filter((line) => line.breakdown === 'functional')) {
        yield lineIdentity(index, this.id, functional, [index.cell(economic)], `${labelOf(functional)} = ${labelOf(economic)}`);
      }
    }
  },
};

/** The total row in the column of all basic expenditure: not its parts (人员经费, 公用经费). */
function isBasicTotal(line: Line, _at: number, lines: readonly Line[]): boolean {
  if (line.row_role !== 'total' || line.part !== 'basic' || line.comparison !== 'none' || line.flow !== 'expenditure') return false;
  if (line.column_role === 'of_which') return false;
  const rivals = lines.filter(
    (other) =>
      other.table_id === line.table_id &&
      other.r === line.r &&
      other.part === 'basic' &&
      other.funding === line.funding &&
      other.year === line.year &&
      other.phase === line.phase &&
      other.comparison === 'none',
  );
  return rivals.length === 1 || line.column_role !== 'leaf';
}
