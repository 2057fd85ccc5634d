import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** Columns into which tables split basic expenditure, whatever their rows list. */
const COLUMNS: readonly { name: string; header: RegExp }[] = [
  { name: '人员经费', header: /^人员(?:经费|支出)$/ },
  { name: '公用经费', header: /^(?:日常)?公用(?:经费|支出)$/ },
];

/** The total of a column 人员经费 or 公用经费 that is part of basic expenditure. */
function isTotalOf(line: Line, header: RegExp): boolean {
  const leaf = (line.column_path.at(-1) ?? '').replace(/\s/g, '');
  return line.row_role === 'total' && line.part === 'basic' && line.comparison === 'none' && line.amount !== null && header.test(leaf);
}

/** 人员经费 of the table by function = 人员经费 of the table by economic class, for the same money; and so 公用经费. */
export const basicColumns: Rule = {
  id: 'basic_columns',
  title: '人员经费 and 公用经费 are the same in every table that splits the same basic expenditure',
  scope: 'document',
  *find(index) {
    for (const { name, header } of COLUMNS) {
      const totals = index.tables.flat().filter((line) => isTotalOf(line, header));
      const sameMoney = (line: Line) =>
        [line.document_id, line.organization_id, line.scope, line.unit_name, line.year, line.phase, line.funding].join('|');
      for (const [first, ...others] of groupLines(totals, sameMoney)) {
        if (!first) continue;
        for (const other of others.filter((line) => line.table_id !== first.table_id)) {
          yield lineIdentity(index, this.id, other, [index.cell(first)], `${name}: ${labelOf(other)} = ${labelOf(first)}`);
        }
      }
    }
  },
};
