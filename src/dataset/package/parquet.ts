import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer';
import { PUBLISHED_TABLES, type PublishedRow, type PublishedTableName, toDecimal } from '../../model/index.js';
import { type DescribedColumn, describedColumns } from '../describedColumns.js';

type SchemaElement = NonNullable<Parameters<typeof parquetWrite>[0]['schema']>[number];

/**
 * Digits of a decimal column, and those after the point: 38 is what readers hold in 128 bits; ten digits after the point hold a share in percent and a
 * hundred-millionth of a 万元.
 */
const DECIMAL = { precision: 38, scale: 10, bytes: 16 } as const;
const ROWS_IN_GROUP = 50_000;

/** How a column's single values are kept. Text and whole numbers as they are, decimals exactly. */
function element(column: DescribedColumn, name: string, optional: boolean): SchemaElement {
  const repetition_type = optional ? ('OPTIONAL' as const) : ('REQUIRED' as const);
  if (column.decimal)
    return {
      name,
      repetition_type,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: DECIMAL.bytes,
      converted_type: 'DECIMAL',
      precision: DECIMAL.precision,
      scale: DECIMAL.scale,
    };
  if (column.type === 'text') return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  if (column.type === 'boolean') return { name, repetition_type, type: 'BOOLEAN' };
  return { name, repetition_type, type: column.type === 'integer' ? 'INT64' : 'DOUBLE' };
}

/** A column's schema: a single value, or the three levels of a list. */
function elements(column: DescribedColumn): SchemaElement[] {
  if (column.separator === null) return [element(column, column.name, column.nullable)];
  return [
    { name: column.name, repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    element(column, 'element', false),
  ];
}

/** A value as the writer wants it. Throws where a decimal has more digits after the point than are kept: nothing is rounded. */
function cell(column: DescribedColumn, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => cell(column, item));
  if (value === null) return null;
  if (column.decimal && typeof value === 'string') {
    const unscaled = toDecimal(value).times(toDecimal('10').pow(DECIMAL.scale));
    if (!unscaled.isInteger()) throw new Error(`${column.name}: ${value} has more than ${DECIMAL.scale} digits after the point`);
    return BigInt(unscaled.toFixed());
  }
  return column.type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}

/** The rows of a table as a Parquet file: lists as lists, decimals as DECIMAL(38, 10), whole numbers as INT64. The same rows give the same bytes. */
export function parquet<N extends PublishedTableName>(name: N, rows: readonly PublishedRow<N>[]): Uint8Array {
  const columns = describedColumns(name);
  const records = rows.map((row) => new Map<string, unknown>(Object.entries(row)));
  const columnData: ColumnSource[] = columns.map((column) => ({
    name: column.name,
    data: records.map((record) => cell(column, record.get(column.name) ?? null)),
  }));
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elements)],
    rowGroupSize: ROWS_IN_GROUP,
    createdBy: 'fiscus',
    kvMetadata: [{ key: 'primary_key', value: JSON.stringify(PUBLISHED_TABLES[name].primaryKey) }],
  });
  return new Uint8Array(writer.getBuffer());
}
