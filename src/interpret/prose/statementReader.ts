import type { Statement } from '../../model/index.js';
import type { Mention } from './amounts.js';
import { AGAINST_BUDGET, CHANGE_END, CHANGE_FIRST, COMPARED_WITH, DIRECTIONS, PHASES, WHOLE_AGAIN } from './grammarLexicon.js';
import { completesWith, isComplete, openGroup } from './parts.js';
import type { Sentence } from './sentences.js';
import { lastMatch, type StatementLedger } from './statementLedger.js';
import { isGeneric, readLead, subjectCode } from './subjects.js';

/** Reads the amounts of a sentence one after the other into a ledger, each by the words before it: an amount, a change of one, the amount of another year. */
export class StatementReader {
  /** What the amounts being read are compared with: 上年, 2025年年初预算数. */
  private base: string | null = null;

  constructor(private readonly ledger: StatementLedger) {}

  /** Whether a change was stated last, so that a reason may follow. */
  get hasChange(): boolean {
    return this.ledger.standing.compared !== null;
  }

  enterSentence(sentence: Sentence): void {
    this.ledger.enterSentence(sentence);
    this.base = null;
  }

  /** Ends a sentence; `tail` is what follows its last event. */
  leaveSentence(tail: string): void {
    const compared = lastMatch(tail, COMPARED_WITH);
    const { current } = this.ledger.standing;
    if (compared !== null && current !== null && current.comparison_with === null && /无增减|没有增减/.test(tail)) {
      this.ledger.change(current, { base: compared[1] ?? null, direction: 'unchanged', amount: null, percent: null });
    }
    this.ledger.leaveSentence();
  }

  /** Reads an amount after the words that stand before it. */
  read(words: string, mention: Mention): void {
    const lead = words.replace(AGAINST_BUDGET, (_, verb: string, base: string) => `比${base}${/[小低少]/.test(verb) ? '减少' : '增加'}`);
    this.ledger.reach(mention.start);
    const compared = lastMatch(lead, COMPARED_WITH);
    if (compared !== null) this.base = compared[1] ?? null;
    const verb = CHANGE_END.exec(lead);
    if (mention.kind === 'percent') {
      this.readPercent(lead, verb, compared, mention);
    } else if (verb !== null) {
      this.readChange(lead.slice(0, verb.index), verb, compared, mention);
    } else if (compared !== null && lead.slice(compared.index + compared[0].length).replace(/[为是的]/g, '') === '') {
      this.readBase(mention);
    } else if (!WHOLE_AGAIN.test(lead) || !this.ledger.addWholeAgain(mention.value, mention.printed, mention.rounding)) {
      this.readAmount(lead, mention);
    }
  }

  /** Reads that the amount before is unchanged against `base`. */
  readUnchanged(lead: string, base: string): void {
    const subject = this.subjectOf(lead);
    const { current } = this.ledger.standing;
    if (current === null || current.comparison_direction !== null || (subject !== '' && !sameSubject(subject, current))) return;
    this.ledger.change(current, { base, direction: 'unchanged', amount: null, percent: null });
  }

  /** Gives a reason to the change stated last, and reads the amounts within it: they explain and are parts of nothing. */
  readReason(reason: string, sentence: string, inside: readonly Mention[]): void {
    const target = this.ledger.standing.compared ?? this.ledger.standing.current;
    if (target !== null && target.reason === null && reason !== '') {
      target.reason = reason;
      this.ledger.quote(target);
    }
    if (inside.length === 0) return;
    this.ledger.apart(() => {
      let at = sentence.indexOf(reason);
      for (const mention of inside) {
        this.read(sentence.slice(at, mention.start), mention);
        at = mention.end;
      }
    });
  }

  /** A bracket that holds amounts: they are parts of the amount before it. */
  openBracket(lead: string): void {
    const { current, groups } = this.ledger.standing;
    this.ledger.brackets.push({ current, groups });
    const ofCurrent = current !== null && this.subjectOf(lead) === '';
    this.ledger.standing.groups = current !== null && ofCurrent ? [...groups, openGroup(current, false)] : [...groups];
  }

  closeBracket(): void {
    const before = this.ledger.brackets.pop();
    if (before === undefined) return;
    this.ledger.standing.current = before.current;
    this.ledger.standing.compared = before.current;
    this.ledger.standing.groups = before.groups;
  }

  /** A semicolon: ends the lists whose parts add up, and inner lists that the amounts `next` do not complete. */
  endItem(next: readonly Mention[]): void {
    this.base = null;
    const { brackets, standing } = this.ledger;
    const amounts = next.map((mention) => mention.value);
    const kept = brackets.at(-1)?.groups.length ?? 0;
    for (let group = standing.groups.at(-1); group !== undefined && standing.groups.length > kept; group = standing.groups.at(-1)) {
      const nested = standing.groups.length > 1 && brackets.length === 0;
      const done = isComplete(group) && amounts[0] !== undefined && amounts[0] !== '0';
      if (!done && (!nested || completesWith(group, amounts))) break;
      this.ledger.closeGroup();
    }
  }

  /** An amount of a subject, or a change before what changes: 增加外事经费200万元. */
  private readAmount(lead: string, mention: Mention): void {
    const words = this.ledger.openParts(lead);
    const [, verb = '', changed = ''] = CHANGE_FIRST.exec(words) ?? [];
    const { organization, year: documentYear } = this.ledger.facts;
    if (verb !== '' && readLead(changed, null).subject !== '' && !/(?:预算|决算|安排|支出)(?:为|数)$/.test(changed)) {
      const { subject, year } = readLead(changed, organization);
      const statement = this.ledger.add(subject, null, mention.printed, year);
      this.ledger.change(statement, { base: this.base, direction: DIRECTIONS[verb] ?? null, amount: mention.value, percent: null });
      return;
    }
    const { subject, year } = readLead(words, organization, documentYear);
    if (year !== null) this.ledger.sentenceYear = year;
    const phase = phaseOf(words);
    const named = subject === '' || (isGeneric(subject) && this.ledger.namesSubject(phase)) ? this.ledger.inheritedSubject() : subject;
    this.ledger.add(named, mention.value, mention.printed, year, mention.rounding).phase = phase;
    if (named === '') {
      const message = `no subject found for ${mention.printed} in 「${this.ledger.sentence}」; name it by hand`;
      this.ledger.report('statement_without_subject', 'info', message);
    }
    this.base = null;
  }

  /** 比2025年年初预算数9819.98万元: the amount of the other year, stated beside. */
  private readBase(mention: Mention): void {
    const { current, top, groups } = this.ledger.standing;
    const base = this.base ?? '';
    if (current === null) {
      this.readAmount('', mention);
      return;
    }
    const printed = /20\d{2}/.exec(base)?.[0];
    const before = current.year !== null && /上|去/.test(base) ? current.year - 1 : current.year;
    this.ledger.standing.groups = [];
    const statement = this.ledger.add(
      current.subject,
      mention.value,
      mention.printed,
      printed === undefined ? before : Number(printed),
      mention.rounding,
    );
    statement.phase = phaseOf(base);
    Object.assign(this.ledger.standing, { current, top, groups });
  }

  /** An increase or decrease of an amount, of the statement before where nothing else is named. */
  private readChange(lead: string, verb: RegExpExecArray, compared: RegExpExecArray | null, mention: Mention): void {
    const words = this.ledger.openParts(lead);
    const after = compared === null ? '' : lead.slice(compared.index + compared[0].length);
    const before = compared === null ? words : words.slice(0, Math.max(0, words.length - (lead.length - compared.index)));
    const target = this.changeTarget(this.subjectOf(after) || this.subjectOf(before), mention);
    const direction = mention.value === '0' ? 'unchanged' : verb[2] === undefined ? (DIRECTIONS[verb[1] ?? ''] ?? null) : null;
    if (direction === null) {
      const message = `「${verb[0]}${mention.printed}」 says no single direction; read the sentence 「${this.ledger.sentence}」`;
      this.ledger.report('ambiguous_direction', 'warning', message);
    }
    this.ledger.change(target, { base: this.base, direction, amount: mention.value, percent: null });
  }

  /** The statement a change belongs to: the one before, unless another subject is named or it has a change already. */
  private changeTarget(subject: string, mention: Mention): Statement {
    const { current } = this.ledger.standing;
    if (current !== null && current.comparison_amount === null && (subject === '' || sameSubject(subject, current))) return current;
    const named = subject === '' ? (current?.subject ?? this.ledger.inheritedSubject()) : subject;
    return this.ledger.add(named, null, mention.printed, null);
  }

  /** A percentage after a change; shares (占…%) and rates of completion say nothing of money. */
  private readPercent(lead: string, verb: RegExpExecArray | null, compared: RegExpExecArray | null, mention: Mention): void {
    const target = this.ledger.standing.compared ?? this.ledger.standing.current;
    if (verb === null || target === null || target.comparison_percent !== null) return;
    const words = lead.slice(0, verb.index);
    const subject = this.subjectOf(compared === null ? words : words.slice(compared.index + compared[0].length));
    if (subject !== '' && !sameSubject(subject, target)) return;
    const stated = mention.value === '0' ? 'unchanged' : verb[2] === undefined ? (DIRECTIONS[verb[1] ?? ''] ?? null) : null;
    const direction = target.comparison_direction ?? stated;
    this.ledger.change(target, { base: this.base, direction, amount: target.comparison_amount, percent: mention.value });
  }

  /** The subject that words name, without a change at their end. */
  private subjectOf(words: string): string {
    return readLead(words, this.ledger.facts.organization).subject.replace(CHANGE_END, '');
  }
}

/** Whether words name the subject of a statement, or only the sides of the budget (收、支总计). */
function sameSubject(subject: string, statement: Statement): boolean {
  const code = subjectCode(subject);
  if (statement.subject.endsWith(subject) || (code !== null && code === statement.subject_code)) return true;
  return /^(?:财政拨款)?(?:收入?[、和]?支出?|预算)*(?:总计|预算|合计)*$/.test(subject);
}

/** The phase that the clause before an amount says, or null. */
function phaseOf(lead: string): Statement['phase'] {
  const clause = lead.split(/[，,；;。]/).at(-1) ?? '';
  return PHASES.find(([pattern]) => pattern.test(clause))?.[1] ?? null;
}
