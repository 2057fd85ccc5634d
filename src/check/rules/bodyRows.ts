import { type Kind, STANDARD_KINDS } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Tables that hold money in every budget, or zeros and blanks: those of the special budgets may be printed as a header alone. */
const FILLED: ReadonlySet<Kind> = new Set(STANDARD_KINDS.filter((kind) => kind !== 'government_fund' && kind !== 'state_capital'));

/** Tables that every budget fills print at least one row under their header, be it blank: where none is there, the only row was not read. */
export const bodyRows: Rule = {
  id: 'body_rows',
  title: 'Tables that every budget fills have a row under their header',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'body_rows', ({ grid, table }): TableAssertion | null => {
      if (!FILLED.has(table.kind) || grid.form || grid.columns.length < 2) return null;
      const holds = grid.rows.length > 0 || grid.cells.some((cell) => cell.role === 'body');
      return {
        holds,
        cells: grid.columns.length,
        message: holds ? `${grid.rows.length} rows are printed` : 'no row was found under the header; look whether one is printed there',
      };
    }),
};
