import { createHash } from 'node:crypto';
import { type Diagnostic, type DocumentModel, MEDIA_TYPES } from '../../model/index.js';
import { unplacedNumbers } from './conservation.js';
import { pageDiagnostics, pdfDiagnostic, recognitionLimits } from './diagnostics.js';
import { withoutDoubles } from './page/doubles.js';
import { fromHeader } from './page/fromHeader.js';
import { type Glyph, type PageGeometry, READ_LIMITS, type ReadLimits } from './page/pageGeometry.js';
import { discardPdfium, loadPdfium } from './page/pdfium.js';
import { type OpenFailure, type ReadPages, readPages } from './page/readPages.js';
import { makeRuns } from './page/runs.js';
import type { PageTable } from './pageTable.js';
import { buildBlocks, type LaidOutPage, layOutTable } from './prose/blocks.js';
import { figuresOf } from './prose/figures.js';
import { joinParagraphs, proseLines } from './prose/paragraphs.js';
import { readingOrder } from './prose/readingOrder.js';
import { recognizeTables } from './recognizeTables.js';
import { type CheckedPage, crossCheckNumbers } from './secondReader/crossCheck.js';
import { readTextFallback } from './secondReader/textFallback.js';

export interface PdfOptions {
  /** Most pages, characters a page and path segments a page that are read; the rest is a `limit_reached` diagnostic. */
  readonly limits?: Partial<ReadLimits>;
  /** Whether the numbers of pages with tables are compared with those of a second, independent reader; by default they are. */
  readonly secondReader?: boolean | undefined;
}

/**
 * Reads a PDF into blocks in reading order, tables as one block a page, boxes in points from the top left of the page as displayed.
 * What the document does wrong is a diagnostic: `encrypted_document`, `damaged_document`, `needs_ocr`, `unmapped_glyphs`,
 * `number_not_placed` and alike. Throws only where PDFium cannot be loaded.
 */
export async function readPdf(file: Uint8Array, options: PdfOptions = {}): Promise<DocumentModel> {
  const limits: ReadLimits = { ...READ_LIMITS, ...options.limits };
  const sha256 = createHash('sha256').update(file).digest('hex');
  const bytes = fromHeader(file);
  const laidOut: LaidOutPage[] = [];
  const checked: CheckedPage[] = [];
  const diagnostics: Diagnostic[] = [];
  let lastTable: PageTable | undefined;
  const read = await openPages(bytes, limits, (geometry) => {
    const { page, tables, doubles } = layOut(geometry, lastTable, diagnostics);
    laidOut.push(page);
    if (options.secondReader !== false) checked.push(checkedPage(page, geometry, doubles));
    lastTable = tables.at(-1);
  });
  if (read === 'encrypted' || read === 'damaged') {
    const fallback = await readTextFallback(bytes, read, limits);
    return { sha256, mediaType: MEDIA_TYPES.pdf, title: null, ...fallback };
  }
  for (const number of read.unreadable)
    diagnostics.push(
      pdfDiagnostic(
        'unreadable_page',
        'error',
        { page: number },
        `page ${number} cannot be read; the file is damaged there: fetch it again`,
      ),
    );
  if (read.pageCount > limits.pages)
    diagnostics.push(
      pdfDiagnostic(
        'limit_reached',
        'error',
        { page: limits.pages + 1 },
        `${read.pageCount - limits.pages} pages after page ${limits.pages} were not read; raise the limit of pages`,
      ),
    );
  if (read.pageCount === 0) diagnostics.push(pdfDiagnostic('empty_document', 'error', {}, 'the PDF has no pages; fetch it again'));
  const blocks = buildBlocks(laidOut);
  diagnostics.push(...(await crossCheckNumbers(bytes, read.pageCount, checked)));
  return {
    sha256,
    mediaType: MEDIA_TYPES.pdf,
    title: read.title,
    pages: read.pages.map(({ number, width, height, rotation }) => ({ number, width, height, rotation })),
    blocks,
    diagnostics,
  };
}

/** What the second reader compares of a page; a page that a limit cut short is not compared. */
function checkedPage(page: LaidOutPage, { losses, truncated }: PageGeometry, doubles: string): CheckedPage {
  const cells = page.tables.flatMap(({ block }) => block.grid.cells.map((cell) => cell.text));
  const wanted = !truncated && (losses.unmapped.length > 0 || cells.some((cell) => /\d/.test(cell)));
  const text = wanted ? [...cells, ...page.paragraphs.map((paragraph) => paragraph.text)].join('\n') : '';
  const hidden = wanted ? losses.clipped + losses.outsidePage + losses.invisible + doubles : '';
  return { number: page.number, text, hidden, wanted };
}

/** Reads all pages with PDFium; a trap inside PDFium counts as damage and its instance is thrown away. */
async function openPages(bytes: Uint8Array, limits: ReadLimits, onPage: (page: PageGeometry) => void): Promise<ReadPages | OpenFailure> {
  const pdfium = await loadPdfium();
  try {
    return readPages(pdfium, bytes, limits, onPage);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error;
    discardPdfium();
    return 'damaged';
  }
}

/**
 * One page's tables and paragraphs in reading order, given the last table of the page before, the tables as recognized, and the text that is drawn twice; what is wrong with the page is
 * added to `diagnostics`.
 */
function layOut(
  page: PageGeometry,
  before: PageTable | undefined,
  diagnostics: Diagnostic[],
): { page: LaidOutPage; tables: readonly PageTable[]; doubles: string } {
  const glyphs = withoutDoubles(page.glyphs);
  const { tables, outside, unread } = recognizeTables(page, makeRuns(glyphs), before);
  const stretches = readingOrder(proseLines(outside));
  const lines = stretches.flat();
  const boxes = tables.map((table) => table.box);
  const paragraphs = stretches.flatMap((stretch) => joinParagraphs(stretch, boxes));
  diagnostics.push(
    ...pageDiagnostics(page),
    ...recognitionLimits(page.number, unread),
    ...unplacedNumbers(page.number, glyphs, tables, lines),
  );
  const laidOut = tables.map((table) => layOutTable(table, page.number));
  return {
    page: {
      number: page.number,
      height: page.height,
      tables: laidOut,
      paragraphs,
      figures: glyphs.length === 0 ? [] : figuresOf(page.images, boxes, page),
    },
    tables,
    doubles: textWithout(page.glyphs, glyphs),
  };
}

/** The text of the glyphs that are not among `kept`. */
function textWithout(glyphs: readonly Glyph[], kept: readonly Glyph[]): string {
  if (glyphs.length === kept.length) return '';
  const left = new Set(kept);
  return glyphs
    .filter((glyph) => !left.has(glyph))
    .map((glyph) => glyph.text)
    .join('');
}
