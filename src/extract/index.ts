import { createHash } from 'node:crypto';
import { type Block, type Diagnostic, type DocumentModel, MEDIA_TYPES, type RawGrid } from '../model/index.js';
import { readDocx } from './docx/index.js';
import { diagnose, UnreadableDocument } from './failure.js';
import { type ExtractOptions, limitsOf } from './options.js';
import type { PageColours, PageImage, PageRequest } from './pdf/renderPage.js';
import { type Reading, ReadingContext } from './reading.js';
import { readText } from './text/index.js';

export { DEFAULT_LIMITS, type ExtractLimits, type ExtractOptions } from './options.js';
export type { PageColours, PageImage, PageRequest } from './pdf/renderPage.js';

type Reader = (bytes: Uint8Array, context: ReadingContext) => Promise<Reading>;

// The packages under these readers are large and are loaded with the first such document: a process that reads DOCX only starts in a fifth of the time.
const readHtml: Reader = async (bytes, context) => (await import('./html/index.js')).readHtml(bytes, context);
const readPdf: Reader = async (bytes, { options }) =>
  (await import('./pdf/index.js')).readPdf(bytes, { secondReader: options.secondReader });

/** Draws pages of a PDF as PNG; see `pdf/renderPage.ts`. Loaded when it is first asked for. */
export async function renderPdfPages(
  bytes: Uint8Array,
  requests: readonly PageRequest[],
  scale: number,
  colours?: PageColours,
): Promise<PageImage[]> {
  return (await import('./pdf/renderPage.js')).renderPdfPages(bytes, requests, scale, colours);
}

/** The reader of each media type. */
const READERS: Readonly<Record<string, Reader>> = {
  [MEDIA_TYPES.docx]: readDocx,
  'application/vnd.ms-word.document.macroenabled.12': readDocx,
  [MEDIA_TYPES.html]: readHtml,
  'application/xhtml+xml': readHtml,
  [MEDIA_TYPES.pdf]: readPdf,
  [MEDIA_TYPES.text]: readText,
};

/**
 * Reads a file's bytes into a DocumentModel. `mediaType` is what its content was sniffed as (parameters such as charset are allowed). What the
 * document does wrong is a diagnostic in the model: an unknown type, damage, encryption, a bomb. A document without any text always has an
 * error diagnostic. Throws only on programmer faults.
 */
export async function extract(bytes: Uint8Array, mediaType: string, options: ExtractOptions = {}): Promise<DocumentModel> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const type = mediaType.split(';')[0]!.trim().toLowerCase();
  const charset = options.charset ?? /;\s*charset=["']?([\w.:-]+)/i.exec(mediaType)?.[1];
  const model = ({ title, pages = [], blocks, diagnostics }: Reading): DocumentModel => ({
    sha256,
    mediaType: type,
    title,
    pages,
    blocks,
    diagnostics,
  });
  const refused = refuse(bytes, type, options);
  if (refused !== null) return model({ title: null, blocks: [], diagnostics: [refused] });
  const context = new ReadingContext({ ...options, charset });
  try {
    const reading = await READERS[type]!(bytes, context);
    return model({ ...reading, diagnostics: [...reading.diagnostics, ...emptiness(reading.blocks, reading.diagnostics)] });
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return model({
      title: null,
      blocks: [],
      diagnostics: [...context.diagnostics, diagnose(error.code, 'error', error.message, error.place)],
    });
  }
}

/** The diagnostic of a file that no reader is asked to read: empty, too large, or of an unknown type. */
function refuse(bytes: Uint8Array, type: string, options: ExtractOptions): Diagnostic | null {
  const { maxBytes } = limitsOf(options);
  if (bytes.length === 0) return diagnose('empty_document', 'error', 'the file has no bytes; fetch it again');
  if (bytes.length > maxBytes)
    return diagnose('too_large', 'error', `the file has ${bytes.length} bytes, more than ${maxBytes}; it is not read`);
  if (READERS[type] === undefined)
    return diagnose(
      'unsupported_format',
      'error',
      `no reader for ${type || 'an unknown type'}; convert the file to DOCX, PDF or HTML to read it`,
    );
  return null;
}

/** The diagnostic of a reading that gave no text, unless an error already explains it. */
function emptiness(blocks: readonly Block[], diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.some((one) => one.severity === 'error')) return [];
  if (blocks.length === 0) return [diagnose('empty_document', 'error', 'the document prints nothing; look at it')];
  const hasText = blocks.some((block) =>
    block.type === 'table' ? hasCellText(block.grid) : block.type !== 'figure' && block.text.trim() !== '',
  );
  return hasText ? [] : [diagnose('no_text', 'error', 'the document prints pictures or blanks only; its text must be read by eye or OCR')];
}

/** Whether any cell of a grid, nested grids included, prints text. */
function hasCellText(grid: RawGrid): boolean {
  return grid.cells.some((cell) => cell.text.trim() !== '' || (cell.tables ?? []).some(hasCellText));
}
