import { type Funding, type Line, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, groupLines } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import type { Rule } from '../rule.js';

/** The budgets that 财政拨款 comes from. */
const BUDGETS: readonly Funding[] = ['general', 'fund', 'state_capital'];
const NAMES: Readonly<Partial<Record<Funding, string>>> = {
  general: '一般公共预算',
  fund: '政府性基金预算',
  state_capital: '国有资本经营预算',
};

const isNonZero = (line: Line) => line.amount !== null && !toDecimal(line.amount).isZero();

/** One year of 财政拨款收支总表 with revenue by budget in its rows and expenditure by budget in its columns; null where it is not so, or something is carried over. */
function sidesOf(table: readonly Line[]): { revenue: Line[]; expenditure: Line[] } | null {
  const stated = table.filter((line) => line.kind === 'appropriation_summary' && line.comparison === 'none' && isNonZero(line));
  if (stated.some((line) => line.row_role === 'balance' || line.funding === 'carry_over')) return null;
  const revenue = stated.filter((line) => line.flow === 'revenue' && line.row_role === 'leaf' && BUDGETS.includes(line.funding ?? 'all'));
  const totals = stated.filter((line) => line.flow === 'expenditure' && line.row_role === 'total');
  const expenditure = totals.filter((line) => line.column_role === 'leaf' && BUDGETS.includes(line.funding ?? 'all'));
  const isSplit = totals.some((line) => line.column_role === 'total') && revenue.length > 0 && expenditure.length > 0;
  return isSplit ? { revenue, expenditure } : null;
}

/** What each budget gives is what is spent of it: amounts in the column of another budget show here though rows and columns add up. */
export const fundingSides: Rule = {
  id: 'funding_sides',
  title: 'What each budget (一般公共预算, 政府性基金 ...) gives is what is spent of it',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const table of index.tables) {
      for (const year of groupLines(table, (line) => [line.year, line.phase, line.scope, line.unit_name].join('|'))) {
        const sides = sidesOf(year);
        if (sides) yield* byBudget(index, this.id, sides.revenue, sides.expenditure);
      }
    }
  },
};

/** One identity a budget of which either side has an amount. */
function* byBudget(index: DisclosureIndex, rule: string, revenue: readonly Line[], expenditure: readonly Line[]): Iterable<Identity> {
  for (const budget of BUDGETS) {
    const [left, right] = [revenue, expenditure].map((side) => side.filter((line) => line.funding === budget));
    const anchor = right?.[0] ?? left?.[0];
    if (!left || !right || !anchor) continue;
    yield {
      rule,
      anchor: `${anchor.line_id}-${budget}`,
      disclosureId: anchor.disclosure_id,
      documentId: anchor.document_id,
      place: index.place(anchor),
      left: left.map((line) => index.cell(line)),
      right: right.map((line) => index.cell(line)),
      relation: 'equal',
      message: `${NAMES[budget] ?? budget}: revenue = expenditure`,
    };
  }
}
