import { type Disclosure, type Line, type Statement, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, labelOf, whereIs } from '../disclosureIndex.js';
import type { Cell, Identity } from '../identity.js';
import { amountCell, ancestorCodes, statementAnchor, statementPlace, statementTree } from '../prose.js';
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
  for (const statement of disclosure.statements) {
    const left = truncatable(amountCell(statement));
    const subject = statement.subject_code === null ? undefined : SUBJECT_LINES[statement.subject_code];
    if (!left || !subject || !namesItself(statement)) continue;
    if (ancestorCodes(tree, statement).some((code) => code === null || !WHOLE_SUBJECTS.has(code))) continue;
    const line = meant(lines, statement, subject, disclosure.facts.year);
    if (!line) continue;
    yield {
      rule,
      anchor: statementAnchor(statement),
      disclosureId: disclosure.facts.disclosure_id,
      documentId: disclosure.facts.document_id,
      place: statementPlace(statement),
      left: [left],
      right: [index.cell(line)],
      relation: 'equal',
      message: `${left.label} = ${labelOf(line)} ${line.printed} (${whereIs(index, line)})`,
    };
  }
}

/** Sentences cut digits off as often as they round them, so that an amount may be off by its whole last digit. */
function truncatable(cell: Cell | null): Cell | null {
  return cell && { ...cell, resolution: cell.resolution.times(2) };
}

/** Words before an amount that make it another amount than its subject says: carried over, or of another year. */
const OTHER_MONEY = /结转|结余|上年|年末/;

/** Whether the sentence itself says what the amount is of: not an amount carried over, and not merely 支出 under some heading. */
function namesItself(statement: Statement): boolean {
  const before = statement.sentence.slice(0, Math.max(0, statement.sentence.indexOf(statement.printed)));
  if (OTHER_MONEY.test(statement.subject) || OTHER_MONEY.test(before.slice(-16))) return false;
  return !/^(?:支出|收入|经费|预算)*$/.test(statement.subject);
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
  const candidates = lines.filter((line) => line.year === year && inPhase(line) && isAbout(line, subject));
  return candidates.reduce<Line | null>((best, line) => (best === null || far(line).lt(far(best)) ? line : best), null);
}
