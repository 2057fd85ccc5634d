import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Columns that tables print together: where one of a set has a column of its own, so have the others. */
const SETS: readonly (readonly RegExp[])[] = [
  [/^(?:其中[:：]?)?基本支出$/, /^(?:其中[:：]?)?项目支出$/],
  [/^人员(?:经费|支出)$/, /^(?:日常)?公用(?:经费|支出)$/],
];

/** 基本支出 beside 项目支出, 人员经费 beside 公用经费: a column that misses its pair was not read. */
export const columnSets: Rule = {
  id: 'column_sets',
  title: 'Columns that belong together (基本支出 and 项目支出, 人员经费 and 公用经费) are all there',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'column_sets', ({ grid, lines }): TableAssertion | null => {
      if (lines.length === 0) return null;
      const leaves = grid.columns.map((path) => (path.at(-1) ?? '').replace(/\s/g, ''));
      const words = grid.columns.flat().map((word) => word.replace(/\s/g, ''));
      const begun = SETS.filter((set) => set.some((one) => leaves.some((leaf) => one.test(leaf))));
      if (begun.length === 0) return null;
      const missing = begun.flatMap((set) => (set.every((one) => words.some((word) => one.test(word))) ? [] : [set]));
      const names = (set: readonly RegExp[]) => leaves.filter((leaf) => set.some((one) => one.test(leaf))).join(', ');
      const message =
        missing.length === 0
          ? begun.map(names).join('; ')
          : `${missing.map(names).join('; ')} stands without the column that belongs to it`;
      return { holds: missing.length === 0, cells: begun.length, message };
    }),
};
