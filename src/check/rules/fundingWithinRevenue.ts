import type { Line } from '../../model/index.js';
import { groupLines } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { type Split, sourceOf, splitMoney, splitsOf } from '../revenueSplit.js';
import { lineIdentity, type Rule } from '../rule.js';

/** Money that few organizations have: an amount of it where there is none stands in another column than it was printed in. */
const WATCHED: ReadonlySet<Line['funding']> = new Set(['fund', 'state_capital', 'special_account', 'own']);
/** Labels of what a project costs over all its years. */
const LIFETIME = /实施期|项目总额/;
/** Sheets of a whole office state plans of several years. */
const OTHER_YEARS: ReadonlySet<Line['kind']> = new Set(['overall_performance']);

const isWatched = (line: Line) =>
  WATCHED.has(line.funding) &&
  line.quantity === 'money' &&
  line.comparison === 'none' &&
  !OTHER_YEARS.has(line.kind) &&
  !(
    line.kind === 'project_performance' &&
    (line.year !== line.document_year || LIFETIME.test([...line.row_path, ...line.column_path].join(' ')))
  );

/** The splits of the revenue of each year, by whose it is: of all revenue, and of 财政拨款 by its budgets. */
interface Revenue {
  all: ReadonlyMap<string, Split>;
  appropriation: ReadonlyMap<string, Split>;
}

/** The first split of each year's money. */
function firstSplits(splits: readonly Split[]): Map<string, Split> {
  return new Map(splits.map((split): [string, Split] => [splitMoney(split), split]).reverse());
}

const isFine = ({ parts }: Split) => parts.every((part) => part.funding !== 'appropriation');

/** The parts of the revenue that pay for money of a kind, with what was carried over; null where no split tells as much as the line. */
function payingParts({ all, appropriation }: Revenue, line: Line): readonly Line[] | null {
  const ofBudgets = line.funding === 'fund' || line.funding === 'state_capital';
  const key = splitMoney({ total: line, parts: [] });
  const candidates = ofBudgets ? [all.get(key), appropriation.get(key)].filter((split) => split && isFine(split)) : [all.get(key)];
  const [split] = candidates;
  if (!split || split.total.table_id === line.table_id) return null;
  // 事业收入 is own revenue in one table and money of the special account in another.
  const sources = new Set(['carry_over', ...(ofBudgets ? [line.funding] : ['own', 'special_account'])]);
  return split.parts.filter((part) => part.amount !== '0' && sources.has(sourceOf(part, true)));
}

/** What the rows of a list share that together are no more than a revenue. */
const keyOf = (line: Line) => [line.block, line.c, line.funding, splitMoney({ total: line, parts: [] })].join('|');

/** An amount of 政府性基金, 国有资本经营预算, 专户 or own money is no more than the revenue of that source, which the summary of all revenue states, and so are all rows of a list without a total: amounts under a wrong header show here. */
export const fundingWithinRevenue: Rule = {
  id: 'funding_within_revenue',
  title: 'An amount of one source of money is no more than all revenue of that source, and what was carried over',
  scope: 'document',
  *find(index): Iterable<Identity> {
    const revenue: Revenue = {
      all: firstSplits(index.tables.flatMap((table) => splitsOf(table))),
      appropriation: firstSplits(index.tables.flatMap((table) => splitsOf(table, 'appropriation'))),
    };
    const stated = (line: Line) => isWatched(line) && line.amount !== null && line.amount !== '0';
    for (const table of index.tables) {
      const watched = table.filter(stated);
      const isListed = !table.some((line) => line.row_role === 'total');
      const lists = isListed ? groupLines(watched, (line) => (line.row_role === 'leaf' ? keyOf(line) : null)) : [];
      for (const lines of [...watched.map((line) => [line]), ...lists.filter((list) => list.length > 1)]) {
        const [line] = lines;
        const parts = line && payingParts(revenue, line);
        if (!line || !parts) continue;
        const what = lines.length > 1 ? `${lines.length} rows` : (line.row_path.at(-1) ?? '');
        yield {
          ...lineIdentity(
            index,
            this.id,
            line,
            parts.map((part) => index.cell(part)),
            `${what} / ${line.column_path.at(-1) ?? ''} ≤ revenue of its source and what was carried over`,
            'at_most',
          ),
          left: lines.map((each) => index.cell(each)),
        };
      }
    }
  },
};
