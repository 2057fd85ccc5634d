import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFParse } from 'pdf-parse';

/** The folder of predefined CMaps beside pdf.js, with a slash at its end: the codes of CJK fonts that are not embedded mean nothing without them. */
function cmapFolder(): string {
  const pdfParse = createRequire(import.meta.url).resolve('pdf-parse');
  const pdfjs = createRequire(pdfParse).resolve('pdfjs-dist/package.json');
  return `${path.join(path.dirname(pdfjs), 'cmaps')}/`;
}

/**
 * Opens a PDF with pdf-parse (pdf.js), gives it to `use` and closes it. The bytes are copied, because pdf.js takes them away from their owner. The package is
 * loaded where it is needed: it costs a process as much time and memory to load as PDFium. Rejects as the package does.
 */
export async function withFullReader<T>(bytes: Uint8Array, use: (parser: PDFParse) => Promise<T>): Promise<T> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: cmapFolder(),
    cMapPacked: true,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    return await use(parser);
  } finally {
    await parser.destroy();
  }
}
