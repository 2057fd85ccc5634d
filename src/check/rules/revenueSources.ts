import { toDecimal } from '../../model/index.js';
import type { DisclosureIndex } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { type Split, sourceOf, splitMoney, splitsOf } from '../revenueSplit.js';
import type { Rule } from '../rule.js';

/** Revenue of each source is the same amount in 收支总表 and 收入总表, where both split the same total: an amount under the wrong source shows here even where sums hold. */
export const revenueSources: Rule = {
  id: 'revenue_sources',
  title: 'Revenue of each source is the same in every table that splits it',
  scope: 'document',
  *find(index): Iterable<Identity> {
    const groups = new Map<string, Split[]>();
    for (const split of index.tables.flatMap((table) => splitsOf(table)))
      groups.set(splitMoney(split), [...(groups.get(splitMoney(split)) ?? []), split]);
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
