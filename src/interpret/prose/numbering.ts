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
  printed: string;
  rest: string;
}

/** The numbering a text starts with (第一部分, 一、, （一）, 1., （1）, ①), or null. */
export function readNumbering(text: string): Numbered | null {
  for (const { kind, rank, pattern } of NUMBERINGS) {
    const printed = pattern.exec(text)?.[0];
    if (printed !== undefined) return { kind, rank, printed, rest: text.slice(printed.length).trim() };
  }
  return null;
}

/** The text without its numbering. */
export function withoutNumbering(text: string): string {
  return readNumbering(text)?.rest ?? text;
}
