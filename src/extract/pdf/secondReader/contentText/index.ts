import { objectsOf } from './objectTable.js';
import { pagesOf } from './pageTree.js';
import { NumeralReader } from './shownNumerals.js';
import { understood } from './understood.js';

export { hiddenLayers } from './hiddenLayers.js';
export { MOVED, OTHER } from './numerals.js';

/** What this reader makes of a document: the numerals of a page, null for pages that it does not understand. */
export type NumeralsOfPage = (page: number) => string | null;

/**
 * Opens a PDF for a second reading of the numbers that its pages show: own code from the file's bytes up to the meaning of each character, which shares nothing
 * with PDFium. It reads the common kinds of file and font, and says so where a page has another: null for a document or a page that is left to the full reader
 * (damaged or encrypted files, rare filters, fonts without a map to Unicode). `pageCount` is what PDFium counts; another count means a damaged file.
 */
export function openNumerals(bytes: Uint8Array, pageCount: number): NumeralsOfPage | null {
  return understood(() => {
    const objects = objectsOf(bytes);
    const pages = pagesOf(objects, pageCount + 1);
    if (pages.length !== pageCount) return null;
    const reader = new NumeralReader(objects);
    return (number) => {
      const page = pages[number - 1];
      return page === undefined ? null : understood(() => reader.numeralsOf(page));
    };
  });
}
