import { type Diagnostic, type Phase, type Statement, toDecimal } from '../../model/index.js';
import { OPENS_PARTS, PARTS_OPENER, PARTS_PERHAPS } from './grammarLexicon.js';
import { readNumbering } from './numbering.js';
import { isComplete, openGroup, type PartsGroup } from './parts.js';
import { pageAt } from './passagePages.js';
import type { Passage } from './passages.js';
import type { Sentence } from './sentences.js';
import { subjectCode } from './subjects.js';

/** What is known of the document whose prose is read. */
export interface ProseFacts {
  document_id: string;
  year: number | null;
  phase?: Phase | null;
  organization: string | null;
}

/** A change against another year, as far as it is stated. */
export interface Change {
  base: string | null;
  direction: Statement['comparison_direction'];
  amount: string | null;
  percent: string | null;
}

/** Where the reader stands: what was stated last, at the top of its list, and last with a change; whose parts are being listed. */
interface Standing {
  current: Statement | null;
  top: Statement | null;
  compared: Statement | null;
  groups: PartsGroup[];
}
const nowhere = (): Standing => ({ current: null, top: null, compared: null, groups: [] });

/** The statements read so far and what the next one relates to: its passage, section and sentence, the amount it is part of, the subject it inherits. */
export class StatementLedger {
  readonly statements: Statement[] = [];
  readonly diagnostics: Diagnostic[] = [];
  standing: Standing = nowhere();
  sentence = '';
  sentenceYear: number | null = null;
  /** The statements of the sentence being read. */
  stated: Statement[] = [];
  readonly brackets: { current: Statement | null; groups: PartsGroup[] }[] = [];
  private passage: Passage = { text: '', block: 0, page: null, pages: [], headingLevel: null, tableTitle: false };
  /** Where the sentence being read, and where what is being read in it begin in the passage. */
  private sentenceStart = 0;
  private at = 0;
  private section = 0;
  private head = '';
  private heading = '';
  private outlineParent: Statement | null = null;
  private firstOfPassage = 0;
  private numbered = false;
  private unfinished: Statement | null = null;
  private readonly rounding = new Map<number, string>();

  constructor(readonly facts: ProseFacts) {}

  /** A heading: what was stated before it is no context for what follows. */
  enterSection(): void {
    this.standing = nowhere();
  }

  /** A passage: its head and its section's heading name the subject where a sentence does not; its first amount (without numbering, its first sentence) is part of `parent`. */
  enterPassage(passage: Passage, section: number, head: string, heading: string, parent: Statement | null): void {
    this.passage = passage;
    this.section = section;
    this.head = head;
    this.heading = heading;
    this.outlineParent = parent;
    this.numbered = readNumbering(passage.text) !== null;
    this.firstOfPassage = this.statements.length;
    this.standing.groups = [];
    this.stated = [];
    this.unfinished = null;
  }

  enterSentence({ text, start }: Sentence): void {
    this.sentence = text;
    this.sentenceStart = start;
    this.at = start;
    this.sentenceYear = null;
    this.stated = [];
    this.standing.groups = [];
    this.brackets.length = 0;
  }

  /** Goes on to what begins at `offset` of the sentence. */
  reach(offset: number): void {
    this.at = this.sentenceStart + offset;
  }

  /** Ends a sentence: lists that only may have been parts are none where they do not add up. */
  leaveSentence(): void {
    this.unfinished = /[；;，,、]$/.test(this.sentence) ? (this.standing.groups.at(-1)?.parent ?? null) : null;
    for (const group of this.standing.groups) this.settle(group);
    this.standing.groups = [];
    if (this.stated.length > 0) this.outlineParent = null;
  }

  /** The statement whose list of parts the passage ends in the middle of. */
  get listed(): Statement | null {
    return this.unfinished;
  }

  /** The statement whose parts follow in other passages, where this passage announces them. */
  get announced(): Statement | null {
    const { current, top } = this.standing;
    if (this.stated.length > 0) return current;
    if (OPENS_PARTS.test(this.sentence)) return top ?? current;
    const own = this.statements.slice(this.firstOfPassage);
    return own.findLast((statement) => own.some((part) => part.parent_ordinal === statement.ordinal)) ?? null;
  }

  /** Reads with nothing stated before, as within a reason, and goes on where it stood. */
  apart(read: () => void): void {
    const { standing, outlineParent, stated } = this;
    this.standing = nowhere();
    this.outlineParent = null;
    this.stated = [];
    read();
    this.standing = standing;
    this.outlineParent = outlineParent;
    this.stated = stated;
  }

  /** Opens a list of parts where the words before an amount say so (其中, 包括); gives the words after the opener. */
  openParts(lead: string): string {
    const sure = lastMatch(lead, PARTS_OPENER);
    const perhaps = sure === null && this.stated.length > 0 ? lastMatch(lead, PARTS_PERHAPS) : null;
    const opener = sure ?? perhaps;
    if (opener === null) return lead;
    const { current, top, groups } = this.standing;
    const before = lead.slice(0, opener.index).replace(/^[，,；;。）)]+/, '');
    // At the start of a sentence, and after another side was named (…；支出包括), the parts are of the whole stated before.
    const ofTop = this.brackets.length === 0 && (this.stated.length === 0 || /[收支]/.test(before));
    const parent = ofTop && perhaps === null ? (top ?? current) : current;
    const held = this.brackets.length > 0 && groups.at(-1)?.parent === parent;
    if (parent !== null && !held) groups.push(openGroup(parent, perhaps !== null));
    return lead.slice(opener.index + opener[0].length);
  }

  /** Ends the innermost list of parts. */
  closeGroup(): void {
    const group = this.standing.groups.pop();
    if (group !== undefined) this.settle(group);
  }

  /** Adds the whole of the innermost list of at least two parts where it is stated again after them, part of nothing, and ends the list; false where the amount is not that whole. */
  addWholeAgain(amount: string, printed: string, rounding: string): boolean {
    const group = this.standing.groups.at(-1);
    if (group === undefined || group.parts.length < 2 || group.parent.amount !== amount) return false;
    this.closeGroup();
    const { groups } = this.standing;
    this.standing.groups = [];
    const { subject, year, phase } = group.parent;
    Object.assign(this.add(subject, amount, printed, year, rounding), { parent_ordinal: null, phase });
    Object.assign(this.standing, { current: group.parent, groups });
    return true;
  }

  /** Whether a subject that is only 支出决算 or the like is that of the item's head, or of the other phase stated before in the sentence. */
  namesSubject(phase: Statement['phase']): boolean {
    const before = this.stated.at(-1);
    if (before !== undefined) return phase !== null && before.phase !== null && before.phase !== phase;
    return this.head !== '' && subjectCode(this.head) !== null;
  }

  /** The subject of an amount whose words name none: the amount before in the sentence, the item's head, the heading. */
  inheritedSubject(): string {
    return this.stated.at(-1)?.subject ?? (this.head !== '' ? this.head : this.heading);
  }

  /** States how an amount changed. */
  change(statement: Statement, change: Change): void {
    statement.comparison_with = change.base ?? statement.comparison_with ?? this.baseOfWhole(statement);
    statement.comparison_direction = change.direction;
    statement.comparison_amount = change.amount;
    statement.comparison_percent = change.percent;
    this.standing.compared = statement;
    this.quote(statement);
  }

  /** Adds the sentence being read to those a statement was read from. */
  quote(statement: Statement): void {
    if (!statement.sentence.includes(this.sentence)) statement.sentence += this.sentence;
  }

  /** Adds a statement: part of the list being read, else of what the passages before announced. `rounding` is half its last digit, in yuan. */
  add(subject: string, amount: string | null, printed: string, year: number | null, rounding = '0'): Statement {
    const group = this.standing.groups.at(-1);
    const parent = group?.parent ?? (this.stated.length === 0 || !this.numbered ? this.outlineParent : null);
    const statement: Statement = {
      document_id: this.facts.document_id,
      ordinal: this.statements.length,
      subject,
      subject_code: subjectCode(subject),
      parent_ordinal: parent?.ordinal ?? null,
      year: year ?? this.sentenceYear ?? parent?.year ?? this.facts.year,
      phase: null,
      amount,
      printed,
      comparison_with: null,
      comparison_direction: null,
      comparison_amount: null,
      comparison_percent: null,
      reason: null,
      section: this.section,
      sentence: this.sentence,
      page: pageAt(this.passage.pages, this.passage.text, this.at),
      block: this.passage.block,
    };
    this.statements.push(statement);
    this.stated.push(statement);
    this.rounding.set(statement.ordinal, rounding);
    this.standing.current = statement;
    this.standing.compared = null;
    if (group === undefined) this.standing.top = statement;
    else this.addPart(group, statement, rounding);
    return statement;
  }

  /** Reports what a passage does wrong. */
  report(code: string, severity: Diagnostic['severity'], message: string): void {
    const { page, block } = this.passage;
    const place = { document: this.facts.document_id, ...(page === null ? {} : { page }), block };
    this.diagnostics.push({ stage: 'interpret', code, severity, place, message });
  }

  private addPart(group: PartsGroup, part: Statement, rounding: string): void {
    const first = group.parts.length === 0 ? (this.rounding.get(group.parent.ordinal) ?? '0') : '0';
    group.parts.push(part);
    group.tolerance = toDecimal(group.tolerance).plus(rounding).plus(first).toFixed();
  }

  /** Undoes a list that only may have been parts and does not add up. */
  private settle(group: PartsGroup): void {
    if (!group.perhaps || isComplete(group)) return;
    for (const part of group.parts) part.parent_ordinal = group.parent.parent_ordinal;
  }

  /** What the whole of a part is compared with: 较上年减少…。其中：基本支出减少… */
  private baseOfWhole(statement: Statement): string | null {
    if (statement.amount !== null || statement.parent_ordinal === null) return null;
    return this.statements[statement.parent_ordinal]?.comparison_with ?? null;
  }
}

/** The last match of a global pattern in a text. */
export function lastMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  return [...text.matchAll(pattern)].at(-1) ?? null;
}
