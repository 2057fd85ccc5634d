import { READ_LIMITS } from './pageGeometry.js';
import { discardPdfium, loadPdfium } from './pdfium.js';
import { readPages } from './readPages.js';

/** The quarter turns clockwise by which `readPdf` turns pages (1-based) of a PDF because their text lies on its side; none for pages that cannot be read. */
export async function turnsOfPages(bytes: Uint8Array, wanted: ReadonlySet<number>): Promise<Map<number, number>> {
  const turns = new Map<number, number>();
  try {
    readPages(await loadPdfium(), bytes, READ_LIMITS, ({ number, turned = 0 }) => turns.set(number, turned / 90), wanted);
  } catch (error) {
    // A trap inside PDFium: the page cannot be read, and was not turned.
    if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error;
    discardPdfium();
  }
  return turns;
}
