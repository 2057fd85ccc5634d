import { groupLines, isTopBalance, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';
import { runKey } from '../runs.js';

/** Within a table and block, the leaf rows and balances of a column sum to its total row, whatever the levels between. */
export const leafTotal: Rule = {
  id: 'leaf_total',
  title: 'The leaf rows of a column sum to its printed total',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      for (const column of groupLines(table, (line) => (linear(line.comparison) ? runKey(line) : null))) {
        const totals = column.filter((line) => line.row_role === 'total');
        const leaves = column.filter((line) => line.row_role === 'leaf' || isTopBalance(line, index));
        const [total] = totals;
        if (!total || totals.length > 1 || leaves.length === 0) continue;
        yield lineIdentity(
          index,
          this.id,
          total,
          leaves.map((leaf) => index.cell(leaf)),
          `${labelOf(total)} = sum of ${leaves.length} leaf rows of its column`,
        );
      }
    }
  },
};

/** Amounts and their changes can be summed, shares and percentages cannot. */
function linear(comparison: string): boolean {
  return comparison === 'none' || comparison === 'change';
}
