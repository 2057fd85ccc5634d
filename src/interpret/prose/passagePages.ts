import type { Block } from '../../model/index.js';

const BLANKS = /[\s\u200b\ufeff\u00a0\u3000]+/g;

/** A page on which a text begins or goes on, after so many characters other than blanks: blanks change as a text is laid out anew. */
export interface PageStart {
  ink: number;
  page: number;
}

/** The number of a text's characters other than blanks. */
export function inkOf(text: string): number {
  return text.replace(BLANKS, '').length;
}

/** The pages of a block's text; none where its format has no pages. */
export function pageStarts(block: Extract<Block, { text: string }>): PageStart[] {
  if (block.page === undefined) return [];
  const starts: PageStart[] = [{ ink: 0, page: block.page }];
  if ('pieces' in block) {
    let ink = 0;
    for (const piece of block.pieces ?? []) {
      if (ink > 0) starts.push({ ink, page: piece.page });
      ink += inkOf(piece.text);
    }
  }
  return starts;
}

/** The pages of the part of a text that begins after `from` characters other than blanks and has `length` of them. */
export function pagesOfPart(starts: readonly PageStart[], from: number, length: number): PageStart[] {
  const first = starts.findLast((start) => start.ink <= from);
  if (first === undefined) return [];
  const later = starts.filter((start) => start.ink > from && start.ink < from + length);
  return [{ ink: 0, page: first.page }, ...later.map(({ ink, page }) => ({ ink: ink - from, page }))];
}

/** The pages of two texts one after the other; `ink` is that of the first. */
export function pagesOfBoth(before: readonly PageStart[], ink: number, after: readonly PageStart[]): PageStart[] {
  const moved = after.map((start) => ({ ink: start.ink + ink, page: start.page }));
  return [...before, ...moved.filter((start) => start.page !== before.at(-1)?.page)];
}

/** The page on which the character at `offset` of a text is printed; null where its format has no pages. */
export function pageAt(starts: readonly PageStart[], text: string, offset: number): number | null {
  const ink = inkOf(text.slice(0, offset));
  return starts.findLast((start) => start.ink <= ink)?.page ?? null;
}
