import { headText } from './printedText.js';

const ORDINAL = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-－—–.]\\d{1,2})*';
/** 公开01表, 预算 01 表, 财决01表, Z01表: the number before 表. */
const NUMBER_FIRST = `[\\p{sc=Han}A-Za-z]{0,8}?[ \\u3000]*${ORDINAL}[ \\u3000]*表(?:[-－—]\\d{1,2}|(?![\\p{sc=Han}]))`;
/** 表1, 表一, 附表1-1, 公开表01, 部门预算公开表1: the number after 表. */
const NUMBER_LAST = `(?:附|(?:部门|单位)?(?:预算|决算)?公开|(?:部门|单位)?(?:预算|决算)|预公开|决公开)?表[ \\u3000]*[-－—]?${ORDINAL}(?![\\d年般])`;
const WHOLE = new RegExp(`^(?:${NUMBER_FIRST}|${NUMBER_LAST})$`, 'u');
const BEFORE = new RegExp(
  `^(?:${NUMBER_FIRST}(?=[\\s:：、.]|$|(?<=\\d)\\p{sc=Han})|${NUMBER_LAST}|(?:公开|预算|决算|财决|财预)[ \\u3000]*\\d{1,3}[ \\u3000]*表)[ \\u3000:：、.]*`,
  'u',
);
const AFTER = new RegExp(`[\\s（(](${NUMBER_FIRST}|${NUMBER_LAST})[）)]?$`, 'u');
const ATTACHMENT = /^附\s*件?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})?([-－—]\d{1,2})*\s*([:：.、]\s*|\s+|$)/u;

/** A line's table number (公开01表, 表1, 附表1-1) and the line without it and without 附件 N. */
export function takeLabel(line: string): { label: string | null; rest: string } {
  const text = line.replace(ATTACHMENT, '').trim();
  if (WHOLE.test(text)) return { label: headText(text), rest: '' };
  const before = BEFORE.exec(text);
  if (before !== null && before[0].trim() !== '')
    return { label: headText(before[0].replace(/[\s:：、.]+$/u, '')), rest: text.slice(before[0].length).trim() };
  const after = AFTER.exec(text);
  if (after !== null) return { label: headText(after[1]!), rest: text.slice(0, after.index).trim() };
  return { label: null, rest: text };
}
