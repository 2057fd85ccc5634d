import { type Line, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, groupLines, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import type { Rule } from '../rule.js';

/** Classifications by which the same money is listed in several tables. */
const CLASSIFICATIONS = ['functional_code', 'economic_department_code'] as const;
type Classification = (typeof CLASSIFICATIONS)[number];

/** The leaf rows of one column of a table by code, and its total. */
interface Column {
  total: Line;
  byCode: ReadonlyMap<string, readonly Line[]>;
}

/** What must be equal for two columns to list the same money. */
const moneyOf = (line: Line) =>
  [line.document_id, line.organization_id, line.year, line.phase, line.flow, line.funding, line.part].join('|');

/** The columns of tables whose leaf rows all have a code of the classification, with one total. */
function columnsOf(index: DisclosureIndex, classification: Classification): Column[] {
  return index.tables.flatMap((table) => {
    const stated = table.filter(
      (line) => line.comparison === 'none' && line.amount !== null && line.column_role !== 'of_which' && line.flow !== null,
    );
    return groupLines(stated, (line) => `${line.block}|${line.c}`).flatMap((column): Column[] => {
      const totals = column.filter((line) => line.row_role === 'total');
      const leaves = column.filter((line) => line.row_role === 'leaf' && line.amount !== '0');
      const [total] = totals;
      if (!total || totals.length > 1 || leaves.length < 2 || leaves.some((line) => line[classification] === null)) return [];
      return [
        {
          total,
          byCode: new Map(groupLines(leaves, (line) => line[classification]).map((lines) => [lines[0]?.[classification] ?? '', lines])),
        },
      ];
    });
  });
}

/** Whether two columns list the same codes, and at least one of them some code in several rows: single rows are compared as figures. */
function listTheSame(a: Column, b: Column): boolean {
  const several = [a, b].some(({ byCode }) => [...byCode.values()].some((lines) => lines.length > 1));
  return several && a.byCode.size === b.byCode.size && [...a.byCode.keys()].every((code) => b.byCode.has(code));
}

/** The same money by code in two tables, where one has several rows a code (by class, by unit): the rows of each code have the same sum. */
export const codeSums: Rule = {
  id: 'code_sums',
  title: 'The rows of a code have the same sum in every table that lists the same money',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const classification of CLASSIFICATIONS) {
      const columns = columnsOf(index, classification);
      const groups = new Map<string, Column[]>();
      for (const column of columns) groups.set(moneyOf(column.total), [...(groups.get(moneyOf(column.total)) ?? []), column]);
      for (const [first, ...others] of groups.values()) {
        if (!first) continue;
        for (const other of others) {
          const sameTotal = toDecimal(first.total.amount ?? '0').eq(other.total.amount ?? '0');
          if (other.total.table_id === first.total.table_id || !sameTotal || !listTheSame(first, other)) continue;
          for (const [code, lines] of other.byCode) yield sumsOf(index, code, lines, first.byCode.get(code) ?? []);
        }
      }
    }
  },
};

/** The identity between the rows of a code in two tables. */
function sumsOf(index: DisclosureIndex, code: string, left: readonly Line[], right: readonly Line[]): Identity {
  const [line] = left;
  if (!line) throw new Error(`no line has the code ${code}`);
  const of = right[0] ? `${labelOf(right[0])}${right.length > 1 ? ` and ${right.length - 1} more` : ''}` : 'no row';
  return {
    rule: 'code_sums',
    anchor: line.line_id,
    disclosureId: line.disclosure_id,
    documentId: line.document_id,
    place: index.place(line),
    left: left.map((one) => index.cell(one)),
    right: right.map((one) => index.cell(one)),
    relation: 'equal',
    message: `${labelOf(line)}${left.length > 1 ? ` and ${left.length - 1} more` : ''} with the code ${code} = ${of}`,
  };
}
