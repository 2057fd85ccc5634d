import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** What must be equal for two columns to state the same thing in different years. */
const measure = (line: Line) => [line.block, line.funding, line.part, line.three_public_item, line.column_role].join('|');

/** 增减 = this year − last year, column by column: an amount of change is the difference of the two years printed beside it. */
export const changeColumns: Rule = {
  id: 'change_columns',
  title: 'A change is the difference of the two years beside it',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      for (const row of groupLines(table, (line) => `${line.block}|${line.r}`)) {
        for (const change of row.filter((line) => line.comparison === 'change')) {
          const stated = row.filter((line) => line.comparison === 'none' && measure(line) === measure(change) && sameItem(line, change));
          const pair = yearsBeside(stated);
          if (!pair) continue;
          const [now, before] = pair;
          yield lineIdentity(
            index,
            this.id,
            change,
            [index.cell(now), index.cell(before, true)],
            `${labelOf(change)} = ${labelOf(now)} − ${labelOf(before)}`,
          );
        }
      }
    }
  },
};

/** Columns of the same item end in the same words, where the header has more than the year; a change column alone ends in 增减. */
function sameItem(line: Line, change: Line): boolean {
  return change.column_path.length < 2 || line.column_path.slice(1).join() === change.column_path.slice(1).join();
}

/** The later and the earlier of two lines that differ in year; null where there are not exactly two years, one line each. */
function yearsBeside(lines: readonly Line[]): [Line, Line] | null {
  const [a, b] = lines;
  if (lines.length !== 2 || !a || !b || a.year === null || b.year === null || a.year === b.year) return null;
  return a.year > b.year ? [a, b] : [b, a];
}
