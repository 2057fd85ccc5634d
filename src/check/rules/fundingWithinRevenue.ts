import type { Line } from '../../model/index.js';
import type { Identity } from '../identity.js';
import { type Split, sourceOf, splitMoney, splitsOf } from '../revenueSplit.js';
import { lineIdentity, type Rule } from '../rule.js';

/** Money that few organizations have: an amount of it where there is none stands in another column than it was printed in. */
const WATCHED: ReadonlySet<Line['funding']> = new Set(['fund', 'state_capital', 'special_account', 'own']);
/** Sheets of projects state the money of several years. */
const OTHER_YEARS: ReadonlySet<Line['kind']> = new Set(['project_performance', 'overall_performance']);

const isWatched = (line: Line) =>
  WATCHED.has(line.funding) && line.quantity === 'money' && line.comparison === 'none' && !OTHER_YEARS.has(line.kind);

/** The part of a split that pays for money of a kind, with what was carried over; null where the split tells less than the line (财政拨款 as one amount). */
function payingParts({ parts }: Split, line: Line): readonly Line[] | null {
  const ofBudgets = line.funding === 'fund' || line.funding === 'state_capital';
  const isFine = parts.every((part) => part.funding !== 'appropriation');
  if (ofBudgets && !isFine) return null;
  // 事业收入 is own revenue in one table and money of the special account in another.
  const sources = new Set(['carry_over', ...(ofBudgets ? [line.funding] : ['own', 'special_account'])]);
  return parts.filter((part) => part.amount !== '0' && sources.has(sourceOf(part, true)));
}

/** An amount of 政府性基金, 国有资本经营预算, 专户 or own money is no more than the revenue of that source, which the summary of all revenue states: amounts under a wrong header show here. */
export const fundingWithinRevenue: Rule = {
  id: 'funding_within_revenue',
  title: 'An amount of one source of money is no more than all revenue of that source, and what was carried over',
  scope: 'document',
  *find(index): Iterable<Identity> {
    const splits = new Map<string, Split>();
    for (const split of index.tables.flatMap(splitsOf)) if (!splits.has(splitMoney(split))) splits.set(splitMoney(split), split);
    for (const line of index.tables.flat()) {
      if (!isWatched(line) || line.amount === null || line.amount === '0') continue;
      const split = splits.get(splitMoney({ total: line, parts: [] }));
      const parts = split && split.total.table_id !== line.table_id ? payingParts(split, line) : null;
      if (!parts) continue;
      const message = `${line.row_path.at(-1) ?? ''} / ${line.column_path.at(-1) ?? ''} ≤ revenue of its source and what was carried over`;
      yield lineIdentity(
        index,
        this.id,
        line,
        parts.map((part) => index.cell(part)),
        message,
        'at_most',
      );
    }
  },
};
