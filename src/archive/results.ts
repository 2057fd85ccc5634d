import { z } from 'zod';
import { type Stage, zStage } from '../model/diagnostic.js';
import { jsonColumn, type StateDatabase } from '../storage/index.js';
import { unpackJson } from './packedJson.js';

/** A stage's result as it is kept: `body` is packed JSON, `summary` the little that planning and status need. */
export interface StoredResult {
  key: string;
  stage: Stage;
  /** What the result is about: a document, an organization, a page. */
  subject: string;
  summary: unknown;
  body: Uint8Array;
}

const zSummaryRow = z.object({ key: z.string(), stage: zStage, subject: z.string(), summary: jsonColumn(z.unknown()) });
export type ResultSummary = z.infer<typeof zSummaryRow>;
const zBodyRow = z.object({ body: z.instanceof(Uint8Array) });
const zCount = z.object({ count: z.number().int() });
const zKeyRow = z.object({ key: z.string() });

/** Stage results by key. A key stands for everything the result depends on, so a result is written once and never changes. */
export class Results {
  constructor(private readonly catalogue: StateDatabase) {}

  /** Keeps results, all or none. One that is there already stays as it is. */
  async put(results: readonly StoredResult[]): Promise<void> {
    this.catalogue.transaction(() => {
      for (const { key, stage, subject, summary, body } of results) {
        const sql = 'INSERT OR IGNORE INTO results (key, stage, subject, summary, body) VALUES (?, ?, ?, ?, ?)';
        this.catalogue.run(sql, key, stage, subject, JSON.stringify(summary), body);
      }
    });
  }

  async has(key: string): Promise<boolean> {
    return this.catalogue.first(zKeyRow, 'SELECT key FROM results WHERE key = ?', key) !== undefined;
  }

  /** The summary of a result through its schema; undefined where there is no result. */
  async summary<S extends z.ZodType>(key: string, schema: S): Promise<z.infer<S> | undefined> {
    const row = this.catalogue.first(zSummaryRow, 'SELECT key, stage, subject, summary FROM results WHERE key = ?', key);
    return row === undefined ? undefined : schema.parse(row.summary);
  }

  /** The packed JSON of a result, for a reader elsewhere; undefined where there is no result. */
  async body(key: string): Promise<Uint8Array | undefined> {
    return this.catalogue.first(zBodyRow, 'SELECT body FROM results WHERE key = ?', key)?.body;
  }

  /** A result through its schema; undefined where there is none. Throws if what is kept does not fit the schema. */
  async get<S extends z.ZodType>(key: string, schema: S): Promise<z.infer<S> | undefined> {
    const body = await this.body(key);
    return body === undefined ? undefined : unpackJson(body, schema);
  }

  /** How many results there are of the stages that read documents: fewer where some were forgotten to be made again. */
  async countReadings(): Promise<number> {
    const sql = `SELECT count(*) AS count FROM results WHERE stage IN ('extract', 'interpret', 'check')`;
    return this.catalogue.first(zCount, sql)?.count ?? 0;
  }

  /**
   * Forgets everything that the stages after `fetch` made of these subjects, so that their work is done again. Keys do not tell the new results from these: so all
   * checks between documents are forgotten with them, and what was remembered of publications.
   */
  async forgetSubjects(subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    this.catalogue.transaction(() => {
      this.catalogue.run(
        `DELETE FROM results WHERE stage = 'check' AND subject NOT IN (SELECT subject FROM results WHERE stage = 'extract')`,
      );
      this.catalogue.run(`DELETE FROM results WHERE stage = 'publish'`);
      const sql = `DELETE FROM results WHERE stage IN ('extract', 'interpret', 'check') AND subject = ?`;
      for (const subject of subjects) this.catalogue.run(sql, subject);
    });
  }

  /** The summary of the last result of each subject of a stage, in the order of their keys: those before it were made of another pipeline, source or release. */
  async latestSummaries(stage: Stage): Promise<ResultSummary[]> {
    const latest = 'SELECT max(rowid) FROM results WHERE stage = ? GROUP BY subject';
    const sql = `SELECT key, stage, subject, summary FROM results WHERE rowid IN (${latest}) ORDER BY key`;
    return this.catalogue.all(zSummaryRow, sql, stage);
  }
}
