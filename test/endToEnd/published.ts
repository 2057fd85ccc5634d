import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../src/dataset/index.js';
import { PUBLISHED_TABLES, type PublishedRow, type PublishedTableName } from '../../src/model/index.js';

/** The names of all published tables. */
export const TABLE_NAMES = Object.keys(PUBLISHED_TABLES).filter((name): name is PublishedTableName => name in PUBLISHED_TABLES);

/** The rows of a published table, read back from its CSV. Throws where a row does not fit the table's schema. */
export function publishedCsv<N extends PublishedTableName>(output: string, name: N): PublishedRow<N>[] {
  const { schema } = PUBLISHED_TABLES[name];
  return readCsv(schema, readFileSync(path.join(output, `${name}.csv`), 'utf8')).map((row) => schema.parse(row) as PublishedRow<N>);
}

/** The rows of a published table as its JSON lines state them. */
export function publishedJson(output: string, name: PublishedTableName): unknown[] {
  const text = readFileSync(path.join(output, 'json', `${name}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** Every reference of the published tables (`table.column` in the schemas) that names a row that is not there. */
export function danglingReferences(output: string): string[] {
  const known = new Map<string, Set<unknown>>();
  const idsOf = (target: string): Set<unknown> => {
    const [table, column] = target.split('.');
    const name = TABLE_NAMES.find((one) => one === table);
    if (name === undefined || column === undefined) throw new Error(`${target} is no column of a published table`);
    const ids =
      known.get(target) ?? new Set(publishedCsv(output, name).map((row) => Object.entries(row).find(([key]) => key === column)?.[1]));
    known.set(target, ids);
    return ids;
  };
  return TABLE_NAMES.flatMap((name) => {
    const columns = Object.entries(PUBLISHED_TABLES[name].schema.shape).flatMap(([column, type]) => {
      const target: unknown = type.meta()?.references;
      return typeof target === 'string' ? [{ column, target }] : [];
    });
    return publishedCsv(output, name).flatMap((row) =>
      columns.flatMap(({ column, target }) => {
        const value: unknown = Object.entries(row).find(([key]) => key === column)?.[1];
        const ids: unknown[] = Array.isArray(value) ? value : [value];
        return ids.filter((id) => id !== null && !idsOf(target).has(id)).map((id) => `${name}.${column}: ${String(id)}`);
      }),
    );
  });
}
