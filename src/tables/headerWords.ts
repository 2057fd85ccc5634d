import { HEADER_ENDS, HEADER_WORDS, KEY_ENDS, TOTAL_WORDS } from './lexicon.js';
import { fold } from './printedText.js';

const WORDS: ReadonlySet<string> = new Set(HEADER_WORDS.map(fold));
const TOTALS: ReadonlySet<string> = new Set(TOTAL_WORDS.map(fold));
const BRACKET_AT_END = /[（(][^（()）]*[）)]$/u;
const ITEM_NUMBER = /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])/u;

/** A header or key text as it is compared: folded, without a bracket or colon at its end. */
function core(text: string): string {
  return fold(text).replace(BRACKET_AT_END, '').replace(/[:]$/u, '');
}

/** Whether a text is worded like a column header: a known word, or a short text with a header's ending and no item number. */
export function isHeaderText(text: string): boolean {
  const word = core(text);
  if (isHeaderWord(text)) return true;
  return word.length <= 24 && !ITEM_NUMBER.test(word) && !/[。；;，,]/u.test(word) && HEADER_ENDS.some((end) => word.endsWith(end));
}

/** Whether a text is one of the known header words, whole. */
export function isHeaderWord(text: string): boolean {
  return WORDS.has(core(text)) || WORDS.has(fold(text));
}

/** Whether a text is the label of a row that sums: 合计, 总计, 小计 ... */
export function isTotalText(text: string): boolean {
  return TOTALS.has(fold(text));
}

/** Whether a text is worded like the key of a key-value sheet: 项目名称, 主管部门, 预算金额（万元）, 联系电话：. */
export function isKeyText(text: string): boolean {
  const word = core(text);
  return word.length <= 16 && (/[:：]$/u.test(text.trim()) || KEY_ENDS.some((end) => word.endsWith(end)));
}
