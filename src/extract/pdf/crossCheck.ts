import type { Diagnostic } from '../../model/index.js';
import { pdfDiagnostic } from './diagnostics.js';
import type { TextLosses } from './pageGeometry.js';

/** A page for the second reader: what the first one read, and what it knows to be hidden. */
export interface CheckedPage {
  readonly number: number;
  readonly losses: TextLosses;
  readonly hasTable: boolean;
  /** The texts of the page's cells and paragraphs, one a line, before paragraphs are joined over pages. */
  readonly text: string;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const MOST_NAMED = 8;

/**
 * Compares the numbers of every page with a table or an unmapped glyph with those of an independent reader (pdf-parse). Where they differ in more than how
 * lines are cut, `readers_disagree` names the numbers that only one of them has; where that reader fails, `second_reader_failed`.
 */
export async function crossCheckNumbers(bytes: Uint8Array, pages: readonly CheckedPage[]): Promise<Diagnostic[]> {
  const wanted = pages.filter((page) => page.hasTable || page.losses.unmapped.length > 0);
  if (wanted.length === 0) return [];
  // Loaded where it is needed: it costs a process as much time and memory to load as PDFium.
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const second = await parser.getText({ partial: wanted.map((page) => page.number), pageJoiner: '' });
    return wanted.flatMap((page) => {
      const other = second.pages.find((text) => text.num === page.number)?.text ?? '';
      return compareNumbers(page, other);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [pdfDiagnostic('second_reader_failed', 'warning', {}, `the numbers could not be compared with a second reader: ${reason}`)];
  } finally {
    await parser.destroy();
  }
}

/** The diagnostic for one page, if its numbers differ from those of a second reading. */
export function compareNumbers(page: CheckedPage, second: string): Diagnostic[] {
  const mine = numbersOf(page.text);
  const theirs = numbersOf(second);
  const onlyFirst = without(mine, theirs);
  const hidden = digitsOf([page.losses.clipped, page.losses.outsidePage, page.losses.invisible].join(''));
  const onlySecond = without(theirs, mine);
  const restSecond = withoutCharacters(withoutCharacters(digitsOf(onlySecond.join('')), digitsOf(onlyFirst.join(''))), hidden);
  const restFirst = withoutCharacters(digitsOf(onlyFirst.join('')), digitsOf(onlySecond.join('')));
  if (restFirst === '' && restSecond === '') return [];
  const name = (numbers: readonly string[]): string =>
    numbers.slice(0, MOST_NAMED).join(', ') + (numbers.length > MOST_NAMED ? ' …' : '') || 'none';
  const message = `two readers disagree on the numbers of page ${page.number}: only the first has ${name(onlyFirst)}; only the second has ${name(onlySecond)}; compare with the page`;
  return [pdfDiagnostic('readers_disagree', 'warning', { page: page.number }, message)];
}

function numbersOf(text: string): string[] {
  return text.normalize('NFKC').match(NUMBER) ?? [];
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D+/g, '');
}

/** The multiset difference a − b. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const value of b) count.set(value, (count.get(value) ?? 0) + 1);
  return a.filter((value) => {
    const left = count.get(value) ?? 0;
    if (left > 0) count.set(value, left - 1);
    return left === 0;
  });
}

/** The characters of `a` that are left when those of `b` are taken away, in sorted order. */
function withoutCharacters(a: string, b: string): string {
  return without([...a].sort(), [...b].sort()).join('');
}
