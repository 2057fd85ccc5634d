import { PUBLISHED_TABLES, type PublishedTableName } from '../../model/index.js';
import { type DescribedColumn, describedColumns } from '../describedColumns.js';
import { chineseName } from './chineseNames.js';
import { fiscalType } from './fiscalTypes.js';

/** A field of a Table Schema (Data Package v2, https://datapackage.org/standard/table-schema/). */
export interface TableField {
  name: string;
  title: string;
  description: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  /** Of a list: what stands between its items, and what they are. */
  delimiter?: string;
  itemType?: 'string' | 'integer' | 'number';
  trueValues?: string[];
  falseValues?: string[];
  /** Text that is never missing can be empty. */
  missingValues?: string[];
  constraints?: { required?: true; unique?: true; enum?: string[] };
  /** yuan, percent ...: what a number counts. */
  unit?: string;
  /** Fiscal Data Package type of a dimension or measure. */
  columnType?: string;
}
export interface ForeignKey {
  fields: string[];
  reference: { resource: string; fields: string[] };
}
export interface TableSchema {
  fields: TableField[];
  missingValues: { value: string; label: string }[];
  primaryKey?: string[];
  foreignKeys?: ForeignKey[];
}

/** What a blank cell says. */
const MISSING = [{ value: '', label: 'not printed, not applicable or not known; of a list: no item (原文未印、不适用或不详)' }];

/** The Table Schema of a published table, derived from its zod schema. */
export function tableSchema(table: PublishedTableName): TableSchema {
  const columns = describedColumns(table);
  const { primaryKey } = PUBLISHED_TABLES[table];
  const foreignKeys = foreignKeysOf(columns);
  return {
    fields: columns.map((column) => fieldOf(table, column, primaryKey?.length === 1 && primaryKey[0] === column.name)),
    missingValues: MISSING,
    ...(primaryKey === null ? {} : { primaryKey: [...primaryKey] }),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

function fieldOf(table: PublishedTableName, column: DescribedColumn, identifies: boolean): TableField {
  const { name, nullable, separator, values, unit } = column;
  const list = separator !== null;
  const type = scalarType(column);
  const columnType = fiscalType(`${table}.${name}`);
  const constraints = {
    ...(!nullable && !list ? { required: true as const } : {}),
    ...(identifies ? { unique: true as const } : {}),
    ...(values.length > 0 && !list ? { enum: [...values] } : {}),
  };
  return {
    name,
    title: chineseName(table, name),
    description: column.description,
    ...(list ? { type: 'list' as const, delimiter: separator, itemType: type === 'boolean' ? 'string' : type } : { type }),
    ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(type === 'string' && !list && !nullable ? { missingValues: [] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    ...(unit === null ? {} : { unit }),
    ...(columnType === undefined ? {} : { columnType }),
  };
}

/** The type of a single value. */
function scalarType(column: DescribedColumn): 'string' | 'integer' | 'number' | 'boolean' {
  if (column.decimal) return 'number';
  return column.type === 'text' ? 'string' : column.type;
}

/** References of single columns. One that is part of a longer key takes the columns of that key that both tables have. */
function foreignKeysOf(columns: readonly DescribedColumn[]): ForeignKey[] {
  return columns.flatMap(({ name, references, separator }) => {
    const [resource, field] = references?.split('.') ?? [];
    const target = Object.entries(PUBLISHED_TABLES).find(([table]) => table === resource);
    if (separator !== null || field === undefined || target === undefined) return [];
    const key = target[1].primaryKey ?? [];
    const shared = key.includes(field) ? key.filter((part) => part !== field && columns.some((column) => column.name === part)) : [];
    return [{ fields: [...shared, name], reference: { resource: target[0], fields: [...shared, field] } }];
  });
}
