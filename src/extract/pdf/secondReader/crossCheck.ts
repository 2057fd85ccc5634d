import type { Diagnostic } from '../../../model/index.js';
import { pdfDiagnostic } from '../diagnostics.js';
import { compareNumbers, type NumberDifference } from './compareNumbers.js';
import { openNumerals } from './contentText/index.js';
import { withFullReader } from './fullReader.js';

/** A page for the second reader: what the first one read, and what it knows to be hidden. */
export interface CheckedPage {
  readonly number: number;
  /** The texts of the page's cells and paragraphs, one a line, before paragraphs are joined over pages. */
  readonly text: string;
  /** Text in the content of the page that is not read: clipped, outside the page, invisible, drawn twice. */
  readonly hidden: string;
  /** Whether a mistake would matter: the page has numbers in a table, or characters without a known meaning. */
  readonly wanted: boolean;
}

const MOST_NAMED = 8;

/**
 * Compares the numbers of every wanted page with those of an independent reader. `readers_disagree` names the numbers that only one of the two has and carries
 * them all; where that reader fails, `second_reader_failed`.
 *
 * Two readers share the work. The first is our own reading of the content streams (contentText), made for speed: it agrees with PDFium on nearly all pages and
 * says where it does not understand one. A page on which it does not agree, or which it does not understand, is read by pdf-parse, whose word is final.
 */
export async function crossCheckNumbers(bytes: Uint8Array, pageCount: number, pages: readonly CheckedPage[]): Promise<Diagnostic[]> {
  const wanted = pages.filter((page) => page.wanted);
  if (wanted.length === 0) return [];
  const numeralsOf = openNumerals(bytes, pageCount);
  const left = wanted.filter((page) => {
    const numerals = numeralsOf?.(page.number) ?? null;
    return numerals === null || compareNumbers(page.text, numerals, page.hidden) !== null;
  });
  return left.length === 0 ? [] : checkFully(bytes, left);
}

/** Compares pages with the text that pdf-parse gives. */
async function checkFully(bytes: Uint8Array, pages: readonly CheckedPage[]): Promise<Diagnostic[]> {
  try {
    const { pages: texts } = await withFullReader(bytes, (parser) =>
      parser.getText({ partial: pages.map((page) => page.number), pageJoiner: '' }),
    );
    const second = new Map(texts.map(({ num, text }) => [num, text]));
    return pages.flatMap((page) => disagreement(page, second.get(page.number) ?? ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [first] = pages;
    const more = pages.length === 1 ? '' : ` and ${pages.length - 1} more`;
    const message = `the numbers of page ${first!.number}${more} could not be compared with a second reader: ${reason}; compare them with the page`;
    return [pdfDiagnostic('second_reader_failed', 'warning', { page: first!.number }, message)];
  }
}

/** The diagnostic of a page whose numbers differ from those of `second`, its text as pdf-parse gives it; none where they agree. */
export function disagreement(page: CheckedPage, second: string): Diagnostic[] {
  const difference = compareNumbers(page.text, second, page.hidden);
  if (difference === null) return [];
  const { onlyFirst, onlySecond } = difference;
  const message = `two readers disagree on the numbers of page ${page.number}: only the first has ${named(onlyFirst)}; only the second has ${named(onlySecond)}; compare with the page`;
  return [{ ...pdfDiagnostic('readers_disagree', 'warning', { page: page.number }, message), numbers: difference }];
}

/** Some numbers in words. */
function named(numbers: NumberDifference['onlyFirst']): string {
  return numbers.slice(0, MOST_NAMED).join(', ') + (numbers.length > MOST_NAMED ? ' …' : '') || 'none';
}
