import { z } from 'zod';

/**
 * A rectangle on a page as displayed (rotation applied; a page whose text lies on its side is turned until it stands upright), in PDF points (1/72 inch), origin at the top left: [x0, y0, x1, y1].
 */
export const zBox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof zBox>;

/**
 * Where something is printed. Only what is known is given: a DOCX has no page, prose has no table.
 * `table` is the 0-based index of the table in its document; `row` and `column` are 0-based grid coordinates in it.
 */
export const zPlace = z.object({
  document: z.string().optional(),
  page: z.number().int().positive().optional(),
  part: z.string().optional(),
  block: z.number().int().nonnegative().optional(),
  table: z.number().int().nonnegative().optional(),
  row: z.number().int().nonnegative().optional(),
  column: z.number().int().nonnegative().optional(),
  box: zBox.optional(),
});
export type Place = z.infer<typeof zPlace>;

/** One line a person can follow to the place: `page 3, table 2, row 5, column 1`. */
export function formatPlace(place: Place): string {
  const parts: string[] = [];
  if (place.part !== undefined) parts.push(place.part);
  if (place.page !== undefined) parts.push(`page ${place.page}`);
  if (place.table !== undefined) parts.push(`table ${place.table}`);
  else if (place.block !== undefined) parts.push(`block ${place.block}`);
  if (place.row !== undefined) parts.push(`row ${place.row}`);
  if (place.column !== undefined) parts.push(`column ${place.column}`);
  return parts.join(', ');
}
