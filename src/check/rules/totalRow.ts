import type { Line } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type ReadTable, type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Breakdowns whose tables have a row 合计 or 总计. */
const TOTALLED: ReadonlySet<Line['breakdown']> = new Set(['summary', 'functional', 'economic_department', 'economic_government', 'unit']);
/** Kinds that a table without a title has where its header says little. */
const IN_PROSE: ReadonlySet<Line['kind']> = new Set(['other', 'unknown', 'project_performance']);
/** Rows from which a table without 合计 is remarkable; a summary closes with 总计 also over a single one. */
const ROWS = 3;
const ROWS_OF_SUMMARY = 1;

/** Whether a table stands in prose, without a title of its own: it may list some rows of another. */
const isInProse = ({ title, kind }: ReadTable['table']) => title === null && IN_PROSE.has(kind);

/** Whether a table lists amounts of the budget by code or unit, over several rows. */
function isList({ table, lines }: ReadTable): boolean {
  const stated = lines.filter((line) => line.comparison === 'none' && line.amount !== null && line.amount !== '0');
  return (
    !isInProse(table) &&
    TOTALLED.has(table.breakdown) &&
    new Set(stated.map((line) => line.r)).size >= (table.breakdown === 'summary' ? ROWS_OF_SUMMARY : ROWS)
  );
}

const hasTotal = ({ lines }: ReadTable) => lines.some((line) => line.row_role === 'total');

/** Whether all rows stand below one of them (223, 22301, 2230105): it is their sum, and none is needed. */
function hasOneTop({ lines }: ReadTable): boolean {
  const tops = lines.filter((line) => line.parent_line_id === null);
  return new Set(tops.map((line) => line.r)).size === 1 && tops.every((line) => line.row_role === 'subtotal');
}

/** Whether a table prints 合计 though all its other rows stand below one of them. */
function hasTotalOverOneTop(table: ReadTable): boolean {
  return hasTotal(table) && hasOneTop({ ...table, lines: table.lines.filter((line) => line.row_role !== 'total') });
}

/** Tables by code or unit close (or open) with 合计, summaries with 总计; where most of a document's do, one without it was not read to its end. */
export const totalRow: Rule = {
  id: 'total_row',
  title: 'Summaries and tables by code or unit have a row of totals, where the other tables of the document do',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'total_row', (table, all): TableAssertion | null => {
      const others = all.filter((other) => other !== table && isList(other));
      // Under one top row 合计 is a repetition: whether it is printed all the same, tables of the same kind tell.
      const alike = hasTotal(table) || !hasOneTop(table) ? others : others.filter(hasTotalOverOneTop);
      const usual = alike.length > 0 && (alike !== others || others.filter(hasTotal).length * 2 > others.length);
      if (!isList(table) || !usual) return null;
      const holds = hasTotal(table);
      return {
        holds,
        cells: 1,
        message: holds ? 'a row 合计 is there' : 'no row 合计 was found; look at the first and the last row of the table',
      };
    }),
};
