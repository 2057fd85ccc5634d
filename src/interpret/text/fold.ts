import { remembered } from '../../model/index.js';

const QUOTES = /[“”"„‟'‘’`´]/g;
const BLANK = /[\s\u00a0\u2000-\u200f\u202f\u205f\u3000\ufeff]+/g;
const DASHES = /[‐‑‒–—―－−─]/g;

/** Printed text as the lexicons write it: widths folded (NFKC), one dash, no blanks, no quotation marks. */
export const fold = remembered((text) => text.normalize('NFKC').replace(DASHES, '-').replace(QUOTES, '').replace(BLANK, ''));

/** True where two printed texts differ in width, blanks and quotation marks only. */
export function sameText(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** A folded name without what stands in brackets at its end: `广州市人民政府办公厅(本级)` -> `广州市人民政府办公厅`. */
export function withoutTrailingBrackets(folded: string): string {
  return folded.replace(/\([^()]*\)$/, '');
}
