import { joinsAsNumber } from './printedNumber.js';

const CJK = '\\p{sc=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d';
const CJK_END = new RegExp(`[${CJK}]$`, 'u');
const CJK_START = new RegExp(`^[${CJK}]`, 'u');
const BLANKS = /[\s\u00a0\u3000\u200b\ufeff]+/gu;
const ANY_BLANK = /[\s\u00a0\u3000\u200b\ufeff]/u;
const BLANK_IN_CJK = new RegExp(`(?<=[${CJK}])[\\s\\u00a0\\u3000]+(?=[${CJK}])`, 'gu');
const BLANK_BESIDE_CJK = new RegExp(`(?<=[${CJK}])[\\s\\u00a0\\u3000]+|[\\s\\u00a0\\u3000]+(?=[${CJK}])`, 'gu');
/** A line that opens a new numbered item: `2.`, `（二）`, `3、`, `②`. A digit after the point makes it a number. */
const ITEM_START = /^(\d{1,2}[、．]|\d{1,2}[.](?!\d)|[（(](\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])/u;

/** A number torn inside Chinese text (`共12` + `34人`), or a code without blanks torn after a digit (`13062524P0000` + `1510483H`). */
const TORN_TOKEN = /^(?=[\s\S]*\p{sc=Han})[\s\S]*\d\n\d|^[A-Za-z\d]*\d[A-Za-z\d]*\n[A-Za-z\d]*\d[A-Za-z\d]*$/u;

/** The text as it is compared: widths folded (NFKC), no white space, lower case. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(BLANKS, '').toLowerCase();
}

/** Two consecutive lines of one cell as one text: numbers and Chinese without anything between, other words with a space. */
function joinTwo(before: string, after: string): string {
  if (joinsAsNumber(before, after) || TORN_TOKEN.test(`${before}\n${after}`)) return before + after;
  if (CJK_END.test(before) || CJK_START.test(after)) return before + after;
  if (/\S-$/.test(before)) return before + after;
  return `${before} ${after}`;
}

/** The lines of a cell as one text. A line that opens a numbered item stays on a line of its own when `keepItems` says so. */
export function joinLines(text: string, keepItems = false): string {
  const lines = text
    .split(/[\n\r\v\f\u2028\u2029]+/u)
    .map((line) => line.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/gu, ''))
    .filter((line) => line !== '');
  let joined = lines[0] ?? '';
  for (const line of lines.slice(1))
    joined = keepItems && ITEM_START.test(line) && ITEM_START.test(joined) ? `${joined}\n${line}` : joinTwo(joined, line);
  return joined;
}

/** A body cell's text: lines joined, blanks between Chinese characters (合    计) dropped, other blanks one space. */
export function bodyText(raw: string): string {
  if (!ANY_BLANK.test(raw)) return raw;
  return joinLines(raw, true)
    .split('\n')
    .map((line) =>
      line
        .replace(BLANK_IN_CJK, '')
        .replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, ' ')
        .trim(),
    )
    .join('\n');
}

/** A header's or title's text: lines joined, every blank beside a Chinese character (2026 年, 科目 编码) dropped. */
export function headText(raw: string): string {
  return joinLines(raw).replace(BLANK_BESIDE_CJK, '').replace(BLANKS, ' ').trim();
}

/** Leading indentation that blanks show, in characters: a full-width blank is 1, any other blank a half. */
export function indentOf(raw: string): number {
  const firstLine = raw.split(/[\n\r\v\f]/u).find((line) => line.trim() !== '') ?? '';
  const blanks = /^[\s\u00a0\u3000]*/u.exec(firstLine)?.[0] ?? '';
  let indent = 0;
  for (const blank of blanks) indent += blank === '\u3000' ? 1 : 0.5;
  return indent;
}
