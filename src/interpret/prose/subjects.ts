import { withoutNumbering } from './numbering.js';
import { HEADING_FRAME } from './sectionLexicon.js';
import {
  GENERIC_END,
  GENERIC_SUBJECT,
  MONEY_OF_EXPENSE,
  PRINTED_CODES,
  PUBLISHER_PREFIX,
  SUBJECT_FRAME,
  SUBJECTS,
} from './subjectLexicon.js';

const QUANTITY_END = /[\d,.]+(?:辆|台|套|个|项|家|人|件|平方米|次)(?:[（(][台套辆][）)])?[、，,]?$/;
/** A number that is none (1,541.50.00万元): no amount, and no part of a subject. */
const BROKEN_AMOUNT = /\d[\d,，]*(?:\.\d+){2,}(?:亿元|万元|元)/g;
const BY_RULE = /(?:根据|按照|依据|按)[^，,]*$/;

/** What the lead of an amount says: the subject as printed, and the year of the amount where it is printed. */
export interface Lead {
  subject: string;
  year: number | null;
}

/** The subject in the words before an amount: the last clause that names something, without numbering, year, publisher and frame. */
export function readLead(lead: string, organization: string | null, documentYear: number | null = null): Lead {
  let year: number | null = null;
  const clauses = lead.replace(BROKEN_AMOUNT, '').split(/[，,；;。]/);
  let subject = '';
  for (const clause of clauses.reverse()) {
    if (year === null) year = yearOf(clause, documentYear);
    if (subject === '') subject = trimSubject(clause, organization);
    if (subject !== '' && (year !== null || !/^[\s\d年月日度截至止末底初]*$/.test(clause))) break;
  }
  return { subject, year };
}

/** The year a clause dates its amount with, 上年末 being the end of the year before the document's; the year of a rule it follows (根据2023年…) is none. */
export function yearOf(clause: string, documentYear: number | null): number | null {
  if (documentYear !== null && /上年(?:度)?[末底]|上一年[末底]/.test(clause)) return documentYear - 1;
  const all = [...clause.matchAll(/(20\d{2})年/g)];
  const last = all.at(-1);
  return last === undefined || BY_RULE.test(clause.slice(0, last.index)) ? null : Number(last[1]);
}

/** One clause without what is not its subject; '' where nothing is left or only words that say that it is an amount. */
export function trimSubject(clause: string, organization: string | null): string {
  let text = withoutNumbering(clause.replace(/^[，,；;：:、。）)\s]+/, ''));
  const years = [...text.matchAll(/20\d{2}年(?:度|末|底|初(?!预算))?(?:\d{1,2}月(?:\d{1,2}日|底|末)?)?/g)].at(-1);
  if (years !== undefined && !BY_RULE.test(text.slice(0, years.index))) {
    const after = text.slice(years.index + years[0].length);
    text = GENERIC_SUBJECT.test(after) && subjectCode(after) === null ? text.slice(0, years.index) : after;
  }
  const colon = Math.max(text.lastIndexOf('：'), text.lastIndexOf(':'));
  if (colon >= 0 && colon < text.length - 1) text = text.slice(colon + 1);
  for (let before = ''; before !== text; ) {
    before = text;
    if (organization !== null && organization !== '' && text.startsWith(organization)) text = text.slice(organization.length);
    text = text
      .replace(SUBJECT_FRAME.before, '')
      .replace(/^[（(][^）)]*[）)](?!.*[类款项][）)])/, '')
      .replace(QUANTITY_END, '')
      .replace(SUBJECT_FRAME.after, '');
  }
  text = withoutPublisher(unbalanced(text));
  return GENERIC_SUBJECT.test(text) && subjectCode(text) === null ? '' : text;
}

/** A subject without the publisher's name before it, where the lexicon knows what is left. */
function withoutPublisher(text: string): string {
  if (/[（(]\d{0,3}[类款项][）)]/.test(text)) return text;
  let bare = text;
  for (const match of text.matchAll(PUBLISHER_PREFIX)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    if (match.index >= 2 && rest !== '' && subjectCode(rest) !== null && !/^(?:经营|补助)/.test(rest)) bare = rest;
  }
  return bare;
}

/** Whether a subject says nothing but that it is an amount: 支出决算, 预算数. */
export function isGeneric(subject: string): boolean {
  return GENERIC_SUBJECT.test(subject);
}

/** A text without a bracket that opens or closes nothing. */
function unbalanced(text: string): string {
  const opens = [...text].filter((char) => char === '（' || char === '(').length;
  const closes = [...text].filter((char) => char === '）' || char === ')').length;
  if (opens > closes) return text.replace(/[（(]([^（(]*)$/, '$1');
  if (closes > opens) return text.replace(/^[^）)]*[）)]/, '');
  return text;
}

/** The subject a heading or the head of an item names, without numbering and frame: （一）关于机关运行经费安排情况说明 → 机关运行经费. */
export function headSubject(text: string, organization: string | null): string {
  const bare = withoutNumbering(text).replace(HEADING_FRAME.before, '');
  return trimSubject(bare, organization).replace(HEADING_FRAME.after, '') || bare;
}

/** The stable code of a printed subject, or null where the lexicon does not know it. */
export function subjectCode(subject: string): string | null {
  const printed = subject.normalize('NFKC').replace(/[\s“”"'‘’《》]/g, '');
  const digits = /^(\d{3,7})[-—]?\D/.exec(printed)?.[1] ?? /\((\d{3,7})\)(?:支出)?$/.exec(printed)?.[1] ?? '';
  for (const [code, pattern] of PRINTED_CODES) if (pattern.test(digits)) return code;
  let core = printed
    .replace(MONEY_OF_EXPENSE, '')
    .replace(/\((?!\d{0,3}[类款项]\)).*?\)/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
  for (let attempt = 0; attempt < 4 && core !== ''; attempt += 1) {
    for (const [code, pattern] of SUBJECTS) if (pattern.test(core)) return code;
    const shorter = core.replace(GENERIC_END, '');
    if (shorter === core) return null;
    core = shorter;
  }
  return null;
}
