import { AS_OF_LABELS, CURRENCY_UNITS, NOTE_STARTS, ORGANIZATION_LABELS, UNIT_LABELS, YEAR_LABELS } from './lexicon.js';
import { headText } from './printedText.js';

/** What one printed line around (or inside the head of) a table says. `rest` is what no pattern explains: a title, or prose. */
export interface LineParts {
  label: string | null;
  unit: string | null;
  organization: string | null;
  organizationCode: string | null;
  year: number | null;
  asOf: string | null;
  note: boolean;
  rest: string;
}

const alternatives = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => [...word].map((character) => character.replace(/[()/*]/u, '\\$&')).join('[ \\u3000]*'))
    .join('|');

const UNIT = new RegExp(
  `[（(]?(?:${alternatives(UNIT_LABELS)})\\s*(?:[:：]|为)?\\s*(?:人民币)?\\s*(${alternatives(CURRENCY_UNITS)})(?![\\p{sc=Han}])(?:[、，,/]\\s*[%％\\p{sc=Han}]{1,4})*\\s*[）)]?`,
  'u',
);
const BARE_UNIT = new RegExp(`^[（(]?(?:人民币)?(${alternatives(CURRENCY_UNITS)})[）)]?$`, 'u');
const YEAR = new RegExp(`(?:${alternatives(YEAR_LABELS)})\\s*[:：]\\s*((?:19|20)\\d{2})\\s*年?度?`, 'u');
const DAY = '((?:19|20)\\d{2}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?)';
const AS_OF = new RegExp(`(?:${alternatives(AS_OF_LABELS)})\\s*[:：]?\\s*${DAY}`, 'u');
const ORGANIZATION = new RegExp(`^\\s*(?:${alternatives(ORGANIZATION_LABELS)})\\s*[:：]\\s*(.*)$`, 'u');
const CODE_AND_NAME = /^\s*[[【]?(\d{3,9})[\]】]?\s*[-－—_]?\s*(\p{sc=Han}[\p{sc=Han}（）()、“”·\d-]*)\s*$/u;
const ORGANIZATION_END =
  /(局|办|厅|委|部|院|会|署|处|所|站|室|中心|学校|大学|学院|中学|小学|幼儿园|医院|政府|街道|机关|法院|检察院|公司|馆|队|园|社|团|站点|本级|办公室|（本级）|\(本级\)|（汇总）|\(汇总\))$/u;
const NOTE = new RegExp(`^\\s*[（(]?(?:${alternatives(NOTE_STARTS)})\\s*(?:\\d{1,2}\\s*)?[:：.、]`, 'u');
const ORDINAL = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-－—–.]\\d{1,2})*';
/** 公开01表, 预算 01 表, 财决01表, 表1, 表一, 附表1-1, 公开表01, 部门预算公开表1, Z01表. */
const LABEL_FORMS = [
  `[\\p{sc=Han}A-Za-z]{0,8}?[ \\u3000]*${ORDINAL}[ \\u3000]*表(?![\\p{sc=Han}])`,
  `(?:附|公开|预算公开|决算公开|部门预算|部门决算|部门预算公开|部门决算公开|部门公开|单位公开|预算|决算|预公开|决公开)?表[ \\u3000]*[-－—]?${ORDINAL}(?![\\d年般])`,
];
const LABEL_WHOLE = new RegExp(`^(?:${LABEL_FORMS.join('|')})$`, 'u');
const LABEL_BEFORE = new RegExp(
  `^(?:(?:${LABEL_FORMS.join('|')})(?=[\\s:：、.]|$)|(?:${LABEL_FORMS[1]})|(?:公开|预算|决算|财决|财预)[ \\u3000]*\\d{1,3}[ \\u3000]*表)[ \\u3000:：、.]*`,
  'u',
);
const LABEL_AFTER = new RegExp(`[\\s（(](${LABEL_FORMS.join('|')})[）)]?$`, 'u');
const ATTACHMENT = /^附\s*件?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})?([-－—]\d{1,2})*\s*([:：.、]\s*|\s+|$)/u;

/** `606-湖州市交通运输局`, `434保定市…办公室`: code and name of an organization printed as one, or null. */
export function codeAndName(text: string): { code: string; name: string } | null {
  const match = CODE_AND_NAME.exec(text.normalize('NFC'));
  if (match === null || !ORGANIZATION_END.test(match[2]!)) return null;
  return { code: match[1]!, name: match[2]! };
}

/** Whether a text is worded like the name of an organization. */
export function looksLikeOrganization(text: string): boolean {
  return text.length <= 40 && ORGANIZATION_END.test(text.trim());
}

/** Whether the line is a table number alone: 公开01表, 表1, 附表1-1. */
export function isLabel(text: string): boolean {
  return LABEL_WHOLE.test(text.trim());
}

/** The currency unit that a text states as `单位：万元`, or null. */
export function statedUnit(text: string): string | null {
  const found = UNIT.exec(text)?.[1];
  return found === undefined ? null : found.replace(/[\s\u3000]+/gu, '');
}

/** The currency unit that a text ends with in brackets (`预算金额（万元）`) or is (`万元`), or null. */
export function bracketedUnit(text: string): string | null {
  const bare = BARE_UNIT.exec(text.trim());
  const found = bare ?? new RegExp(`[（(](?:人民币)?(${alternatives(CURRENCY_UNITS)})[）)]\\s*$`, 'u').exec(text);
  return found === null ? null : found[1]!.replace(/[\s\u3000]+/gu, '');
}

/** Reads one printed line (already on one line) into its parts. */
export function lineParts(line: string): LineParts {
  const parts: LineParts = {
    label: null,
    unit: null,
    organization: null,
    organizationCode: null,
    year: null,
    asOf: null,
    note: false,
    rest: '',
  };
  if (NOTE.test(line)) return { ...parts, note: true, rest: headText(line) };
  let rest = line.replace(/[\u00a0\u3000\t]/gu, ' ');
  const take = (pattern: RegExp): string | null => {
    const match = pattern.exec(rest);
    if (match === null) return null;
    rest = `${rest.slice(0, match.index)}  ${rest.slice(match.index + match[0].length)}`;
    return match[1] ?? match[0];
  };
  parts.unit = take(UNIT)?.replace(/\s+/gu, '') ?? null;
  if (parts.unit === null && BARE_UNIT.test(rest.trim()))
    parts.unit = take(/^.*$/u)!
      .trim()
      .replace(/^[（(]?(人民币)?|[）)]$/gu, '');
  const year = take(YEAR);
  parts.year = year === null ? null : Number(year);
  parts.asOf = take(AS_OF)?.replace(/\s+/gu, '') ?? take(new RegExp(`^\\s*${DAY}\\s*$`, 'u'))?.replace(/\s+/gu, '') ?? null;
  rest = rest.replace(ATTACHMENT, '').trim();
  takeLabel();
  takeOrganization();
  parts.rest = headText(rest);
  return parts;

  function takeLabel(): void {
    const whole = rest.trim();
    if (LABEL_WHOLE.test(whole)) {
      parts.label = headText(whole);
      rest = '';
      return;
    }
    const before = LABEL_BEFORE.exec(rest);
    const after = LABEL_AFTER.exec(rest);
    if (before !== null && before[0].trim() !== '') {
      parts.label = headText(before[0].replace(/[\s:：、.]+$/u, ''));
      rest = rest.slice(before[0].length).trim();
    } else if (after !== null) {
      parts.label = headText(after[1]!);
      rest = rest.slice(0, after.index).trim();
    }
  }

  function takeOrganization(): void {
    const stated = ORGANIZATION.exec(rest);
    const named = stated === null ? rest : stated[1]!;
    const coded = codeAndName(named.trim());
    if (stated === null && coded === null) return;
    parts.organization = coded?.name ?? (headText(named) === '' ? null : headText(named));
    parts.organizationCode = coded?.code ?? null;
    rest = '';
  }
}
