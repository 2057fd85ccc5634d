/** The printed numberings of headings and items, outermost first; `rank` orders them where several are nested. */
const NUMBERINGS: readonly { kind: NumberingKind; rank: number; pattern: RegExp }[] = [
  { kind: 'part', rank: 0, pattern: /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|编)[：:、.\s]*/ },
  { kind: 'ideograph', rank: 1, pattern: /^[一二三四五六七八九十]{1,3}(?:[、.．]|[：:](?=\S))/ },
  { kind: 'bracketed_ideograph', rank: 2, pattern: /^[（(〔][一二三四五六七八九十]{1,3}[）)〕][、.．]?/ },
  { kind: 'digit', rank: 3, pattern: /^\d{1,2}(?:[、．]|[.](?!\d))/ },
  { kind: 'bracketed_digit', rank: 4, pattern: /^(?:[（(]\d{1,2}[）)][、.．]?|\d{1,2}[）)])/ },
  { kind: 'circled', rank: 5, pattern: /^[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮]/ },
];
export type NumberingKind = 'part' | 'ideograph' | 'bracketed_ideograph' | 'digit' | 'bracketed_digit' | 'circled';

/** A text's printed numbering and what follows it. */
export interface Numbered {
  kind: NumberingKind;
  rank: number;
  /** The number itself: 3 for 三、, （三）, 3. and ③. */
  ordinal: number;
  printed: string;
  rest: string;
}

/** The numbering a text starts with (第一部分, 一、, （一）, 1., （1）, ①), or null. */
export function readNumbering(text: string): Numbered | null {
  for (const { kind, rank, pattern } of NUMBERINGS) {
    const printed = pattern.exec(text)?.[0];
    if (printed !== undefined) return { kind, rank, ordinal: ordinalOf(printed), printed, rest: text.slice(printed.length).trim() };
  }
  return null;
}

const IDEOGRAPHS = '〇一二三四五六七八九';
const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮';

/** The number that a printed numbering counts with (1 to 99); 0 where it has none. */
function ordinalOf(printed: string): number {
  const digits = /\d+/.exec(printed)?.[0];
  if (digits !== undefined) return Number(digits);
  const circled = CIRCLED.indexOf(printed.trim());
  if (circled >= 0) return circled;
  const [, tens, ones] =
    /([一二三四五六七八九]?十)?([一二三四五六七八九])?(?=[、.．：:）)〕部章编]|$)/.exec(printed.replace(/^[（(〔第]/, '')) ?? [];
  const ten = tens === undefined ? 0 : tens === '十' ? 10 : IDEOGRAPHS.indexOf(tens[0] ?? '') * 10;
  return ten + (ones === undefined ? 0 : IDEOGRAPHS.indexOf(ones));
}

/** The places in a text, after a full stop, where the numbering it starts with goes on (1、…。2、…). */
export function findNextItems(text: string): number[] {
  const first = readNumbering(text);
  if (first === null) return [];
  const places: number[] = [];
  let expected = first.ordinal + 1;
  for (const stop of text.matchAll(/[。；;]/g)) {
    const next = readNumbering(text.slice(stop.index + 1));
    if (next === null || next.kind !== first.kind || next.ordinal !== expected) continue;
    places.push(stop.index + 1);
    expected += 1;
  }
  return places;
}

/** The text without its numbering. */
export function withoutNumbering(text: string): string {
  return readNumbering(text)?.rest ?? text;
}
