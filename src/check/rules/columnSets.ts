import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Columns that tables print together, with 合计 beside them: where one of a set has a column of its own, so have the others. */
const SETS: readonly (readonly RegExp[])[] = [
  [/^(?:其中[:：]?)?基本支出$/, /^(?:其中[:：]?)?项目支出$/],
  [/^人员(?:经费|支出)$/, /^(?:日常)?公用(?:经费|支出)$/],
];
/** What stands for 基本支出 beside 项目支出 where its parts have the columns: 人员支出 | 日常公用支出 | 项目支出, 工资福利支出 | 商品和服务支出 | 项目支出. */
const PARTS_OF_BASIC = /^人员(?:类|经费|支出)|^工资福利支出$/;
/** Headers of columns of totals. */
const TOTAL = /[合总小]计|总额|金额|预算数|决算数/;

/** 基本支出 beside 项目支出, 人员经费 beside 公用经费: a column that misses its pair or their total was not read. */
export const columnSets: Rule = {
  id: 'column_sets',
  title: 'Columns that belong together (基本支出 and 项目支出, 人员经费 and 公用经费) are all there, with their total',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'column_sets', ({ grid, lines }): TableAssertion | null => {
      if (lines.length === 0) return null;
      const leaves = grid.columns.map((path) => (path.at(-1) ?? '').replace(/\s/g, ''));
      const words = grid.columns.flat().map((word) => word.replace(/\s/g, ''));
      const begun = SETS.filter((set) => set.some((one) => leaves.some((leaf) => one.test(leaf))));
      if (begun.length === 0) return null;
      const names = (set: readonly RegExp[]) => leaves.filter((leaf) => set.some((one) => one.test(leaf))).join(', ');
      const byParts = words.some((word) => PARTS_OF_BASIC.test(word));
      const stands = (one: RegExp) => words.some((word) => one.test(word)) || (byParts && one.test('基本支出'));
      const missing = begun.filter((set) => !set.every(stands));
      if (missing.length > 0)
        return {
          holds: false,
          cells: begun.length,
          message: `${missing.map(names).join('; ')} stands without the column that belongs to it`,
        };
      const holds = words.some((word) => TOTAL.test(word));
      return {
        holds,
        cells: begun.length,
        message: holds ? begun.map(names).join('; ') : `${begun.map(names).join('; ')} stand without the column of their total`,
      };
    }),
};
