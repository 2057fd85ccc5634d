import { z } from 'zod';

/** How a column of a published table is written and read in CSV. */
export interface Column {
  name: string;
  type: 'text' | 'integer' | 'number' | 'boolean';
  nullable: boolean;
  /** How the items of a list are joined; null for a single value. */
  separator: string | null;
}

/** The columns of a row schema, in order. Throws where the model has a column that CSV cannot hold: a fault of the release. */
export function columnsOf(schema: z.ZodObject): Column[] {
  return Object.entries(schema.shape).map(([name, type]) => {
    const nullable = type instanceof z.ZodNullable;
    const inner: unknown = nullable ? type.unwrap() : type;
    if (inner instanceof z.ZodArray || inner instanceof z.ZodTuple) {
      const item: unknown = inner instanceof z.ZodArray ? inner.element : inner.def.items[0];
      return { name, type: scalar(name, item), nullable, separator: separatorOf(name, type) };
    }
    return { name, type: scalar(name, inner), nullable, separator: null };
  });
}

function scalar(name: string, type: unknown): Column['type'] {
  if (type instanceof z.ZodBoolean) return 'boolean';
  if (type instanceof z.ZodNumber) return type.format === 'safeint' ? 'integer' : 'number';
  if (type instanceof z.ZodString || type instanceof z.ZodEnum) return 'text';
  throw new Error(`the column ${name} has a type that CSV does not hold`);
}

function separatorOf(name: string, type: { meta?: () => unknown }): string {
  const meta = z.object({ separator: z.string().min(1) }).safeParse(type.meta?.());
  if (!meta.success) throw new Error(`the list column ${name} states no separator`);
  return meta.data.separator;
}
