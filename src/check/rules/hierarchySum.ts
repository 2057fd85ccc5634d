import type { Line } from '../../model/index.js';
import { labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';
import { inOtherRuns } from '../runs.js';

/** 项 sum to 款, 款 to 类, 类 to 合计, in every column: the rows whose parent a row is sum to it; 其中 rows are excerpts and do not count. */
export const hierarchySum: Rule = {
  id: 'hierarchy_sum',
  title: 'Rows sum to the row above them in the hierarchy',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      const children = new Map<string, Line[]>();
      for (const line of table) {
        if (line.parent_line_id === null || line.row_role === 'of_which') continue;
        const siblings = children.get(line.parent_line_id);
        if (siblings) siblings.push(line);
        else children.set(line.parent_line_id, [line]);
      }
      for (const line of table) {
        const below = children.get(line.line_id);
        if (!below || line.comparison === 'share' || line.comparison === 'change_percent' || !isStated(line, below)) continue;
        const parts = [...below, ...inOtherRuns(line, table)];
        yield lineIdentity(
          index,
          this.id,
          line,
          parts.map((part) => index.cell(part)),
          `${labelOf(line)} = ${parts.map((part) => part.row_path.at(-1) ?? '').join(' + ')}`,
        );
      }
    }
  },
};

/** Whether a form states both a row and its parts: a dash for a heading or for all that is below an item (其中：国内接待费 —) says that they are not filled in. */
function isStated(line: Line, parts: readonly Line[]): boolean {
  return line.amount !== null ? parts.some((part) => part.amount !== null) : parts.every((part) => part.amount === null);
}
