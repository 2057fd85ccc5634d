import { type Kind, type Line, type ThreePublicItem, toDecimal } from '../../model/index.js';
import type { DisclosureIndex } from '../disclosureIndex.js';
import { labelOf } from '../disclosureIndex.js';
import type { Assertion, Rule } from '../rule.js';

/** Yuan between which an amount is believable. */
interface Range {
  least: string;
  most: string;
}

/** The whole budget of a department or unit: from a small office to more than the largest of a province. */
const WHOLE: Range = { least: '100000', most: '1000000000000' };
/** What a row of such a table, of one unit or one function, may be. */
const ROW: Range = { least: '0', most: WHOLE.most };
/** The tables of all money. */
const OF_ALL_MONEY: ReadonlySet<Kind> = new Set(['revenue_expenditure_summary', 'expenditure_summary', 'revenue_summary']);
/** A “三公” item of one department in a year; 0.01万元 is the least that tables print. */
const THREE_PUBLIC: Readonly<Partial<Record<ThreePublicItem, Range>>> = {
  total: { least: '50', most: '2000000000' },
  abroad: { least: '50', most: '500000000' },
  vehicle_operation: { least: '50', most: '1500000000' },
  reception: { least: '50', most: '100000000' },
};

/** The range that a line must be in; null for lines that can be of any size. Rows are looked at where their table has no row of totals. */
function rangeOf(line: Line, hasTotal: boolean): Range | null {
  if (line.comparison !== 'none' || line.quantity !== 'money') return null;
  if (line.three_public_item !== null) return THREE_PUBLIC[line.three_public_item] ?? null;
  if (line.funding !== 'all' || line.part !== 'all' || !OF_ALL_MONEY.has(line.kind)) return null;
  if (line.row_role === 'total' && line.scope !== 'unit') return WHOLE;
  return hasTotal ? null : ROW;
}

/** Totals and “三公” expenses are of a size that a department can spend: where not, 万元 was read or printed for 元, or 元 for 万元. */
export const plausibleAmounts: Rule = {
  id: 'plausible_amount',
  title: 'Totals and “三公” expenses are of a believable size',
  scope: 'document',
  *find() {},
  *assertions(index: DisclosureIndex): Iterable<Assertion> {
    const tables = index.tables.map((table) => ({ table, hasTotal: table.some((line) => line.row_role === 'total') }));
    for (const { line, hasTotal } of tables.flatMap(({ table, hasTotal }) => table.map((line) => ({ line, hasTotal })))) {
      const range = rangeOf(line, hasTotal);
      if (!range || line.amount === null || toDecimal(line.amount).isZero()) continue;
      const amount = toDecimal(line.amount).abs();
      const holds = amount.gte(range.least) && amount.lte(range.most);
      yield {
        rule: 'plausible_amount',
        anchor: line.line_id,
        disclosureId: line.disclosure_id,
        documentId: line.document_id,
        place: index.place(line),
        holds,
        cells: 1,
        message: `${labelOf(line)} ${line.printed} is ${line.amount} yuan${holds ? '' : `, not between ${range.least} and ${range.most}; look at the unit of the table`}`,
      };
    }
  },
};
