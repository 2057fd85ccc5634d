import { ORGANIZATION_ENDS, ORGANIZATION_LABELS } from './lexicon.js';
import { headText } from './printedText.js';
import { anyOf } from './wordPattern.js';

/** `部门：…` at the beginning of a line, or after a title on the same line. */
const STATED = new RegExp(`(?:^|(?<=[表）)])|(?<=\\s))\\s*(?:${anyOf(ORGANIZATION_LABELS)})\\s*[:：]\\s*(.*)$`, 'u');
const CODE_AND_NAME = /^\s*[[【]?(\d{3,9})[\]】]?\s*[-－—_]?\s*(\p{sc=Han}[\p{sc=Han}（）()、“”·\d-]*)\s*$/u;
const BRACKET_AT_END = /[（(][^（()）]*[）)]$/u;
const MAX_NAME = 40;

/** What a line says of the organization: name and code, where printed. */
export interface OrganizationLine {
  organization: string | null;
  organizationCode: string | null;
  /** What the line prints before it. */
  rest: string;
}

/** Whether a text is worded like the name of an organization. */
export function looksLikeOrganization(text: string): boolean {
  const name = text.trim().replace(BRACKET_AT_END, '');
  return text.length <= MAX_NAME && !/[，。；：]/u.test(name) && ORGANIZATION_ENDS.some((end) => name.endsWith(end));
}

/** `606-湖州市交通运输局`, `434保定市…办公室`: code and name of an organization printed as one, or null. */
export function codeAndName(text: string): { code: string; name: string } | null {
  const match = CODE_AND_NAME.exec(text.normalize('NFC'));
  return match === null || !looksLikeOrganization(match[2]!) ? null : { code: match[1]!, name: match[2]! };
}

/** The organization that a line states (`部门：…`, `606-…局`), or null where the line is about something else. */
export function organizationLine(line: string): OrganizationLine | null {
  const stated = STATED.exec(line);
  const named = (stated === null ? line : stated[1]!).trim();
  const coded = codeAndName(named);
  if (stated === null && coded === null) return null;
  const name = coded?.name ?? headText(named);
  return { organization: name === '' ? null : name, organizationCode: coded?.code ?? null, rest: line.slice(0, stated?.index ?? 0).trim() };
}
