import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** The CSV files lie beside the source; src/codebook and dist/codebook are equally deep, so one relative path serves both. */
const folder = new URL('../../src/codebook/data/', import.meta.url);

/** The rows of a data file, each validated. Throws (a fault of the release, not of a document) where a row does not fit the schema. */
export function readDataFile<S extends z.ZodType>(name: string, schema: S): z.infer<S>[] {
  const records: unknown[] = parse(readFileSync(new URL(name, folder)), { columns: true, skip_empty_lines: true });
  return records.map((record, index) => {
    const result = schema.safeParse(record);
    if (!result.success) throw new Error(`codebook/data/${name}, row ${index + 2}: ${result.error.message}`);
    return result.data;
  });
}

/** A hash of all data files: results that depend on the codebook are keyed by it. */
export function hashDataFiles(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.csv')) continue;
    hash
      .update(name)
      .update('\u0000')
      .update(readFileSync(new URL(name, folder)));
  }
  return hash.digest('hex').slice(0, 16);
}
