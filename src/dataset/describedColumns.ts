import { z } from 'zod';
import { PUBLISHED_TABLES, type PublishedTableName, zDecimalText } from '../model/index.js';
import { type Column, columnsOf } from './columns.js';

/** A column with all that its schema says of it. */
export interface DescribedColumn extends Column {
  description: string;
  /** Values are exact decimals, whatever their unit. */
  decimal: boolean;
  /** yuan, percent ...: what a number counts. */
  unit: string | null;
  /** `table.column` that the value points to. */
  references: string | null;
  /** The values of a closed list, else empty. */
  values: readonly string[];
}

/** What the JSON schema of a column says of its values; `enum` and `pattern` of a nullable column or a list stand deeper. */
const zBranch = z.object({ enum: z.array(z.string()).optional(), pattern: z.string().optional() });
const zColumnSchema = zBranch.extend({
  description: z.string().min(1),
  unit: z.string().optional(),
  references: z.string().optional(),
  anyOf: z.array(zBranch).default([]),
});

const DECIMAL_PATTERN = z.toJSONSchema(zDecimalText).pattern;

/** The columns of a published table, in order. Throws where one has no description: a fault of the release. */
export function describedColumns(table: PublishedTableName): DescribedColumn[] {
  const { schema } = PUBLISHED_TABLES[table];
  const described = z.record(z.string(), zColumnSchema).parse(z.toJSONSchema(schema).properties);
  return columnsOf(schema).map((column) => {
    const { description, unit, references, ...own } = described[column.name]!;
    const branches = [own, ...own.anyOf];
    return {
      ...column,
      description,
      decimal: branches.some(({ pattern }) => pattern === DECIMAL_PATTERN),
      unit: unit ?? null,
      references: references ?? null,
      values: branches.flatMap((branch) => branch.enum ?? []),
    };
  });
}
