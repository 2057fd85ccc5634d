import { type Diagnostic, type Statement, toDecimal } from '../../model/index.js';
import type { Mention } from './amounts.js';
import { CHANGE_END, CHANGE_FIRST, COMPARED_WITH, DIRECTIONS, PARTS_OPENER, PHASES } from './grammarLexicon.js';
import { completesWith, isComplete, openGroup, type PartsGroup } from './parts.js';
import type { Passage } from './passages.js';
import { readLead, subjectCode } from './subjects.js';

/** What is known of the document whose prose is read. */
export interface ProseFacts {
  document_id: string;
  year: number | null;
  organization: string | null;
}

interface Change {
  base: string | null;
  direction: Statement['comparison_direction'];
  amount: string | null;
  percent: string | null;
}

/** Reads the amounts of passages one after the other, remembering what was stated last, whose parts are being listed and what changes are compared with. */
export class StatementReader {
  readonly statements: Statement[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private passage: Passage = { text: '', block: 0, page: null, headingLevel: null, tableTitle: false };
  private section = 0;
  private sentence = '';
  private sentenceYear: number | null = null;
  private sentenceStatements: Statement[] = [];
  private head = '';
  private heading = '';
  private base: string | null = null;
  private current: Statement | null = null;
  private top: Statement | null = null;
  private compared: Statement | null = null;
  private outlineParent: Statement | null = null;
  private groups: PartsGroup[] = [];
  private brackets: { current: Statement | null; groups: PartsGroup[] }[] = [];
  private readonly rounding = new Map<number, string>();

  constructor(private readonly facts: ProseFacts) {}

  /** The statement that parts announced at the end of the passage belong to. */
  get whole(): Statement | null {
    return this.current?.parent_ordinal === null || this.sentenceStatements.length > 0 ? this.current : this.top;
  }

  /** A heading: what was stated before it is no context for what follows. */
  enterSection(): void {
    this.current = null;
    this.top = null;
    this.compared = null;
  }

  /** A passage: its head and its section's heading name the subject where a sentence does not; its first amount is part of `parent`. */
  enterPassage(passage: Passage, section: number, head: string, heading: string, parent: Statement | null): void {
    this.passage = passage;
    this.section = section;
    this.head = head;
    this.heading = heading;
    this.outlineParent = parent;
    this.groups = [];
    this.sentenceStatements = [];
  }

  enterSentence(sentence: string): void {
    this.sentence = sentence;
    this.sentenceYear = null;
    this.sentenceStatements = [];
    this.base = null;
    this.groups = [];
    this.brackets = [];
  }

  /** Ends a sentence; `tail` is what follows its last event. */
  leaveSentence(tail: string): void {
    const base = lastMatch(tail, COMPARED_WITH);
    if (base !== null && this.current !== null && this.current.comparison_with === null && /无增减|没有增减/.test(tail)) {
      this.change(this.current, { base: base[1] ?? null, direction: 'unchanged', amount: null, percent: null });
    }
  }

  /** Reads an amount after the words that stand before it. */
  read(lead: string, mention: Mention): void {
    const compared = lastMatch(lead, COMPARED_WITH);
    if (compared !== null) this.base = baseText(compared);
    const verb = CHANGE_END.exec(lead);
    if (mention.kind === 'percent') {
      this.readPercent(lead, verb, compared, mention);
    } else if (verb !== null) {
      this.readChange(lead.slice(0, verb.index), verb, compared, mention);
    } else if (compared !== null && lead.slice(compared.index + compared[0].length).replace(/[为是的]/g, '') === '') {
      this.readBase(mention);
    } else {
      this.readAmount(lead, mention);
    }
  }

  /** Reads that the amount before is unchanged against `base`. */
  readUnchanged(lead: string, base: string): void {
    const { subject } = readLead(lead, this.facts.organization);
    const target = this.current;
    if (target === null || target.comparison_direction !== null || (subject !== '' && !this.sameSubject(subject, target))) return;
    this.change(target, { base, direction: 'unchanged', amount: null, percent: null });
  }

  /** Gives a reason to the change stated last, and reads the amounts within it: they explain and are parts of nothing. */
  readReason(reason: string, sentence: string, inside: readonly Mention[]): void {
    const target = this.compared ?? this.current;
    if (target !== null && target.reason === null && reason !== '') {
      target.reason = reason;
      if (!target.sentence.includes(this.sentence)) target.sentence = `${target.sentence}${this.sentence}`;
    }
    if (inside.length === 0) return;
    const kept = { current: this.current, top: this.top, compared: this.compared, groups: this.groups, parent: this.outlineParent };
    Object.assign(this, { current: null, top: null, compared: null, groups: [], outlineParent: null });
    const start = sentence.indexOf(reason);
    let at = start;
    for (const mention of inside) {
      this.read(sentence.slice(at, mention.start), mention);
      at = mention.end;
    }
    this.current = kept.current;
    this.top = kept.top;
    this.compared = kept.compared;
    this.groups = kept.groups;
    this.outlineParent = kept.parent;
  }

  /** A bracket that holds amounts: they are parts of the amount before it. */
  openBracket(lead: string): void {
    this.brackets.push({ current: this.current, groups: this.groups });
    this.groups =
      this.current === null || readLead(lead, this.facts.organization).subject !== ''
        ? this.groups
        : [...this.groups, openGroup(this.current)];
  }

  closeBracket(): void {
    const before = this.brackets.pop();
    if (before === undefined) return;
    this.current = before.current;
    this.compared = before.current;
    this.groups = before.groups;
  }

  /** A semicolon: ends the lists whose parts add up, and inner lists that the amounts `next` do not complete. */
  endItem(next: readonly Mention[]): void {
    this.base = null;
    const kept = this.brackets.at(-1)?.groups.length ?? 0;
    for (let group = this.groups.at(-1); group !== undefined && this.groups.length > kept; group = this.groups.at(-1)) {
      const nested = this.groups.length > 1 && this.brackets.length === 0;
      const done = isComplete(group) && next[0]?.value !== '0';
      const goesOn = completesWith(
        group,
        next.map((mention) => mention.value),
        group.tolerance,
      );
      if (!done && (!nested || goesOn)) break;
      this.groups.pop();
    }
  }

  /** Adds that there is nothing of a subject: no amount, `printed` is the word that says so. */
  addNothing(subject: string, printed: string, sentence: string): void {
    this.sentence = sentence;
    this.add(subject, null, printed, null);
  }

  /** An amount of a subject. */
  private readAmount(lead: string, mention: Mention): void {
    const opened = this.openParts(lead);
    const first = CHANGE_FIRST.exec(opened);
    if (first !== null && readLead(first[2] ?? '', null).subject !== '' && this.isChangeOf(first[2] ?? '')) {
      const { subject, year } = readLead(first[2] ?? '', this.facts.organization);
      const statement = this.add(subject, null, mention.printed, year);
      this.change(statement, {
        base: this.base,
        direction: DIRECTIONS[first[1] ?? ''] ?? 'increase',
        amount: mention.value,
        percent: null,
      });
      return;
    }
    const { subject, year } = readLead(opened, this.facts.organization, this.facts.year);
    if (year !== null) this.sentenceYear = year;
    const statement = this.add(subject === '' ? this.inheritedSubject() : subject, mention.value, mention.printed, year, mention.rounding);
    statement.phase = phaseOf(opened);
    if (statement.subject === '')
      this.report('statement_without_subject', 'info', `no subject found for ${mention.printed} in 「${this.sentence}」; name it by hand`);
    this.base = null;
  }

  /** Whether a verb before a noun states a change (增加外事经费200万元) and not an amount under another verb. */
  private isChangeOf(subject: string): boolean {
    return !/(?:预算|决算|安排|支出)(?:为|数)$/.test(subject);
  }

  /** 比2025年年初预算数9819.98万元: the amount of the other year, stated beside. */
  private readBase(mention: Mention): void {
    const target = this.current;
    if (target === null) {
      this.readAmount('', mention);
      return;
    }
    const printedYear = /20\d{2}/.exec(this.base ?? '')?.[0];
    const year =
      printedYear !== undefined
        ? Number(printedYear)
        : target.year === null || !/上|去/.test(this.base ?? '')
          ? target.year
          : target.year - 1;
    const before = { current: this.current, top: this.top, groups: this.groups };
    this.groups = [];
    this.add(target.subject, mention.value, mention.printed, year, mention.rounding).phase = phaseOf(this.base ?? '');
    this.current = before.current;
    this.top = before.top;
    this.groups = before.groups;
  }

  /** An increase or decrease of an amount, of the statement before where nothing else is named. */
  private readChange(lead: string, verb: RegExpExecArray, compared: RegExpExecArray | null, mention: Mention): void {
    const named = this.openParts(lead);
    const after = compared === null ? '' : lead.slice(compared.index + compared[0].length);
    const beforeBase = compared === null ? named : named.slice(0, Math.max(0, named.length - (lead.length - compared.index)));
    const subject = readLead(after, this.facts.organization).subject || readLead(beforeBase, this.facts.organization).subject;
    const target = this.changeTarget(subject, mention);
    if (!this.sentence.includes(target.sentence) && !target.sentence.includes(this.sentence))
      target.sentence = `${target.sentence}${this.sentence}`;
    const zero = mention.value === '0';
    const ambiguous = verb[2] !== undefined || DIRECTIONS[verb[1] ?? ''] === undefined;
    const direction = zero ? 'unchanged' : ambiguous ? null : (DIRECTIONS[verb[1] ?? ''] ?? null);
    if (direction === null)
      this.report(
        'ambiguous_direction',
        'warning',
        `「${verb[0]}${mention.printed}」 says both directions; read the sentence 「${this.sentence}」`,
      );
    this.change(target, { base: this.base, direction, amount: mention.value, percent: null });
  }

  /** The statement a change belongs to: the one before, unless another subject is named or it has a change already. */
  private changeTarget(subject: string, mention: Mention): Statement {
    const current = this.current;
    if (current !== null && current.comparison_amount === null && (subject === '' || this.sameSubject(subject, current))) return current;
    return this.add(subject === '' ? (current?.subject ?? this.inheritedSubject()) : subject, null, mention.printed, null);
  }

  /** A percentage after a change; shares (占…%) and rates of completion say nothing of money. */
  private readPercent(lead: string, verb: RegExpExecArray | null, compared: RegExpExecArray | null, mention: Mention): void {
    const target = this.compared ?? this.current;
    if (verb === null || target === null || target.comparison_percent !== null) return;
    const words = lead.slice(0, verb.index);
    const { subject } = readLead(compared === null ? words : words.slice(compared.index + compared[0].length), this.facts.organization);
    if (subject !== '' && !this.sameSubject(subject, target)) return;
    const direction = DIRECTIONS[verb[1] ?? ''] ?? null;
    const stated = target.comparison_direction ?? (mention.value === '0' ? 'unchanged' : verb[2] === undefined ? direction : null);
    this.change(target, { base: this.base, direction: stated, amount: target.comparison_amount, percent: mention.value });
  }

  /** Opens a list of parts where the lead says so (其中, 包括); gives the words after the opener. */
  private openParts(lead: string): string {
    const opener = lastMatch(lead, PARTS_OPENER);
    if (opener === null) return lead;
    const before = lead.slice(0, opener.index).replace(/^[，,；;。）)]+/, '');
    const afterSemicolon =
      this.sentenceStatements.length === 0 || (before !== '' && /[收支]/.test(before) && this.sentenceStatements.length > 0);
    const parent = afterSemicolon && this.brackets.length === 0 ? (this.top ?? this.current) : this.current;
    const inBracket = this.brackets.length > 0 && this.groups.at(-1)?.parent === parent;
    if (parent !== null && !inBracket) this.groups.push(openGroup(parent));
    return lead.slice(opener.index + opener[0].length);
  }

  /** The subject of an amount whose words name none: the amount before in the sentence, the item's head, the heading. */
  private inheritedSubject(): string {
    return this.sentenceStatements.at(-1)?.subject ?? (this.head !== '' ? this.head : this.heading);
  }

  private sameSubject(subject: string, statement: Statement): boolean {
    const code = subjectCode(subject);
    return (
      subject === statement.subject ||
      statement.subject.endsWith(subject) ||
      (code !== null && code === statement.subject_code) ||
      /^(?:收入?[、和]?支出?|预算)*(?:总计|预算)*$/.test(subject)
    );
  }

  private change(statement: Statement, change: Change): void {
    statement.comparison_with = change.base ?? statement.comparison_with ?? this.baseOfWhole(statement);
    statement.comparison_direction = change.direction;
    statement.comparison_amount = change.amount;
    statement.comparison_percent = change.percent;
    this.compared = statement;
  }

  /** What the whole of a part is compared with: 较上年减少…。其中：基本支出减少… */
  private baseOfWhole(statement: Statement): string | null {
    return statement.amount !== null || statement.parent_ordinal === null
      ? null
      : (this.statements[statement.parent_ordinal]?.comparison_with ?? null);
  }

  private add(subject: string, amount: string | null, printed: string, year: number | null, rounding = '0'): Statement {
    const group = this.groups.at(-1);
    const parent = group?.parent ?? (this.sentenceStatements.length === 0 ? this.outlineParent : null);
    const statement: Statement = {
      document_id: this.facts.document_id,
      ordinal: this.statements.length,
      subject,
      subject_code: subjectCode(subject),
      parent_ordinal: parent?.ordinal ?? null,
      year: year ?? this.sentenceYear ?? this.facts.year,
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
      page: this.passage.page,
      block: this.passage.block,
    };
    this.statements.push(statement);
    this.sentenceStatements.push(statement);
    this.rounding.set(statement.ordinal, rounding);
    if (group !== undefined) {
      group.children.push(statement);
      group.tolerance = toDecimal(group.tolerance)
        .plus(rounding)
        .plus(group.children.length === 1 ? (this.rounding.get(group.parent.ordinal) ?? '0') : '0')
        .toFixed();
    } else this.top = statement;
    this.current = statement;
    this.compared = null;
    return statement;
  }

  private report(code: string, severity: Diagnostic['severity'], message: string): void {
    const { page, block } = this.passage;
    this.diagnostics.push({
      stage: 'interpret',
      code,
      severity,
      place: { document: this.facts.document_id, ...(page === null ? {} : { page }), block },
      message,
    });
  }
}

/** The last match of a global pattern in a text. */
function lastMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  return [...text.matchAll(pattern)].at(-1) ?? null;
}

/** What an amount is compared with, as printed. */
function baseText(compared: RegExpExecArray): string | null {
  return compared[1] ?? null;
}

/** The phase that the clause before an amount says, or null. */
function phaseOf(lead: string): Statement['phase'] {
  const clause = lead.split(/[，,；;。]/).at(-1) ?? '';
  return PHASES.find(([pattern]) => pattern.test(clause))?.[1] ?? null;
}
