import { type Line, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { type Assertion, lineIdentity, type Rule } from '../rule.js';

/** Labels of the amount of the whole year in the sheet of a whole department. */
const WHOLE = /(?:资金|预算|支出)总额|总体资金|^总额|^(?:金额|资金)合计/;
const GROUP = /^合计$/;
/** Parts that together make up the money of a group. */
const SPLITS: readonly (readonly RegExp[])[] = [
  [/^基本支出/, /^项目支出/],
  [/^(?:财政拨款|财政资金)/, /^其他资金/],
];
/** The sheet may leave out money that 支出总表 has (carried over, transfers), never so much: 万元 for 元 is a factor of 10,000. */
const SUSPICIOUS_FACTOR = 100;

const plain = (line: Line) => (line.row_path.at(-1) ?? '').replace(/\s/g, '');
const isNonZero = (line: Line) => line.amount !== null && line.amount !== '0';

/** The money lines of each sheet of a whole department, in reading order. */
function sheetsOf(index: DisclosureIndex): Line[][] {
  return index.tables.flatMap((table) => {
    const lines = table.filter((line) => line.kind === 'overall_performance' && line.comparison === 'none');
    return lines.some((line) => WHOLE.test(plain(line))) ? [lines] : [];
  });
}

/** The parts of an amount among the lines after it: the first split of which all parts are printed. */
function partsAfter(lines: readonly Line[]): Line[][] {
  return SPLITS.flatMap((split) => {
    const parts = split.flatMap((label) => lines.find((line) => label.test(plain(line))) ?? []);
    return parts.length === split.length ? [parts] : [];
  });
}

/** The amounts of a sheet with what makes them up: the whole from its groups (合计 of 财政拨款, 合计 of 其他资金), each group from its parts. */
function compositions(lines: readonly Line[]): { whole: Line; parts: Line[] }[] {
  const at = lines.findIndex((line) => WHOLE.test(plain(line)));
  const whole = lines[at];
  if (!whole) return [];
  const groups = lines.flatMap((line, i) => (i > at && GROUP.test(plain(line)) ? [i] : []));
  const inGroups = groups.flatMap((from, i) => {
    const [head, until] = [lines[from], groups[i + 1] ?? from + 3];
    return head ? partsAfter(lines.slice(from + 1, until)).map((parts) => ({ whole: head, parts })) : [];
  });
  const top = groups.length > 1 ? [groups.flatMap((i) => lines[i] ?? [])] : partsAfter(lines.slice(at + 1));
  return [...top.map((parts) => ({ whole, parts })), ...inGroups];
}

/** The total of all expenditure of a year as 支出总表 or 收支总表 print it. */
function totalExpenditure(lines: readonly Line[], year: number | null): Line | undefined {
  return lines.find(
    (line) =>
      line.year === year &&
      line.flow === 'expenditure' &&
      line.funding === 'all' &&
      line.part === 'all' &&
      line.row_role === 'total' &&
      line.comparison === 'none' &&
      line.scope !== 'unit' &&
      (line.breakdown === 'functional' || line.breakdown === 'summary') &&
      isNonZero(line),
  );
}

/** 部门整体支出绩效目标表: the money of the year is what it is made of, and of the size of 支出总表. */
export const overallSheet: Rule = {
  id: 'overall_sheet',
  title: 'The money of the sheet of overall performance is the sum of its parts and of the size of total expenditure',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const lines of sheetsOf(index)) {
      for (const { whole, parts } of compositions(lines)) {
        yield lineIdentity(
          index,
          this.id,
          whole,
          parts.map((part) => index.cell(part)),
          `${labelOf(whole)} = ${parts.map(labelOf).join(' + ')}`,
        );
      }
    }
  },
  *assertions(index): Iterable<Assertion> {
    for (const lines of sheetsOf(index)) {
      const whole = lines.find((line) => WHOLE.test(plain(line)) && isNonZero(line));
      const total = whole && totalExpenditure(index.tables.flat(), whole.year);
      if (!whole || !total) continue;
      const factor = toDecimal(whole.amount ?? '0')
        .div(total.amount ?? '1')
        .abs();
      const holds = factor.lt(SUSPICIOUS_FACTOR) && factor.times(SUSPICIOUS_FACTOR).gt(1);
      const both = `${labelOf(whole)} ${whole.amount} yuan, ${labelOf(total)} ${total.amount} yuan`;
      yield {
        rule: 'overall_sheet',
        anchor: `${whole.line_id}-size`,
        disclosureId: whole.disclosure_id,
        documentId: whole.document_id,
        place: index.place(whole),
        holds,
        cells: 2,
        message: holds ? both : `${both} are a factor of ${factor.toFixed(4)} apart; look at the unit of both tables`,
      };
    }
  },
};
