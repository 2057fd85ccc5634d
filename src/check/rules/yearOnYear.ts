import { Decimal, figureLines, type Line, toDecimal } from '../../model/index.js';
import { labelOf, whereIs } from '../disclosureIndex.js';
import type { Assertion, Rule } from '../rule.js';

/** Budgets do not grow or shrink so many times in a year; a unit read wrong (万元 for 元) is a factor of 10,000. */
const SUSPICIOUS_FACTOR = 50;

/** The total of a flow of all money, of the publisher itself. */
function isWholeTotal(line: Line): boolean {
  return line.funding === 'all' && line.part === 'all' && line.row_role === 'total' && line.scope !== 'unit' && line.flow !== null;
}

/** The totals of one year and those of the next are of the same order of magnitude; where not, a unit was read or printed wrong. */
export const yearOnYear: Rule = {
  id: 'year_on_year_magnitude',
  title: 'Totals of one year and the next are of the same order of magnitude',
  scope: 'organization',
  *find() {},
  *assertions(index): Iterable<Assertion> {
    const totals = new Map<string, Line>();
    for (const { lines } of index.disclosures) {
      for (const group of figureLines(lines).values()) {
        const [line] = group;
        if (!line || !isWholeTotal(line) || toDecimal(line.amount ?? '0').isZero()) continue;
        const key = `${line.flow}|${line.year}`;
        if (!totals.has(key) || line.year === line.document_year) totals.set(key, line);
      }
    }
    for (const line of totals.values()) {
      const before = totals.get(`${line.flow}|${(line.year ?? 0) - 1}`);
      if (!before || before.document_id === line.document_id) continue;
      const factor = toDecimal(line.amount ?? '0').div(before.amount ?? '1');
      const holds = Decimal.max(factor.abs(), new Decimal(1).div(factor.abs())).lt(SUSPICIOUS_FACTOR);
      const both = `${labelOf(line)} ${line.amount} yuan in ${line.year} and ${before.amount} yuan in ${before.year} (document ${before.document_id.slice(0, 16)}, ${whereIs(index, before)})`;
      yield {
        rule: this.id,
        anchor: line.line_id,
        disclosureId: line.disclosure_id,
        documentId: line.document_id,
        place: index.place(line),
        holds,
        cells: 2,
        message: holds ? both : `${both} are a factor of ${factor.toFixed(4)} apart; look at the unit of both tables`,
      };
    }
  },
};
