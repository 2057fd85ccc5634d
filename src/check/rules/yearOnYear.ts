import { Decimal, figureLines, type Line, toDecimal } from '../../model/index.js';
import { labelOf, whereIs } from '../disclosureIndex.js';
import type { Assertion, Rule } from '../rule.js';

/** Budgets do not grow or shrink so many times in a year; a unit read wrong (万元 for 元) is a factor of 10,000. */
const SUSPICIOUS_FACTOR = 50;

/** A fund or a part of the expenditure may grow many times; a factor of a unit slip is still no growth. */
const SUSPICIOUS_FACTOR_OF_PART = 2000;

/** A total of the publisher itself: of a flow, of one source or part of it, or of the “三公” expenses. */
function isTotal(line: Line): boolean {
  if (line.scope === 'unit' || line.flow === null) return false;
  return line.three_public_item === null ? line.row_role === 'total' : line.three_public_item === 'total';
}

/** What is compared from year to year. */
const subjectOf = (line: Line) => [line.flow, line.funding, line.part, line.three_public_item].join('|');
const factorOf = ({ funding, part, three_public_item }: Line) =>
  funding === 'all' && part === 'all' && three_public_item === null ? SUSPICIOUS_FACTOR : SUSPICIOUS_FACTOR_OF_PART;

/** The totals of one year and those of the next are of the same order of magnitude; where not, a unit was read or printed wrong. */
export const yearOnYear: Rule = {
  id: 'year_on_year_magnitude',
  title:
    'Totals of one year and the next, of all money, of one source or part and of the “三公” expenses, are of the same order of magnitude',
  scope: 'organization',
  *find() {},
  *assertions(index): Iterable<Assertion> {
    const totals = new Map<string, Line>();
    for (const { lines } of index.disclosures) {
      for (const group of figureLines(lines).values()) {
        const [line] = group;
        if (!line || !isTotal(line) || toDecimal(line.amount ?? '0').isZero()) continue;
        const key = `${subjectOf(line)}|${line.year}`;
        if (!totals.has(key) || line.year === line.document_year) totals.set(key, line);
      }
    }
    for (const line of totals.values()) {
      const before = totals.get(`${subjectOf(line)}|${(line.year ?? 0) - 1}`);
      if (!before || before.document_id === line.document_id) continue;
      const factor = toDecimal(line.amount ?? '0').div(before.amount ?? '1');
      const holds = Decimal.max(factor.abs(), new Decimal(1).div(factor.abs())).lt(factorOf(line));
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
