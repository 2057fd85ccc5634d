import type { Block, DocumentModel } from '../../../model/index.js';
import { pdfDiagnostic } from '../diagnostics.js';
import type { ReadLimits } from '../page/pageGeometry.js';
import type { OpenFailure } from '../page/readPages.js';
import { withFullReader } from './fullReader.js';

/** What can be had of a file that PDFium cannot open: the plain text of its pages by the second reader, and why. */
export async function readTextFallback(
  bytes: Uint8Array,
  failure: OpenFailure,
  limits: ReadLimits,
): Promise<Pick<DocumentModel, 'pages' | 'blocks' | 'diagnostics'>> {
  const nothing = { pages: [], blocks: [] };
  const encrypted = pdfDiagnostic(
    'encrypted_document',
    'error',
    {},
    'the PDF needs a password or a key and the empty password does not open it; ask the publisher for an open copy',
  );
  if (failure === 'encrypted') return { ...nothing, diagnostics: [encrypted] };
  const damaged = pdfDiagnostic('damaged_document', 'error', {}, 'the PDF is damaged and cannot be opened; fetch it again');
  if (bytes.length === 0) return { ...nothing, diagnostics: [damaged] };
  try {
    const text = await withFullReader(bytes, (parser) => parser.getText({ first: limits.pages }));
    const blocks: Block[] = text.pages.flatMap((page) =>
      page.text
        .split(/\n+/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line): Block => ({ type: 'paragraph', text: line, page: page.num })),
    );
    if (blocks.length === 0) return { ...nothing, diagnostics: [damaged] };
    const rescued = pdfDiagnostic(
      'damaged_document',
      'error',
      {},
      'the PDF is damaged: only its plain text could be read, its tables were not; fetch it again',
    );
    return { pages: [], blocks, diagnostics: [rescued] };
  } catch (error) {
    return { ...nothing, diagnostics: [error instanceof Error && error.name === 'PasswordException' ? encrypted : damaged] };
  }
}
