import { type Line, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, groupLines, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import type { Rule } from '../rule.js';

/** Money that is a part of all money. */
const APPROPRIATIONS: readonly (string | null)[] = ['appropriation', 'general', 'fund', 'state_capital'];
const PARTS: readonly (string | null)[] = ['basic', 'project'];
/** What tables of expenditure list that split it so. */
const BREAKDOWNS: ReadonlySet<Line['breakdown']> = new Set(['functional', 'economic_department', 'none']);

/** An amount of 基本支出 or 项目支出 in a total row, or in the row of a function, with the total of that row. */
interface Column {
  line: Line;
  total: Line;
  /** The function of the row; none where it is the row of totals. */
  code: string;
}

/** Expenditure that a table splits into 基本支出 and 项目支出, row by row: the row of totals, or the only one, and rows of one function each. */
function columnsOf(table: readonly Line[]): Column[] {
  const stated = table.filter((line) => line.flow === 'expenditure' && line.comparison === 'none' && BREAKDOWNS.has(line.breakdown));
  const isAlone = new Set(stated.map((line) => line.r)).size === 1;
  const rows = groupLines(stated, (line) => `${line.block}|${line.r}|${line.year}|${line.phase}`).flatMap((row) => {
    const totals = row.filter((line) => line.part === 'all' && line.column_role === 'total');
    const [total] = totals;
    const code = total && codeOf(total, isAlone);
    if (!total || code === null || code === undefined || totals.length > 1) return [];
    return [
      row
        .filter((line) => PARTS.includes(line.part) && line.funding === total.funding && line.column_role !== 'of_which')
        .map((line) => ({ line, total, code })),
    ];
  });
  // A function that has several rows is split by unit or economic class.
  const count = (code: string) => rows.filter(([first]) => first?.code === code).length;
  return rows.filter(([first]) => first && (first.code === '' || count(first.code) === 1)).flat();
}

/** What a row is compared by: '' for totals, the code of a function, null for rows that are not compared. */
function codeOf(line: Line, isAlone: boolean): string | null {
  if (line.row_role === 'total' || (isAlone && line.functional_code === null)) return '';
  const isFunction = line.breakdown === 'functional' && line.economic_department_code === null && line.scope !== 'unit';
  return isFunction && line.row_role === 'leaf' ? line.functional_code : null;
}

const keyOf = ({ line, code }: Column) =>
  [code, line.document_id, line.organization_id, line.scope, line.unit_name, line.year, line.phase].join('|');

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

/** The columns of a document by function, organization, year and phase. */
function groupColumns(index: DisclosureIndex): Column[][] {
  const groups = new Map<string, Column[]>();
  for (const column of index.tables.flatMap(columnsOf)) groups.set(keyOf(column), [...(groups.get(keyOf(column)) ?? []), column]);
  return [...groups.values()];
}
