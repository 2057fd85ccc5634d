import { type Disclosure, type Line, type Statement, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, labelOf, whereIs } from '../disclosureIndex.js';
import type { Cell, Identity } from '../identity.js';
import { amountCell, ancestorCodes, type StatementTree, statementAnchor, statementPlace, statementTree } from '../prose.js';
import { type Comparison, expenseComparisons } from '../proseExpenses.js';
import { isAbout, SUBJECT_LINES, type SubjectLines, WHOLE_SUBJECTS } from '../proseSubjects.js';
import type { Rule } from '../rule.js';

/**
 * Amounts in sentences against the tables of the same document. Prose leaves open whose money it means, so a statement fails only where none of the lines that
 * it may mean has its amount.
 */
export const proseAgainstTable: Rule = {
  id: 'prose_against_table',
  title: 'Amounts in sentences are those of the tables',
  scope: 'document',
  *find(index) {
    for (const disclosure of index.disclosures) yield* compare(index, this.id, disclosure, disclosure.lines);
  },
};

/** The same for prose and tables that are published as separate documents. */
export const proseAgainstTableOfAnnex: Rule = {
  id: 'prose_against_table_of_annex',
  title: 'Amounts in the sentences of one document are those of the tables of its annex',
  scope: 'organization',
  *find(index) {
    for (const disclosure of index.disclosures) {
      if (disclosure.lines.length > 0) continue;
      const annexes = index.disclosures.filter(
        (other) => other !== disclosure && other.facts.year === disclosure.facts.year && other.facts.phase === disclosure.facts.phase,
      );
      yield* compare(
        index,
        this.id,
        disclosure,
        annexes.flatMap((annex) => annex.lines),
      );
    }
  },
};

function* compare(index: DisclosureIndex, rule: string, disclosure: Disclosure, lines: readonly Line[]): Iterable<Identity> {
  if (lines.length === 0) return;
  const tree = statementTree(disclosure);
  const found = new Map<Statement, number>();
  for (const { statement, lines: right } of [...totals(tree, lines), ...expenseComparisons(tree, lines)]) {
    const left = truncatable(amountCell(statement));
    const [first] = right;
    if (!left || !first) continue;
    const before = found.get(statement) ?? 0;
    found.set(statement, before + 1);
    const named = right.map((line) => `${labelOf(line)} ${line.printed}`).join(' + ');
    yield {
      rule,
      anchor: before === 0 ? statementAnchor(statement) : `${statementAnchor(statement)}-${before + 1}`,
      disclosureId: disclosure.facts.disclosure_id,
      documentId: disclosure.facts.document_id,
      place: statementPlace(statement),
      left: [left],
      right: right.map((line) => index.cell(line)),
      relation: 'equal',
      message: `${left.label} = ${named} (${whereIs(index, first)})`,
    };
  }
}

/** The statements about totals, each with the line nearest to it: one of each side where it speaks of revenue and expenditure at once. */
function* totals(tree: StatementTree, lines: readonly Line[]): Iterable<Comparison> {
  const { disclosure } = tree;
  for (const statement of disclosure.statements) {
    const subject = statement.subject_code === null ? undefined : SUBJECT_LINES[statement.subject_code];
    if (statement.amount === null || !subject || !namesItself(statement, disclosure)) continue;
    if (ancestorCodes(tree, statement).some((code) => code === null || !WHOLE_SUBJECTS.has(code))) continue;
    const sides = subject.bothSides === true ? (['revenue', 'expenditure'] as const).map((flow) => ({ ...subject, flow })) : [subject];
    for (const side of sides) {
      const line = meant(lines, statement, side, disclosure.facts.year);
      if (line) yield { statement, lines: [line] };
    }
  }
}

/** Sentences cut digits off as often as they round them, so that an amount may be off by its whole last digit. */
function truncatable(cell: Cell | null): Cell | null {
  return cell && { ...cell, resolution: cell.resolution.times(2) };
}

/** Words before an amount that make it another amount than its subject says: carried over, of another year, or a part (外宾接待). */
const OTHER_MONEY = /结转|结余|上年|年末|外宾|外事接待|国内接待/;

/** Subjects that name the whole budget only where their heading names no other money. */
const WHOLE_BUDGET = /^(?:收入预算|预算收入|支出预算|预算支出)(?:总额)?$/;
const OTHER_HEADING = /基金|国有资本|专户|三公|采购|运行经费|项目|购买|绩效|资产|财政拨款|一般公共预算|经济分类|单位情况/;

/** Whether the sentence itself says what the amount is of: not an amount carried over, and not merely 支出 under some heading. */
function namesItself(statement: Statement, disclosure: Disclosure): boolean {
  const before = statement.sentence.slice(0, Math.max(0, statement.sentence.indexOf(statement.printed)));
  if (OTHER_MONEY.test(statement.subject) || OTHER_MONEY.test(before.slice(-16))) return false;
  if (!/^(?:支出|收入|经费|预算)*$/.test(statement.subject)) return true;
  const heading = disclosure.sections[statement.section]?.heading ?? '';
  return WHOLE_BUDGET.test(statement.subject) && statement.parent_ordinal === null && heading !== '' && !OTHER_HEADING.test(heading);
}

/** The line nearest to the stated amount among those the statement may mean. */
function meant(lines: readonly Line[], statement: Statement, subject: SubjectLines, documentYear: number | null): Line | null {
  const year = statement.year ?? documentYear;
  const amount = toDecimal(statement.amount ?? '0').abs();
  const far = (line: Line) =>
    toDecimal(line.amount ?? '0')
      .minus(amount)
      .abs();
  const inPhase = (line: Line) => statement.phase === null || line.phase === statement.phase;
  // A sentence may be about one unit; it is held against a unit's row only where the row has its amount.
  const isMeant = (line: Line) => line.scope !== 'unit' || far(line).lte(line.resolution ?? '0');
  const candidates = lines.filter((line) => line.year === year && inPhase(line) && isAbout(line, subject) && isMeant(line));
  const nearer = (line: Line, other: Line) => far(line).cmp(far(other)) || rank(line, subject) - rank(other, subject);
  return candidates.reduce<Line | null>((best, line) => (best === null || nearer(line, best) < 0 ? line : best), null);
}

/** Which of the lines with the same amount a subject means first: the likeliest money, then totals. */
function rank(line: Line, subject: SubjectLines): number {
  const money = line.funding === null ? 0 : Math.max(0, (subject.funding ?? []).indexOf(line.funding));
  return money * 3 + (line.row_role === 'total' ? 0 : line.row_role === 'subtotal' ? 1 : 2);
}
