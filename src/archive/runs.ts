import { z } from 'zod';
import { type Catalogue, jsonColumn } from './catalogue.js';

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
  constructor(private readonly catalogue: Catalogue) {}

  /** The run to work on: the unfinished one if its plan still holds, else a new one. The unfinished run it replaces is abandoned. */
  async begin(fingerprint: string): Promise<{ run: number; resumed: boolean; abandoned: number | null }> {
    return this.catalogue.transaction(() => {
      const open = this.catalogue.first(zRunRow, `SELECT ${COLUMNS} FROM runs WHERE state = 'running'`);
      if (open?.fingerprint === fingerprint) return { run: open.run, resumed: true, abandoned: null };
      if (open !== undefined) this.catalogue.run(`UPDATE runs SET state = 'abandoned' WHERE run = ?`, open.run);
      const last = this.catalogue.first(zRunRow, `SELECT ${COLUMNS} FROM runs ORDER BY run DESC LIMIT 1`);
      const run = (last?.run ?? 0) + 1;
      this.catalogue.run(`INSERT INTO runs (run, fingerprint, state) VALUES (?, ?, 'running')`, run, fingerprint);
      return { run, resumed: false, abandoned: open?.run ?? null };
    });
  }

  /** Ends a run with its report. */
  async finish(run: number, report: unknown): Promise<void> {
    this.catalogue.run(`UPDATE runs SET state = 'done', report = ? WHERE run = ?`, JSON.stringify(report), run);
  }

  /** Gives up the unfinished run, if there is one, and says which it was: the next run plans anew. */
  async abandonOpen(): Promise<number | null> {
    return this.catalogue.transaction(() => {
      const open = this.catalogue.first(zRunRow, `SELECT ${COLUMNS} FROM runs WHERE state = 'running'`);
      if (open !== undefined) this.catalogue.run(`UPDATE runs SET state = 'abandoned' WHERE run = ?`, open.run);
      return open?.run ?? null;
    });
  }

  /** The latest run; undefined before the first. */
  async latest(): Promise<RunRow | undefined> {
    return this.catalogue.first(zRunRow, `SELECT ${COLUMNS} FROM runs ORDER BY run DESC LIMIT 1`);
  }
}
