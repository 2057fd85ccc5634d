import { remembered } from '../model/index.js';

/** What is printed before a name and is no part of it: 其中：, 一、, （二）, 3., ①, bullets, the code itself. */
const PREFIXES: readonly RegExp[] = [
  /^(?:其中|其 中|另|包括)[::]/,
  /^[*★☆※△▲●■◆·•\-—–_]+/,
  /^[一二三四五六七八九十百]+[、.,]/,
  /^第[一二三四五六七八九十百]+[部分]*[、.,]/,
  /^\([一二三四五六七八九十百\d]{1,3}\)[、.]?/,
  /^\d{1,2}[、.](?!\d)/,
  /^[IVX]{1,4}[、.]/,
  /^\d{3,9}[\s\-—_]*(?=\D)/,
];
/** The level that prose adds after a name: 行政事业单位离退休（款）. */
const LEVEL_SUFFIX = /\((?:类|款|项|目)\)$/;
const CIRCLED = /^[①-⑳]/;
/** Words that editions and local systems add to or leave out of the end of a name. */
const SOFT_SUFFIX = /(?:支出|经费)$/;
/** A single differing character of these makes another thing (国内/国外, 中央/地方, 上级/下级). */
const TELLING = /[内外央地省市县国上下一二三四男女收支新旧大小前后本]/;

/** A printed name without numbering, bullets, code, level word and layout blanks; width folded (NFKC). */
export function normalizeName(printed: string): string {
  let name = printed.trim().replace(CIRCLED, '').normalize('NFKC').replace(/\s+/g, '');
  for (let round = 0; round < 3; round++) {
    const before = name;
    for (const prefix of PREFIXES) name = name.replace(prefix, '');
    if (name === before) break;
  }
  return name.replace(LEVEL_SUFFIX, '');
}

/** The letters and digits of a normalized name: brackets, quotation marks and punctuation differ between documents. */
export const nameKey = remembered((printed) => normalizeName(printed).replace(/[^\p{L}\p{N}]/gu, ''));

/** The key without a soft suffix: 教育支出 and 教育 are the same class. */
export function softKey(key: string): string {
  const soft = key.replace(SOFT_SUFFIX, '');
  return soft.length >= 2 ? soft : key;
}

/** Share of common character pairs (Dice), 0 to 1. */
function pairSimilarity(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0;
    if (left > 0) {
      common++;
      pairs.set(b.slice(i, i + 2), left - 1);
    }
  }
  return (2 * common) / (a.length + b.length - 2);
}

/** Whether the keys differ by one character that is no telling one: a slip of the pen. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 8 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  return left.length <= 1 && right.length <= 1 && !TELLING.test(left + right);
}

/** Names that agree at least this well are taken for the same. */
export const SAME_NAME = 0.85;

/** How well a printed name's key fits an official name's key, 0 to 1; 1 is equal, SAME_NAME and above is the same name in another dress. */
export function nameScore(printed: string, official: string): number {
  if (printed === official) return 1;
  if (printed === '' || official === '') return 0;
  const [a, b] = [softKey(printed), softKey(official)];
  if (a === b) return 0.97;
  if (a.startsWith('其他') !== b.startsWith('其他')) return Math.min(0.5, pairSimilarity(a, b) * 0.9);
  if (isSlip(a, b)) return 0.93;
  // Cut off at the end of a cell, line or page: the longer the printed part, the surer.
  if (printed.length >= 4 && official.startsWith(printed)) return 0.7 + 0.25 * (printed.length / official.length);
  if (b.length >= 4 && printed.startsWith(b)) return 0.6 + 0.3 * (b.length / printed.length);
  return pairSimilarity(a, b) * 0.9;
}
