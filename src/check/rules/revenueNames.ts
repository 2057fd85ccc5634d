import { type GridTable, toDecimal } from '../../model/index.js';
import type { DisclosureIndex } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { type Split, splitMoney, splitsOf } from '../revenueSplit.js';
import type { Rule } from '../rule.js';

/** The names of revenue that are one source of money each: 事业收入 and 其他收入 are both own money, but not the same. */
const NAMES: readonly RegExp[] = [/^事业收入/, /^事业单位经营收入|^经营收入/, /^上级补助收入/, /^附属单位上缴收入/, /^其他收入/];
/** What stands before a name: its number. */
const NUMBER = /^[\s\d一二三四五六七八九十、.．（()）]+/;
const nameOf = (text: string) => text.replace(/\s/g, '').replace(NUMBER, '');

/** The texts of a table that can name a source: headers and the cells of its first rows. */
function textsOf(grid: GridTable): string[] {
  return [...grid.columns.flat(), ...grid.rows.flatMap(({ texts }) => texts)].map(nameOf);
}

/** Revenue under one name (其他收入) is the same amount in every table that splits the same total and prints the name; under a blank name it is zero. */
export const revenueNames: Rule = {
  id: 'revenue_names',
  title: 'Revenue of one name is the same in every table that splits the same total and prints the name',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const disclosure of index.disclosures) {
      const grids = new Map(disclosure.tables.flatMap((table, i) => (disclosure.grids[i] ? [[table.table_id, disclosure.grids[i]]] : [])));
      const splits = index.tables.flatMap((table) => splitsOf(table)).filter(({ total }) => grids.has(total.table_id));
      for (const [at, left] of splits.entries()) {
        const right = splits.find((other, i) => i > at && isSameTotal(left, other));
        const [ours, theirs] = [grids.get(left.total.table_id), right && grids.get(right.total.table_id)];
        if (right && ours && theirs) yield* byName(index, this.id, [left, right], [textsOf(ours), textsOf(theirs)]);
      }
    }
  },
};

/** Whether two splits in different tables make up the same total. */
function isSameTotal(left: Split, right: Split): boolean {
  const isSame = splitMoney(left) === splitMoney(right) && left.total.table_id !== right.total.table_id;
  return isSame && toDecimal(left.total.amount ?? '0').eq(right.total.amount ?? '0');
}

/** One identity a name that both tables print and of which either has an amount. */
function* byName(
  index: DisclosureIndex,
  rule: string,
  splits: readonly [Split, Split],
  printed: readonly [readonly string[], readonly string[]],
): Iterable<Identity> {
  for (const name of NAMES) {
    const [left, right] = splits.map(({ parts }) =>
      parts.filter((part) => {
        const labels = part.breakdown === 'summary' ? part.row_path : part.column_path;
        return part.amount !== '0' && labels.some((label) => name.test(nameOf(label)));
      }),
    );
    const anchor = left?.[0] ?? right?.[0];
    if (!left || !right || !anchor || !printed.every((texts) => texts.some((text) => name.test(text)))) continue;
    yield {
      rule,
      anchor: anchor.line_id,
      disclosureId: anchor.disclosure_id,
      documentId: anchor.document_id,
      place: index.place(anchor),
      left: left.map((line) => index.cell(line)),
      right: right.map((line) => index.cell(line)),
      relation: 'equal',
      message: `${anchor.column_path.at(-1) ?? ''} ${anchor.row_path.at(-1) ?? ''} ${anchor.printed} = the same name in the other table of revenue`,
    };
  }
}
