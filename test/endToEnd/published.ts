import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../src/dataset/index.js';
import { PUBLISHED_TABLES, type PublishedRow, type PublishedTableName } from '../../src/model/index.js';

/** The names of all published tables. */
export const TABLE_NAMES = Object.keys(PUBLISHED_TABLES).filter((name): name is PublishedTableName => name in PUBLISHED_TABLES);

/** A published folder, read back from its CSV; each table once. */
export class PublishedFolder {
  private readonly tables = new Map<PublishedTableName, readonly Record<string, unknown>[]>();
  constructor(private readonly folder: string) {}

  /** The rows of a table. Throws where a row does not fit the table's schema. */
  rows<N extends PublishedTableName>(name: N): PublishedRow<N>[] {
    const { schema } = PUBLISHED_TABLES[name];
    const rows = this.tables.get(name) ?? readCsv(schema, readFileSync(path.join(this.folder, `${name}.csv`), 'utf8'));
    this.tables.set(name, rows);
    return rows as PublishedRow<N>[];
  }

  /** The rows of a table as its JSON lines state them. */
  jsonRows(name: PublishedTableName): unknown[] {
    const text = readFileSync(path.join(this.folder, 'json', `${name}.jsonl`), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  }

  /** Every reference of the tables (`references` in their schemas) that names a row that is not there. */
  danglingReferences(): string[] {
    const known = new Map<string, Set<unknown>>();
    const idsOf = (target: string): Set<unknown> => {
      const ids = known.get(target) ?? new Set(this.column(target));
      known.set(target, ids);
      return ids;
    };
    return TABLE_NAMES.flatMap((name) =>
      Object.entries(PUBLISHED_TABLES[name].schema.shape).flatMap(([column, type]) => {
        const target: unknown = type.meta()?.references;
        if (typeof target !== 'string') return [];
        const missing = this.column(`${name}.${column}`).filter((id) => id !== null && !idsOf(target).has(id));
        return missing.map((id) => `${name}.${column}: ${String(id)}`);
      }),
    );
  }

  /** The values of `table.column`; the items of a list one by one. */
  private column(target: string): unknown[] {
    const [table, column] = target.split('.');
    const name = TABLE_NAMES.find((one) => one === table);
    if (name === undefined || column === undefined || !(column in PUBLISHED_TABLES[name].schema.shape))
      throw new Error(`${target} is no column of a published table`);
    return this.rows(name).flatMap((row: Record<string, unknown>) => row[column]);
  }
}
