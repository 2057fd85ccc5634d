import type { Line } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Headers of the columns of 财政拨款 or of the budget that nearly all of it comes from. */
const APPROPRIATIONS =
  /^(?:其中[:：]?)?(?:当年)?(?:本级)?(?:财政拨款|财政资金|预算拨款|一般公共预算(?:拨款|资金|财政拨款)?)(?:资金|收入|小计)?$/;
/** Headers of the group of columns of 财政拨款 or 资金来源, below which it may be split. */
const TOTAL = /^[合总小]计$/;
/** Money that is no appropriation, or of budgets that few organizations have. */
const OTHERS: ReadonlySet<Line['funding']> = new Set(['fund', 'state_capital', 'special_account', 'own']);
/** Rows with such money from which the absence of appropriations is remarkable. */
const ROWS = 3;
const BLANKS = /\s/g;

/** Where a table has a column of 财政拨款 that is wholly blank beside amounts of other money, amounts stand in another column than they were printed in. */
export const appropriationColumn: Rule = {
  id: 'appropriation_column',
  title: 'A table that splits money by source has appropriations, where it has amounts of another source in several rows',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'appropriation_column', ({ grid, lines }): TableAssertion | null => {
      if (grid.form) return null;
      const columns = new Set(
        grid.columns.flatMap((path, at) => {
          const words = path.map((word) => word.replace(BLANKS, ''));
          const leaf = words.findLast((word) => !TOTAL.test(word)) ?? '';
          return APPROPRIATIONS.test(leaf) ? [grid.columnAt[at]] : [];
        }),
      );
      const stated = lines.filter((line) => line.comparison === 'none' && line.amount !== null && line.amount !== '0');
      const others = stated.filter((line) => OTHERS.has(line.funding) && !columns.has(line.c));
      if (columns.size === 0 || new Set(others.map(({ r }) => r)).size < ROWS) return null;
      const paid = stated.filter((line) => columns.has(line.c));
      return {
        holds: paid.length > 0,
        cells: others.length + paid.length,
        message:
          paid.length > 0
            ? 'appropriations are there beside other money'
            : `no amount stands under 财政拨款, but ${others.length} under ${others[0]?.column_path.join(' / ')}; look whether the columns are exchanged`,
      };
    }),
};
