import { z } from 'zod';
import { zBox, zPlace } from './place.js';

/** What a cell of a printed grid is for. `column_number` is the 栏次 row (1 2 3 ...). */
export const zCellRole = z.enum(['meta', 'header', 'column_number', 'body', 'note']);
export type CellRole = z.infer<typeof zCellRole>;

export const zCellPiece = z.object({ page: z.number().int().positive(), box: zBox, text: z.string() });

/**
 * A cell of the whole printed grid after joining pages: 0-based `r`, `c`, spans, text with wrapped lines joined (Chinese without a
 * space, numbers without anything). `repeat` marks header rows printed again on a continuation page. A cell cut by a page break is one
 * cell with `pieces`.
 */
export const zGridCell = z.object({
  r: z.number().int().nonnegative(),
  c: z.number().int().nonnegative(),
  rs: z.number().int().positive(),
  cs: z.number().int().positive(),
  text: z.string(),
  role: zCellRole,
  repeat: z.boolean().optional(),
  page: z.number().int().positive().optional(),
  box: zBox.optional(),
  pieces: z.array(zCellPiece).optional(),
  /** Leading indentation of the text in characters (full-width = 1) where the format keeps it. */
  indent: z.number().optional(),
});
export type GridCell = z.infer<typeof zGridCell>;

/** What the meta row inside the grid or the lines around it say: 434保定市…办公室 | 预算年度：2024 | 单位：万元. */
export const zTableMeta = z.object({
  organization: z.string().nullable(),
  organizationCode: z.string().nullable(),
  year: z.number().int().nullable(),
  asOf: z.string().nullable(),
});

/** A body row: its grid row and one text a body column ("" where blank, or where a spanning cell that started earlier covers it). */
export const zBodyRow = z.object({ r: z.number().int().nonnegative(), texts: z.array(z.string()) });
export type BodyRow = z.infer<typeof zBodyRow>;

/**
 * A table as printed; continued over pages it is still one table. `columns` has one header path a body column (top to leaf, as in
 * truth/FORMAT.md); `columnAt[i]` is the grid column of body column i. `form` tables have no header row (a key-value sheet): `columns`
 * are then empty paths and every row is a body row. Wholly blank rows are left out of `rows` but stay in `cells`.
 */
export const zGridTable = z.object({
  index: z.number().int().nonnegative(),
  title: z.string().nullable(),
  label: z.string().nullable(),
  pages: z.array(z.number().int().positive()),
  unit: z.string().nullable(),
  unitPlace: zPlace.nullable(),
  meta: zTableMeta,
  empty: z.boolean(),
  form: z.boolean(),
  note: z.string().nullable(),
  columns: z.array(z.array(z.string())),
  columnAt: z.array(z.number().int().nonnegative()),
  rows: z.array(zBodyRow),
  cells: z.array(zGridCell),
  evidence: z.string(),
  /** Indexes of the DocumentModel's blocks this table was made of. */
  blocks: z.array(z.number().int().nonnegative()),
});
export type GridTable = z.infer<typeof zGridTable>;
