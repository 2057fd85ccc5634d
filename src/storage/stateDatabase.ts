import Database from 'libsql';
import { z } from 'zod';

/** Waits so long for another process's transaction to end. */
const BUSY_TIMEOUT_MS = 30_000;
/** A transaction that nobody waits for is committed after so long all the same, so that other processes see it and can write. */
const COMMIT_AFTER_MS = 100;
/** Keys are hashes: a page of an index is written again and again. The log grows so long (in pages of 4 KiB) before its pages are copied, each once, into the file. */
const CHECKPOINT_PAGES = 8_000;
/** Pages of the file kept in memory, in KiB. */
const CACHE_KIB = 16_384;

export type SqlValue = string | number | null | Uint8Array;

/** A column that holds JSON, read back through a schema. */
export const jsonColumn = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

/** Work that a commit waits for: whether there is any now, and how to do it. */
export interface BeforeCommit {
  isOpen(): boolean;
  run(): Promise<void>;
}

interface Waiting {
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Opens a SQLite file (made if absent). WAL with synchronous=NORMAL: a killed process loses nothing that was committed; a power cut loses the last
 * transactions in their order. `grouped`: what is written goes into one open transaction until somebody waits for `committed`.
 */
export function openDatabase(file: string, settings: { grouped: boolean } = { grouped: false }): StateDatabase {
  return new StateDatabase(file, settings.grouped);
}

/**
 * A SQLite database whose every row passes a schema, and whose writes are committed in groups: a commit costs the same for one write and for a hundred, and those who
 * wait at one time share it. Before a group is committed, what it refers to is made durable (`beforeCommit`).
 */
export class StateDatabase {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #before: BeforeCommit[] = [];
  #open = false;
  #depth = 0;
  #waiting: Waiting[] = [];
  #committing = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    file: string,
    private readonly grouped: boolean,
  ) {
    this.#database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = NORMAL');
    this.#database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    this.#database.pragma(`cache_size = -${CACHE_KIB}`);
  }

  /** Runs statements that define tables. */
  define(sql: string): void {
    this.#database.exec(sql);
  }

  /** Work that must be done before a group is committed, such as bringing files to the disk that it names. */
  beforeCommit(work: BeforeCommit): void {
    this.#before.push(work);
  }

  /** The rows of a query, validated. */
  all<S extends z.ZodType>(schema: S, sql: string, ...parameters: SqlValue[]): z.infer<S>[] {
    return this.#prepare(sql)
      .all(...parameters)
      .map((row) => schema.parse(row));
  }

  /** The rows of a query one after the other, validated: never all of them in memory. */
  *each<S extends z.ZodType>(schema: S, sql: string, ...parameters: SqlValue[]): Generator<z.infer<S>> {
    // A statement of its own: another may be asked for its rows meanwhile.
    for (const row of this.#database.prepare(sql).iterate(...parameters)) yield schema.parse(row);
  }

  /** The first row of a query, validated; undefined where there is none. */
  first<S extends z.ZodType>(schema: S, sql: string, ...parameters: SqlValue[]): z.infer<S> | undefined {
    const row = this.#prepare(sql).get(...parameters);
    return row === undefined ? undefined : schema.parse(row);
  }

  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...parameters: SqlValue[]): number {
    // One statement is written whole or not at all by itself.
    if (this.#depth === 0 && this.grouped) this.#begin();
    return this.#prepare(sql).run(...parameters).changes;
  }

  /** Runs `body` so that all of it is written or nothing. One transaction inside another is part of it. */
  transaction<T>(body: () => T): T {
    if (this.#depth > 0) return body();
    this.#begin();
    if (this.grouped) this.#database.exec('SAVEPOINT part');
    this.#depth += 1;
    try {
      const value = body();
      if (this.grouped) this.#database.exec('RELEASE part');
      else this.#end('COMMIT');
      return value;
    } catch (error) {
      if (this.grouped) this.#database.exec('ROLLBACK TO part; RELEASE part');
      else this.#end('ROLLBACK');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Resolves when all that was written before the call is committed. Rejects where it could not be. */
  async committed(): Promise<void> {
    if (!this.#open) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#commitSoon();
    });
  }

  /** Commits what is open and closes the file. */
  async close(): Promise<void> {
    await this.committed();
    if (this.#timer !== null) clearTimeout(this.#timer);
    // The library lets go of the file only when its statements are collected: until then a copy of the file alone would lack what is in the log.
    if (this.grouped) this.#database.pragma('wal_checkpoint(PASSIVE)');
    this.#database.close();
  }

  /** Opens the transaction of a group, unless it is. */
  #begin(): void {
    if (this.#open) return;
    this.#database.exec('BEGIN IMMEDIATE');
    this.#open = true;
    if (this.grouped) this.#timer ??= setTimeout(() => this.#commitSoon(), COMMIT_AFTER_MS).unref();
  }

  #end(how: 'COMMIT' | 'ROLLBACK'): void {
    this.#database.exec(how);
    this.#open = false;
  }

  /** Starts a commit once what runs now has run, so that writes of one moment share it. */
  #commitSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#committing || !this.#open) return;
    this.#committing = true;
    setImmediate(() => void this.#commit());
  }

  /** Commits the group and tells those who wait; what was written while files were brought to the disk waits for its own files. */
  async #commit(): Promise<void> {
    let waiting: Waiting[] = [];
    try {
      for (let work = this.#unready(); work !== undefined; work = this.#unready()) await work.run();
      waiting = this.#waiting;
      this.#waiting = [];
      this.#end('COMMIT');
      for (const { resolve } of waiting) resolve();
    } catch (error) {
      for (const { reject } of [...waiting, ...this.#waiting]) reject(error);
      this.#waiting = [];
    } finally {
      this.#committing = false;
    }
    if (this.#waiting.length > 0) this.#commitSoon();
  }

  #unready(): BeforeCommit | undefined {
    return this.#before.find((work) => work.isOpen());
  }

  #prepare(sql: string): Database.Statement<unknown[]> {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
