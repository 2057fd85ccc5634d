import { type ExtractOptions, extract } from '../../src/extract/index.js';
import { type Block, type DocumentModel, MEDIA_TYPES, type RawGrid } from '../../src/model/index.js';
import { type DocxParts, docx } from '../builders/docx.js';
import { page } from '../builders/html.js';

/** The model of a DOCX with body markup. */
export async function readDocxBody(body: string, parts: DocxParts = {}, options: ExtractOptions = {}): Promise<DocumentModel> {
  return extract(await docx(body, parts), MEDIA_TYPES.docx, options);
}

/** The model of an HTML page with body markup. */
export async function readHtmlBody(body: string, head?: string, options: ExtractOptions = {}): Promise<DocumentModel> {
  return extract(Buffer.from(page(body, head)), MEDIA_TYPES.html, options);
}

/** The model of plain text. */
export async function readPlainText(text: string): Promise<DocumentModel> {
  return extract(Buffer.from(text), MEDIA_TYPES.text);
}

/** The grids of a model's tables. */
export function grids(model: DocumentModel): RawGrid[] {
  return model.blocks.flatMap((block) => (block.type === 'table' ? [block.grid] : []));
}

/** Blocks as short text: `h1 一、收入`, `p …`, `t 3x4`. */
export function outline(model: DocumentModel): string[] {
  return model.blocks.map(outlineOf);
}

function outlineOf(block: Block): string {
  if (block.type === 'table') return `table ${block.grid.rows}x${block.grid.columns}`;
  return `${block.type === 'heading' ? `h${block.level}` : block.type} ${block.text}`.trim();
}

/** The rows of a grid as printed texts, in order of columns; slots without an own cell are left out. */
export function rowsOf(grid: RawGrid): string[][] {
  return Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .sort((a, b) => a.c - b.c)
      .map((cell) => cell.text),
  );
}

/** `code severity` of every diagnostic. */
export function codes(model: DocumentModel): string[] {
  return model.diagnostics.map((one) => `${one.code} ${one.severity}`);
}
