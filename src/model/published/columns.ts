import { z } from 'zod';
import { zDecimalText } from '../decimalText.js';
import { zBox } from '../place.js';

/**
 * Building blocks of the published schemas. How a list is written in one CSV cell is part of the column (`separator`), so that CSV,
 * JSON, Table Schema and the codebook are derived from the same zod schema.
 */
export interface ColumnMeta {
  description: string;
  /** How the items of a list are joined in a CSV cell. */
  separator?: string;
  /** yuan, percent ...: what a number counts. */
  unit?: string;
  /** `table.column` that the value points to. */
  references?: string;
  [key: string]: unknown;
}

const PATH_SEPARATOR = ' / ';
const LIST_SEPARATOR = ' ';

/** Text that is always there. */
export const text = (description: string, meta: Partial<ColumnMeta> = {}) => z.string().meta({ description, ...meta });
/** Text or null where nothing printed says it. */
export const optionalText = (description: string, meta: Partial<ColumnMeta> = {}) =>
  z
    .string()
    .nullable()
    .meta({ description, ...meta });
/** A whole number. */
export const integer = (description: string, meta: Partial<ColumnMeta> = {}) =>
  z
    .number()
    .int()
    .meta({ description, ...meta });
export const optionalInteger = (description: string, meta: Partial<ColumnMeta> = {}) =>
  z
    .number()
    .int()
    .nullable()
    .meta({ description, ...meta });
export const optionalNumber = (description: string, meta: Partial<ColumnMeta> = {}) =>
  z
    .number()
    .nullable()
    .meta({ description, ...meta });
export const flag = (description: string) => z.boolean().meta({ description });
/** An exact decimal as plain text. */
export const decimal = (description: string, meta: Partial<ColumnMeta> = {}) => zDecimalText.meta({ description, ...meta });
export const optionalDecimal = (description: string, meta: Partial<ColumnMeta> = {}) =>
  zDecimalText.nullable().meta({ description, ...meta });
/** Money in yuan. */
export const yuan = (description: string) => optionalDecimal(description, { unit: 'yuan' });
/** Printed labels from top to leaf; ` / ` between them in CSV. */
export const labelPath = (description: string) => z.array(z.string()).meta({ description, separator: PATH_SEPARATOR });
/** Ids, pages or codes; one space between them in CSV. */
export const list = <T extends z.ZodType>(item: T, description: string, meta: Partial<ColumnMeta> = {}) =>
  z.array(item).meta({ description, separator: LIST_SEPARATOR, ...meta });
/** One of a closed list, always there. */
export const choice = <T extends z.ZodType>(values: T, description: string) => values.meta({ description });
/** One of a closed list or null. */
export const optionalChoice = <T extends z.ZodType>(values: T, description: string) => values.nullable().meta({ description });

/** The columns that state where something is printed in a document. */
export const placeColumns = {
  page: optionalInteger('1-based PDF page; blank where the format has no pages'),
  box: zBox.nullable().meta({ description: 'x0 y0 x1 y1 in points from the top left of the page as displayed', separator: LIST_SEPARATOR }),
};
/** Place of prose: page and 0-based block in reading order. */
export const blockPlaceColumns = {
  page: optionalInteger('1-based PDF page; blank where the format has no pages'),
  block: integer('0-based block of the document in reading order'),
};
/** Place of a record taken from a table. */
export const tablePlaceColumns = {
  table_id: text('the table', { references: 'tables.table_id' }),
  page: optionalInteger('1-based PDF page; blank where the format has no pages'),
  r: integer('0-based row of the printed grid'),
};
