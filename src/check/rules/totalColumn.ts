import type { Line } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Breakdowns whose tables split a total by funding or part. */
const SPLIT: ReadonlySet<Line['breakdown']> = new Set(['functional', 'economic_department', 'economic_government', 'unit', 'project']);

/** Whether a line's column is, or stands for, the total of its row. */
const isTotal = (line: Line) =>
  line.column_role === 'total' || line.column_role === 'subtotal' || (line.funding === 'all' && line.part === 'all');

/** The columns that split money of one year by funding or part: one line each. */
function partColumns(lines: readonly Line[]): Line[] {
  const columns = new Map(lines.filter((line) => line.comparison === 'none' && line.column_role === 'leaf').map((line) => [line.c, line]));
  const [first] = columns.values();
  return [...columns.values()].filter((line) => line.year === first?.year && line.phase === first?.phase && line.block === first?.block);
}

/** Columns that split money by funding or part stand beside their 合计: where it is missing, it was not read. */
export const totalColumn: Rule = {
  id: 'total_column',
  title: 'Columns that split an amount stand beside the column of their total',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'total_column', ({ table, lines }): TableAssertion | null => {
      const parts = partColumns(lines);
      const kinds = new Set(parts.map((line) => `${line.funding}|${line.part}|${line.funding_source}`));
      if (!SPLIT.has(table.breakdown) || parts.length < 2 || kinds.size < 2) return null;
      const holds = lines.some((line) => line.comparison === 'none' && isTotal(line));
      const names = parts.map((line) => line.column_path.join(' / ')).join(', ');
      return {
        holds,
        cells: parts.length,
        message: holds ? `${names} have their total` : `${names} stand without a column of their total`,
      };
    }),
};
