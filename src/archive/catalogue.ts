import Database from 'libsql';
import { z } from 'zod';
import { CATALOGUE_SCHEMA } from './catalogueSchema.js';

const BUSY_TIMEOUT_MS = 30_000;

export type SqlValue = string | number | null | Uint8Array;

/** A column that holds JSON, read back through a schema. */
export const jsonColumn = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

/** The SQLite database of the archive: every row that leaves it has passed a schema. */
export class Catalogue {
  readonly #database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  constructor(file: string) {
    this.#database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = NORMAL');
    this.#database.exec(CATALOGUE_SCHEMA);
  }

  /** The rows of a query, validated. */
  all<S extends z.ZodType>(schema: S, sql: string, ...parameters: SqlValue[]): z.infer<S>[] {
    return z.array(schema).parse(this.#prepare(sql).all(...parameters));
  }

  /** The first row of a query, validated; undefined where there is none. */
  first<S extends z.ZodType>(schema: S, sql: string, ...parameters: SqlValue[]): z.infer<S> | undefined {
    const row = this.#prepare(sql).get(...parameters);
    return row === undefined ? undefined : schema.parse(row);
  }

  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...parameters: SqlValue[]): number {
    return this.#prepare(sql).run(...parameters).changes;
  }

  /** Runs `body` as one immediate transaction. */
  transaction<T>(body: () => T): T {
    return this.#database.transaction(body).immediate();
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement<unknown[]> {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
