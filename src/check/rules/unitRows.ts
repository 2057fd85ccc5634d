import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** Tables that list all money of a department by unit. */
const WHOLE: ReadonlySet<Line['kind']> = new Set(['revenue_summary', 'expenditure_summary']);

const isWhole = (line: Line) => line.funding === 'all' && line.part === 'all' && line.comparison === 'none' && line.amount !== null;

/** The column of totals of a table by unit that prints no row 合计. */
function unitTotals(table: readonly Line[]): Line[] {
  const whole = table.filter((line) => WHOLE.has(line.kind) && line.breakdown === 'unit' && isWhole(line));
  if (whole.some((line) => line.row_role === 'total')) return [];
  const columns = groupLines(whole, (line) => `${line.block}|${line.c}`);
  return columns.length === 1 ? (columns[0] ?? []).filter((line) => line.row_role === 'leaf') : [];
}

/** Where a table by unit has no row 合计 (often of the one unit that publishes it), its rows make up the total of 收支总表. */
export const unitRows: Rule = {
  id: 'unit_rows',
  title: 'The units of a table without a row 合计 make up the total of 收支总表',
  scope: 'document',
  *find(index) {
    const summaries = index.tables
      .flat()
      .filter((line) => line.kind === 'revenue_expenditure_summary' && line.row_role === 'total' && isWhole(line));
    for (const table of index.tables) {
      const units = unitTotals(table);
      const [first] = units;
      const total = first && summaries.find((line) => line.flow === first.flow && line.year === first.year && line.phase === first.phase);
      if (!total) continue;
      yield lineIdentity(
        index,
        this.id,
        total,
        units.map((line) => index.cell(line)),
        `${labelOf(total)} = ${units.length === 1 ? labelOf(first) : `sum of ${units.length} units`}`,
      );
    }
  },
};
