import { parse } from 'csv-parse/sync';
import type { TableField, TableSchema } from '../../../src/dataset/index.js';

/** A CSV file as its Table Schema sees it: the header, and the cells of each record. */
export interface CsvRecords {
  header: string[];
  records: string[][];
}

export function csvRecordsOf(text: string): CsvRecords {
  const [header = [], ...records]: string[][] = parse(text, { relax_column_count: false });
  return { header, records };
}

const LEXICAL: Readonly<Record<'string' | 'integer' | 'number' | 'boolean', RegExp>> = {
  string: /^.*$/s,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i,
  boolean: /^(true|false)$/,
};

/** What the Table Schema standard (v2) finds wrong with a cell; null where nothing. */
function cellError(field: TableField, cell: string, schema: TableSchema): string | null {
  const missing = field.missingValues ?? schema.missingValues.map(({ value }) => value);
  if (missing.includes(cell)) return field.constraints?.required === true ? 'is required' : null;
  const { type } = field;
  const items = type === 'list' ? cell.split(field.delimiter ?? ',') : [cell];
  const lexical = LEXICAL[type === 'list' ? (field.itemType ?? 'string') : type];
  if (items.some((item) => !lexical.test(item))) return `is no ${type}: ${cell.slice(0, 80)}`;
  if (field.constraints?.enum !== undefined && !field.constraints.enum.includes(cell)) return `is none of the values: ${cell}`;
  return null;
}

/** Every violation of a Table Schema in a CSV file: header, cells, the primary key. */
export function schemaErrors({ header, records }: CsvRecords, schema: TableSchema): string[] {
  const names = schema.fields.map(({ name }) => name);
  if (header.join() !== names.join()) return [`the header is ${header.join()}, the fields are ${names.join()}`];
  const cells = records.flatMap((record, row) =>
    schema.fields.flatMap((field, at) => {
      const error = cellError(field, record[at] ?? '', schema);
      return error === null ? [] : [`row ${row + 1}: ${field.name} ${error}`];
    }),
  );
  return [...cells, ...repeatedKeys(records, schema)];
}

function repeatedKeys(records: readonly string[][], schema: TableSchema): string[] {
  const { primaryKey } = schema;
  if (primaryKey === undefined) return [];
  const seen = new Set<string>();
  return keysOf(records, schema, primaryKey).flatMap((key) => {
    const repeated = seen.has(key);
    seen.add(key);
    return repeated ? [`the primary key ${key} stands twice`] : [];
  });
}

function keysOf(records: readonly string[][], schema: TableSchema, fields: readonly string[]): string[] {
  const places = fields.map((field) => schema.fields.findIndex(({ name }) => name === field));
  return records.map((record) => JSON.stringify(places.map((at) => record[at] ?? '')));
}

/** A CSV file with its Table Schema. */
export interface DescribedCsv {
  csv: CsvRecords;
  schema: TableSchema;
}

/** Every foreign key of a table whose row is not in the table that it names. A key with a blank part refers to nothing. */
export function danglingKeys(tables: ReadonlyMap<string, DescribedCsv>): string[] {
  return [...tables].flatMap(([name, { csv, schema }]) =>
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const target = tables.get(reference.resource);
      if (target === undefined) return [`${name} refers to a table ${reference.resource} that is not there`];
      const known = new Set(keysOf(target.csv.records, target.schema, reference.fields));
      return keysOf(csv.records, schema, fields)
        .filter((key) => !key.includes('""') && !known.has(key))
        .map((key) => `${name}.${fields.join('+')} ${key} is not in ${reference.resource}`);
    }),
  );
}
