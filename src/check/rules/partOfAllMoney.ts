import { type Line, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, groupLines, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import type { Rule } from '../rule.js';

/** Money that is a part of all money. */
const APPROPRIATIONS: readonly (string | null)[] = ['appropriation', 'general'];
const PARTS: readonly (string | null)[] = ['basic', 'project'];

/** The amounts of 基本支出 or 项目支出 in the total row of each table by function, with the total of that row. */
interface Column {
  line: Line;
  total: Line;
}

/** The total rows of tables of expenditure by function that split it into 基本支出 and 项目支出. */
function columnsOf(table: readonly Line[]): Column[] {
  const stated = table.filter(
    (line) => line.flow === 'expenditure' && line.comparison === 'none' && line.row_role === 'total' && line.breakdown === 'functional',
  );
  return groupLines(stated, (line) => `${line.block}|${line.r}|${line.year}|${line.phase}`).flatMap((row) => {
    const totals = row.filter((line) => line.part === 'all' && line.column_role === 'total');
    const [total] = totals;
    if (!total || totals.length > 1) return [];
    return row
      .filter((line) => PARTS.includes(line.part) && line.funding === total.funding && line.column_role !== 'of_which')
      .map((line) => ({ line, total }));
  });
}

const yearOf = ({ line }: Column) => [line.document_id, line.organization_id, line.scope, line.unit_name, line.year, line.phase].join('|');

/** 基本支出 from appropriations is no more than 基本支出 from all money, and so for 项目支出. Where all money is appropriations, columns in each other's place show here. */
export const partOfAllMoney: Rule = {
  id: 'part_of_all_money',
  title: 'Basic and project expenditure from appropriations are no more than those from all money',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const group of groupColumns(index)) {
      const all = group.filter(({ line }) => line.funding === 'all');
      const whole = all[0]?.total;
      if (!whole) continue;
      for (const { line } of group.filter(({ line }) => APPROPRIATIONS.includes(line.funding))) {
        const same = all.filter((column) => column.line.part === line.part && column.line.table_id === whole.table_id);
        if (same.length > 1 || line.table_id === whole.table_id || toDecimal(line.amount ?? '0').isZero()) continue;
        const of = same[0]?.line;
        yield {
          rule: this.id,
          anchor: line.line_id,
          disclosureId: line.disclosure_id,
          documentId: line.document_id,
          place: index.place(line),
          left: [index.cell(line)],
          right: of ? [index.cell(of)] : [],
          relation: 'at_most',
          message: `${labelOf(line)} ≤ ${of ? labelOf(of) : `the same part of ${labelOf(whole)}, which is blank`}`,
        };
      }
    }
  },
};

/** The columns of a document by organization, year and phase. */
function groupColumns(index: DisclosureIndex): Column[][] {
  const groups = new Map<string, Column[]>();
  for (const column of index.tables.flatMap(columnsOf)) groups.set(yearOf(column), [...(groups.get(yearOf(column)) ?? []), column]);
  return [...groups.values()];
}
