import { type Kind, STANDARD_KINDS } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Tables that state money, also where they are printed empty. */
const OF_MONEY: ReadonlySet<Kind> = new Set([...STANDARD_KINDS, 'project_expenditure', 'operating_expenses']);
/** Units of money. */
const MONEY = /元$/;
/** Headers of columns that say what a row is. */
const LABEL = /^(?:[\w、.（()）]*)(?:.*(?:编码|代码|名称|科目|项目|单位|部门|类别|序号|行次|备注|说明)|类|款|项|支出|收入|内容)$/;
/** Rows from which a list without amounts is remarkable; 空表 prints 合计 alone. */
const ROWS = 3;

/** A table of money has a column of amounts, though all its cells may be blank: where the header names none, it was not read. */
export const amountColumn: Rule = {
  id: 'amount_column',
  title: 'A table of money has a column of amounts',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'amount_column', ({ grid, table, lines }): TableAssertion | null => {
      const isOfMoney = OF_MONEY.has(table.kind) || (MONEY.test(grid.unit ?? '') && !grid.empty);
      if (!isOfMoney || grid.form || grid.columns.length === 0) return null;
      const leaves = grid.columns.map((path) => (path.at(-1) ?? '').replace(/\s/g, ''));
      const holds = lines.length > 0 || grid.rows.length < ROWS || leaves.some((leaf) => leaf !== '' && !LABEL.test(leaf));
      return {
        holds,
        cells: leaves.length,
        message: holds ? 'a column of amounts is there' : `the header has ${leaves.join(', ')} and no column of amounts`,
      };
    }),
};
