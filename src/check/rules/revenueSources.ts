import type { Decimal } from 'decimal.js';
import { type Line, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, groupLines } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import type { Rule } from '../rule.js';

/** Whose money, as coarsely as the coarser of two tables tells it: 财政拨款 may be printed as one amount or by its budgets. */
function sourceOf(line: Line, isFine = false): string {
  if (line.row_role === 'balance' || line.column_role === 'balance' || line.funding === 'carry_over') return 'carry_over';
  const { funding } = line;
  if (isFine) return funding ?? 'all';
  return funding === 'general' || funding === 'fund' || funding === 'state_capital' || funding === 'appropriation'
    ? 'appropriation'
    : (funding ?? 'all');
}

const sum = (lines: readonly Line[]): Decimal => lines.reduce((all, line) => all.plus(line.amount ?? '0'), toDecimal('0'));

/** How a table splits the revenue of one year by source: its total and the amounts that make it up. */
interface Split {
  total: Line;
  parts: readonly Line[];
}

/** The split of a table down its rows (收支总表) or along its total row (收入总表); null where the parts do not make up the total. */
function splitsOf(table: readonly Line[]): Split[] {
  const revenue = table.filter((line) => line.flow === 'revenue' && line.comparison === 'none' && line.amount !== null);
  const down = groupLines(revenue, (line) => (line.breakdown === 'summary' ? `${line.block}|${line.c}` : null)).map((column) => ({
    total: column.filter((line) => line.row_role === 'total'),
    parts: column.filter((line) => line.row_role === 'leaf' || line.row_role === 'balance'),
  }));
  const along = groupLines(revenue, (line) =>
    line.breakdown !== 'summary' && line.row_role === 'total' ? `${line.block}|${line.year}|${line.phase}` : null,
  ).map((row) => ({
    total: row.filter((line) => line.column_role === 'total'),
    parts: row.filter((line) => line.column_role === 'leaf' || line.column_role === 'balance'),
  }));
  return [...down, ...along].flatMap(({ total: totals, parts }) => {
    const [total] = totals;
    const complete =
      total &&
      totals.length === 1 &&
      total.funding === 'all' &&
      parts.every((part) => sourceOf(part) !== 'all') &&
      sum(parts).eq(total.amount ?? '0');
    return complete ? [{ total, parts }] : [];
  });
}

const moneyOf = ({ total }: Split) =>
  [total.document_id, total.organization_id, total.scope === 'unit' ? total.unit_name : '', total.year, total.phase].join('|');

/** Revenue of each source is the same amount in 收支总表 and 收入总表, where both split the same total: an amount under the wrong source shows here even where sums hold. */
export const revenueSources: Rule = {
  id: 'revenue_sources',
  title: 'Revenue of each source is the same in every table that splits it',
  scope: 'document',
  *find(index): Iterable<Identity> {
    const groups = new Map<string, Split[]>();
    for (const split of index.tables.flatMap(splitsOf)) groups.set(moneyOf(split), [...(groups.get(moneyOf(split)) ?? []), split]);
    for (const [first, ...others] of groups.values()) {
      if (!first) continue;
      for (const other of others) {
        if (other.total.table_id !== first.total.table_id && toDecimal(other.total.amount ?? '0').eq(first.total.amount ?? '0'))
          yield* bySource(index, this.id, other, first);
      }
    }
  },
};

/** One identity a source between two splits of one total. */
function* bySource(index: DisclosureIndex, rule: string, left: Split, right: Split): Iterable<Identity> {
  const stated = [...left.parts, ...right.parts].filter((part) => part.amount !== '0');
  const isFine = stated.every((part) => part.funding !== 'appropriation');
  for (const source of new Set(stated.map((part) => sourceOf(part, isFine)))) {
    const [ours, theirs] = [left, right].map(({ parts }) =>
      parts.filter((part) => sourceOf(part, isFine) === source && part.amount !== '0'),
    );
    const anchor = ours?.[0] ?? theirs?.[0];
    if (!ours || !theirs || !anchor) continue;
    yield {
      rule,
      anchor: `${left.total.line_id}-${source}`,
      disclosureId: anchor.disclosure_id,
      documentId: anchor.document_id,
      place: index.place(anchor),
      left: ours.map((line) => index.cell(line)),
      right: theirs.map((line) => index.cell(line)),
      relation: 'equal',
      message: `revenue of the source ${source} under ${left.total.row_path.at(-1) ?? ''} ${left.total.printed} = the same under ${right.total.row_path.at(-1) ?? ''}`,
    };
  }
}
