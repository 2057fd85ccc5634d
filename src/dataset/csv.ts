import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import { type Column, columnsOf } from './columns.js';

/**
 * CSV as in RFC 4180: UTF-8 without BOM, comma, records end with CR LF, text with a comma, quote or line break is quoted. A blank cell is null (or an empty
 * list), `""` is an empty text. The items of a list are joined by the column's separator; a backslash stands before a separator or backslash inside an item.
 */
const FORMAT = {
  record_delimiter: '\r\n',
  // A line break inside a cell is \n, which the library would not quote by itself.
  quoted_match: /[\r\n]/,
  cast: {
    string: (value: string) => (value === '' ? { value, quoted: true, quoted_empty: true } : value),
    boolean: (value: boolean) => String(value),
  },
} as const;

type Row = Record<string, unknown>;
const known = new WeakMap<z.ZodObject, Column[]>();

function columns(schema: z.ZodObject): Column[] {
  const found = known.get(schema) ?? columnsOf(schema);
  known.set(schema, found);
  return found;
}

/** The header record of a table. */
export function csvHeader(schema: z.ZodObject): string {
  return stringify([columns(schema).map((column) => column.name)], FORMAT);
}

/** One record. */
export function csvRow<S extends z.ZodObject>(schema: S, row: z.infer<S>): string {
  return csvRecords(schema, [row]);
}

/** Records of some rows. `textOf` says how a cell's text is written: by default as it is. */
export function csvRecords<S extends z.ZodObject>(
  schema: S,
  rows: readonly z.infer<S>[],
  textOf: (text: string) => string = (text) => text,
): string {
  const layout = columns(schema);
  const written = (cell: unknown) => (typeof cell === 'string' ? textOf(cell) : cell);
  return stringify(
    rows.map((row: Row) => layout.map((column) => written(cellOf(column, row[column.name])))),
    FORMAT,
  );
}

function cellOf(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const { separator } = column;
  if (separator === null || !Array.isArray(value)) return value;
  if (value.length === 0) return null;
  return value.map((item) => String(item).replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`)).join(separator);
}

/** The items of a joined list. */
function splitList(text: string, separator: string): string[] {
  const items: string[] = [];
  let item = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] === '\\') {
      const escaped = text.startsWith(separator, at + 1) ? separator : (text[at + 1] ?? '');
      item += escaped;
      at += 1 + escaped.length;
    } else if (text.startsWith(separator, at)) {
      items.push(item);
      item = '';
      at += separator.length;
    } else item += text[at++];
  }
  return [...items, item];
}

/** A cell's text as the value of its column. */
function parsedValue(column: Column, cell: string | null): unknown {
  const one = (text: string): unknown => {
    if (column.type === 'integer' || column.type === 'number') return Number(text);
    return column.type === 'boolean' ? text === 'true' : text;
  };
  if (column.separator !== null) {
    if (cell === null) return column.nullable ? null : [];
    return splitList(cell, column.separator).map(one);
  }
  return cell === null ? null : one(cell);
}

/** The rows of a CSV text of a table, validated. Throws where the header or a row does not fit the schema. */
export function readCsv<S extends z.ZodObject>(schema: S, text: string): z.infer<S>[] {
  const layout = columns(schema);
  const records: (string | null)[][] = parse(text, {
    cast: (value, { quoting }) => (quoting || value !== '' ? value : null),
    relax_column_count: false,
  });
  const [header, ...body] = records;
  if (header?.join() !== layout.map((column) => column.name).join()) throw new Error(`unexpected CSV header: ${header?.join()}`);
  return body.map((record) =>
    schema.parse(Object.fromEntries(layout.map((column, i) => [column.name, parsedValue(column, record[i] ?? null)]))),
  );
}
