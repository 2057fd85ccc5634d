import type { Diagnostic, Statement } from '../../model/index.js';
import { type Mention, readMentions } from './amounts.js';
import { CHANGE_END, NONE_OF, NOTHING, PARTS_FOLLOW, REASON_START, UNCHANGED } from './grammarLexicon.js';
import { readNumbering } from './numbering.js';
import { Outline } from './outline.js';
import type { Passage } from './passages.js';
import { findReasons, reasonText } from './reasons.js';
import { headingSubject, type SectionTree } from './sections.js';
import { type Sentence, splitSentences } from './sentences.js';
import { type ProseFacts, StatementLedger } from './statementLedger.js';
import { StatementReader } from './statementReader.js';
import { headSubject, subjectCode, trimSubject } from './subjects.js';
import { explainsTerms } from './terms.js';

const LONGEST_HEAD = 90;

/** Something in a sentence at which the words before it are read. */
type Event =
  | { type: 'mention'; start: number; end: number; mention: Mention }
  | { type: 'unchanged'; start: number; end: number; base: string }
  | { type: 'reason'; start: number; end: number; text: string; inside: Mention[] }
  | { type: 'open' | 'close' | 'semicolon'; start: number; end: number };

/**
 * The amounts stated in sentences, outside the explanations of terms: one row an amount of money (in yuan) with its subject, the amount it is part of (其中),
 * its change against another year and the reason. A change stated without the amount itself is a row with `amount` null; 无 is a row with `printed` 无 and no amount.
 */
export function readStatements(facts: ProseFacts, tree: SectionTree): { statements: Statement[]; diagnostics: Diagnostic[] } {
  const ledger = new StatementLedger(facts);
  const reader = new StatementReader(ledger);
  const outline = new Outline();
  for (const passage of tree.passages) {
    const section = tree.sections[passage.section];
    if (passage.heading) {
      ledger.enterSection();
      outline.close();
      continue;
    }
    if (explainsTerms(section)) continue;
    const heading = headSubject(headingSubject(section), facts.organization);
    const rank = readNumbering(passage.text)?.rank ?? null;
    ledger.enterPassage(passage, passage.section, itemHead(passage, facts.organization), heading, outline.parentFor(rank));
    const first = ledger.statements.length;
    if (NOTHING.test(passage.text)) {
      ledger.enterSentence({ text: passage.text, start: 0 });
      if (heading !== '') ledger.add(heading, null, '无', null);
      continue;
    }
    for (const sentence of splitSentences(passage.text)) readSentence(ledger, reader, sentence);
    outline.leave(ledger.statements[first] ?? null, rank, PARTS_FOLLOW.test(passage.text) ? ledger.announced : ledger.listed, passage.text);
  }
  alignPhases(ledger.statements);
  return { statements: ledger.statements, diagnostics: ledger.diagnostics };
}

/**
 * Where the whole is stated in two phases (年初预算…，支出决算…), makes each part belong to the whole of its own phase, also where the part's other phase
 * only follows in the same sentence.
 */
function alignPhases(statements: readonly Statement[]): void {
  const sameAmount = (one: Statement, other: Statement | undefined) => other?.subject === one.subject && other.block === one.block;
  for (const part of statements) {
    if (part.phase === null) continue;
    const before = statements[part.ordinal - 1];
    const twin = sameAmount(part, before) ? before : undefined;
    const parent = statements[part.parent_ordinal ?? twin?.parent_ordinal ?? -1];
    if (parent === undefined || parent.phase === null || parent.phase === part.phase) continue;
    const others = [statements[parent.ordinal - 1], statements[parent.ordinal + 1]];
    part.parent_ordinal = others.find((other) => sameAmount(parent, other) && other?.phase === part.phase)?.ordinal ?? part.parent_ordinal;
  }
}

/** The head of an item (1.因公出国（境）费用。…; 公务接待费：…): the words before its first stop, where no amount stands in them. */
function itemHead(passage: Passage, organization: string | null): string {
  const head = /^([^。：:；;，,]{2,}?)[。：:]/.exec(passage.text)?.[1] ?? '';
  if (head === '' || head.length > LONGEST_HEAD || readMentions(head).length > 0) return '';
  return headSubject(head, organization);
}

/** Reads one sentence into the ledger: its amounts, changes, reasons and what it says there is none of. */
function readSentence(ledger: StatementLedger, reader: StatementReader, { text: sentence, start }: Sentence): void {
  const events = findEvents(sentence, REASON_START.test(sentence) && reader.hasChange);
  reader.enterSentence({ text: sentence, start });
  let at = 0;
  for (const [index, event] of events.entries()) {
    const lead = sentence.slice(at, event.start);
    if (event.type === 'mention') reader.read(lead, event.mention);
    else if (event.type === 'unchanged') reader.readUnchanged(lead, event.base);
    else if (event.type === 'reason') reader.readReason(event.text, sentence, event.inside);
    else if (event.type === 'open') reader.openBracket(lead);
    else if (event.type === 'close') reader.closeBracket();
    else reader.endItem(upcoming(events, index));
    at = event.end;
  }
  reader.leaveSentence(sentence.slice(at));
  if (!events.some((event) => event.type === 'mention')) readNone(ledger, sentence);
}

/** Adds statements without amount for what a sentence says there is none of, where the lexicon knows the subjects. */
function readNone(ledger: StatementLedger, sentence: string): void {
  const { organization } = ledger.facts;
  const match = NONE_OF.exec(sentence);
  if (match === null) return;
  const named = (match[2] ?? '').replace(/[（(].*$/, '');
  const parts = named.split(/[、和及]/).map((part) => trimSubject(part, organization));
  const subjects = parts.some((part) => subjectCode(part) === null || /^(?:收入|支出)$/.test(part))
    ? [trimSubject(named, organization)]
    : parts;
  for (const subject of subjects) if (subjectCode(subject) !== null) ledger.add(subject, null, match[1] ?? '无', null);
}

/** The money of the parts that follow in the sentence, up to the next bracket or reason. */
function upcoming(events: readonly Event[], index: number): Mention[] {
  const next: Mention[] = [];
  for (const event of events.slice(index + 1)) if (event.type === 'mention' && event.mention.kind === 'money') next.push(event.mention);
  return next;
}

/** The events of a sentence in order (`afterChange`: it starts with the reason of the change before it): amounts, changes of nothing, reasons, semicolons, and brackets that hold amounts. */
function findEvents(sentence: string, afterChange: boolean): Event[] {
  const mentions = readMentions(sentence);
  const changes = mentions.filter((mention) => CHANGE_END.test(sentence.slice(0, mention.start))).map((mention) => mention.end);
  const unchanged = [...sentence.matchAll(UNCHANGED)].map((match) => ({
    base: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const reasons = findReasons(sentence, [...(afterChange ? [0] : []), ...changes, ...unchanged.map((event) => event.end)]);
  const inReason = (start: number) => reasons.some((reason) => start >= reason.start && start < reason.end);
  const events: Event[] = [];
  for (const reason of reasons) {
    const inside = mentions.filter((mention) => mention.start >= reason.from && mention.end <= reason.end);
    events.push({ type: 'reason', start: reason.start, end: reason.end, text: reasonText(sentence, reason), inside });
  }
  for (const mention of mentions)
    if (!inReason(mention.start)) events.push({ type: 'mention', start: mention.start, end: mention.end, mention });
  for (const event of unchanged) if (!inReason(event.start)) events.push({ type: 'unchanged', ...event });
  for (const event of bracketsAndSemicolons(sentence, mentions)) if (!inReason(event.start)) events.push(event);
  return events.sort((a, b) => a.start - b.start);
}

/** The brackets of a sentence that hold an amount of money, and the semicolons outside the others. */
function bracketsAndSemicolons(sentence: string, mentions: readonly Mention[]): Event[] {
  const events: Event[] = [];
  const open: number[] = [];
  const opaque: [number, number][] = [];
  for (let index = 0; index < sentence.length; index += 1) {
    const char = sentence[index] ?? '';
    if (char === '（' || char === '(') open.push(index);
    else if (char === '；' || char === ';') events.push({ type: 'semicolon', start: index, end: index + 1 });
    else if (char === '）' || char === ')') {
      const start = open.pop();
      if (start === undefined) continue;
      const holdsMoney = mentions.some((mention) => mention.kind === 'money' && mention.start > start && mention.end <= index);
      if (!holdsMoney) opaque.push([start, index]);
      else events.push({ type: 'open', start, end: start + 1 }, { type: 'close', start: index, end: index + 1 });
    }
  }
  return events.filter((event) => event.type !== 'semicolon' || !opaque.some(([start, end]) => event.start > start && event.start < end));
}
