import { z } from 'zod';
import { jsonColumn, type StateDatabase } from '../storage/index.js';

const zRunRow = z.object({
  run: z.number().int(),
  fingerprint: z.string(),
  state: z.enum(['running', 'done', 'abandoned']),
  report: z.union([z.null(), jsonColumn(z.unknown())]),
});
/** A run of the pipeline. `fingerprint` stands for everything its plan depends on: description and stage versions. */
export type RunRow = z.infer<typeof zRunRow>;

const COLUMNS = 'run, fingerprint, state, report';

/** The runs of a pipeline, numbered from 1. At most one is `running`. */
export class Runs {
  constructor(private readonly catalogue: StateDatabase) {}

  /** The run to work on: the unfinished one if its plan still holds, else a new one; an unfinished run with another plan is abandoned. */
  async begin(fingerprint: string): Promise<{ run: number; resumed: boolean }> {
    return this.catalogue.transaction(() => {
      const last = this.catalogue.first(zRunRow, `SELECT ${COLUMNS} FROM runs ORDER BY run DESC LIMIT 1`);
      if (last?.state === 'running' && last.fingerprint === fingerprint) return { run: last.run, resumed: true };
      this.catalogue.run(`UPDATE runs SET state = 'abandoned' WHERE state = 'running'`);
      const run = (last?.run ?? 0) + 1;
      this.catalogue.run(`INSERT INTO runs (run, fingerprint, state) VALUES (?, ?, 'running')`, run, fingerprint);
      return { run, resumed: false };
    });
  }

  /** Ends a run with its report. */
  async finish(run: number, report: unknown): Promise<void> {
    this.catalogue.run(`UPDATE runs SET state = 'done', report = ? WHERE run = ?`, JSON.stringify(report), run);
  }

  /** Gives up the unfinished run, if there is one: the next run plans anew. */
  async abandonOpen(): Promise<void> {
    this.catalogue.run(`UPDATE runs SET state = 'abandoned' WHERE state = 'running'`);
  }

  /** The report of the last finished run before this one; undefined where there is none. */
  async reportBefore(run: number): Promise<unknown> {
    const sql = `SELECT ${COLUMNS} FROM runs WHERE run < ? AND state = 'done' ORDER BY run DESC LIMIT 1`;
    return this.catalogue.first(zRunRow, sql, run)?.report ?? undefined;
  }

  /** The latest run; undefined before the first. */
  async latest(): Promise<RunRow | undefined> {
    return this.catalogue.first(zRunRow, `SELECT ${COLUMNS} FROM runs ORDER BY run DESC LIMIT 1`);
  }
}
