import { z } from 'zod';
import { zDiagnostic } from './diagnostic.js';
import { zBox } from './place.js';

/** The media types that a reader of `extract` exists for. */
export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  pdf: 'application/pdf',
  text: 'text/plain',
} as const;

/** A page as displayed: size in points after rotation; `rotation` in degrees clockwise is /Rotate and, where the text lies on its side, the turn that makes it stand upright. */
export const zPage = z.object({
  number: z.number().int().positive(),
  width: z.number(),
  height: z.number(),
  rotation: z.number().int(),
});
export type Page = z.infer<typeof zPage>;

const zPrinted = {
  /** 1-based PDF page; absent where the format has no pages. */
  page: z.number().int().positive().optional(),
  box: zBox.optional(),
};

/** What one page prints of a text that goes on over page breaks. */
export const zTextPiece = z.object({ page: z.number().int().positive(), box: zBox.optional(), text: z.string() });
export type TextPiece = z.infer<typeof zTextPiece>;

/** Where a text is printed: `page` and `box` of its beginning; `pieces` page by page, in order, where it goes on over a page break. */
const zPrintedText = { ...zPrinted, pieces: z.array(zTextPiece).min(2).optional() };

/**
 * A cell of a grid as its format states it: 0-based row `r` and column `c`, spans `rs` and `cs`. `text` keeps line breaks
 * between paragraphs or wrapped lines as "\n"; `tables` are tables nested in the cell. `header` is what the format says (HTML th, DOCX tblHeader).
 */
export interface RawCell {
  r: number;
  c: number;
  rs: number;
  cs: number;
  text: string;
  page?: number | undefined;
  box?: [number, number, number, number] | undefined;
  header?: boolean | undefined;
  /** Leading indentation in characters of the cell's own font size (full-width = 1), where the format shows it other than by blanks. */
  indent?: number | undefined;
  tables?: RawGrid[] | undefined;
}
export interface RawGrid {
  rows: number;
  columns: number;
  cells: RawCell[];
}
export const zRawCell: z.ZodType<RawCell> = z.lazy(() =>
  z.object({
    r: z.number().int().nonnegative(),
    c: z.number().int().nonnegative(),
    rs: z.number().int().positive(),
    cs: z.number().int().positive(),
    text: z.string(),
    ...zPrinted,
    header: z.boolean().optional(),
    indent: z.number().optional(),
    tables: z.array(zRawGrid).optional(),
  }),
);
export const zRawGrid: z.ZodType<RawGrid> = z.object({
  rows: z.number().int().nonnegative(),
  columns: z.number().int().nonnegative(),
  cells: z.array(zRawCell),
});

/** How the reader found the grid: the format states it, ruling lines, horizontal rules with alignment, or alignment alone. */
export const zGridEvidence = z.enum(['stated', 'ruled', 'half_ruled', 'aligned']);

/**
 * Blocks in reading order. A PDF table is one block a page (the room `tables` joins pages); a DOCX or HTML table is one block.
 * `columnEdges` are the x of column borders in points (columns + 1 of them), the evidence for joining over pages.
 */
export const zBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.number().int().positive(), text: z.string(), ...zPrintedText }),
  z.object({ type: z.literal('paragraph'), text: z.string(), ...zPrintedText }),
  z.object({
    type: z.literal('table'),
    grid: zRawGrid,
    evidence: zGridEvidence,
    columnEdges: z.array(z.number()).optional(),
    caption: z.string().optional(),
    ...zPrinted,
  }),
  z.object({ type: z.literal('caption'), text: z.string(), ...zPrintedText }),
  z.object({ type: z.literal('furniture'), text: z.string(), ...zPrinted }),
  z.object({ type: z.literal('figure'), text: z.string(), ...zPrinted }),
]);
export type Block = z.infer<typeof zBlock>;
export type TableBlock = Extract<Block, { type: 'table' }>;

/**
 * What `extract` makes of a file's bytes. `pages` is empty where the format has none. `title` is the format's own (HTML title, DOCX core
 * properties) and only evidence. Conservation: each number of the text layer lies in exactly one block, in a table in exactly one cell.
 */
export const zDocumentModel = z.object({
  sha256: z.string().length(64),
  mediaType: z.string(),
  title: z.string().nullable(),
  pages: z.array(zPage),
  blocks: z.array(zBlock),
  diagnostics: z.array(zDiagnostic),
});
export type DocumentModel = z.infer<typeof zDocumentModel>;
