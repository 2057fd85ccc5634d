import type { z } from 'zod';
import { openDatabase, type StateDatabase } from '../storage/index.js';
import { backoffDelay } from './backoff.js';
import type {
  Completion,
  DeadJob,
  Failure,
  LeasedJob,
  LeaseRequest,
  NewJob,
  Queue,
  QueueSettings,
  StageCount,
  StageRate,
} from './queue.js';
import { ADD_SETTLED_AT, QUEUE_SCHEMA, zColumnRow, zCountRow, zDeadRow, zDueRow, zIdRow, zJobRow, zRateRow } from './schema.js';

const DEFAULTS = { leaseMs: 60_000, maxFailures: 5, backoffMs: 1_000, maxBackoffMs: 300_000, seed: '' };

/** One stage at a time: the index then gives the oldest jobs first, however many wait. */
const OLDEST_DUE = `SELECT id FROM jobs WHERE group_key = ? AND state = 'queued' AND stage = ? AND due_at <= ? ORDER BY id LIMIT ?`;
const LEASE = `UPDATE jobs SET state = 'leased', lease = lease + 1, owner = ?, due_at = ?
  WHERE id IN (SELECT value FROM json_each(?)) AND state = 'queued'
  RETURNING id, group_key, key, stage, payload, lease, failures`;
const INSERT = 'INSERT OR IGNORE INTO jobs (group_key, key, stage, payload) VALUES (?, ?, ?, ?)';
/** Many at once, in their order, from an array of arrays. */
const INSERT_MANY = `INSERT OR IGNORE INTO jobs (group_key, key, stage, payload)
  SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) ORDER BY json_each.key`;
const SETTLE = `UPDATE jobs SET state = ?, result = ?, reason = ?, failures = ?, due_at = ?, owner = NULL, settled_at = ?
  WHERE id = ? AND state = 'leased' AND lease = ?`;

/**
 * Opens the queue in a SQLite file (made if absent) or in a database that others use too, and whoever opened it closes. A settled job is committed when the promise
 * resolves, its children with it, and what was written to the same database before.
 */
export async function openQueue(where: string | StateDatabase, settings: QueueSettings = {}): Promise<Queue> {
  const database = typeof where === 'string' ? openDatabase(where) : where;
  database.define(QUEUE_SCHEMA);
  const columns = database.all(zColumnRow, 'PRAGMA table_info(jobs)');
  if (!columns.some(({ name }) => name === 'settled_at')) database.define(ADD_SETTLED_AT);
  return new SqliteQueue(database, settings, typeof where === 'string');
}

/** The queue contract on one SQLite database, shared by any number of processes of one machine. */
class SqliteQueue implements Queue {
  readonly #settings;
  readonly #clock;

  constructor(
    private readonly database: StateDatabase,
    settings: QueueSettings,
    private readonly owned: boolean,
  ) {
    this.#clock = settings.clock ?? Date.now;
    this.#settings = {
      leaseMs: settings.leaseMs ?? DEFAULTS.leaseMs,
      maxFailures: settings.maxFailures ?? DEFAULTS.maxFailures,
      backoffMs: settings.backoffMs ?? DEFAULTS.backoffMs,
      maxBackoffMs: settings.maxBackoffMs ?? DEFAULTS.maxBackoffMs,
      seed: settings.seed ?? DEFAULTS.seed,
    };
  }

  async enqueue(group: string, jobs: readonly NewJob[]): Promise<number> {
    const added = this.database.transaction(() => this.#add(group, jobs));
    await this.database.committed();
    return added;
  }

  async lease({ group, stages, count, owner }: LeaseRequest): Promise<LeasedJob[]> {
    const now = this.#clock();
    // With nothing to lease nothing is written: a reader takes no lock.
    const due = stages.flatMap((stage) => this.database.all(zIdRow, OLDEST_DUE, group, stage, now, count));
    if (due.length === 0) return [];
    const oldest = due.sort((a, b) => a.id - b.id).slice(0, count);
    const ids = JSON.stringify(oldest.map(({ id }) => id));
    const rows = this.database.transaction(() => this.database.all(zJobRow, LEASE, owner, now + this.#settings.leaseMs, ids));
    return rows
      .sort((a, b) => a.id - b.id)
      .map(({ group_key, payload, ...job }) => ({ ...job, group: group_key, payload: JSON.parse(payload) as unknown }));
  }

  async heartbeat(jobs: readonly LeasedJob[]): Promise<number[]> {
    const until = this.#clock() + this.#settings.leaseMs;
    const renew = `UPDATE jobs SET due_at = ? WHERE id = ? AND state = 'leased' AND lease = ?`;
    return this.database.transaction(() =>
      jobs.filter((job) => this.database.run(renew, until, job.id, job.lease) > 0).map((job) => job.id),
    );
  }

  async complete(job: LeasedJob, { result, children, last }: Completion): Promise<boolean> {
    const settle = () => this.database.run(SETTLE, 'done', result, null, job.failures, 0, this.#clock(), job.id, job.lease) > 0;
    const settleWithJobs = () => {
      if (!settle()) return false;
      this.#add(job.group, children);
      this.#addIfDrained(job.group, last);
      return true;
    };
    // One statement is a transaction of its own.
    const settled = children.length + last.length === 0 ? settle() : this.database.transaction(settleWithJobs);
    await this.database.committed();
    return settled;
  }

  async fail(job: LeasedJob, { reason, retry, waitMs = 0, counted = true, last }: Failure): Promise<'queued' | 'dead' | 'lost'> {
    const failures = job.failures + (counted ? 1 : 0);
    const again = retry && failures < this.#settings.maxFailures;
    const wait = Math.max(waitMs, backoffDelay(this.#settings, job.key, Math.max(1, failures)));
    const dueAt = again ? this.#clock() + wait : 0;
    const state = again ? 'queued' : 'dead';
    const settled = this.database.transaction(() => {
      const values = [state, null, reason, failures, dueAt, again ? null : this.#clock(), job.id, job.lease];
      if (this.database.run(SETTLE, ...values) === 0) return 'lost';
      if (!again) this.#addIfDrained(job.group, last);
      return state;
    });
    await this.database.committed();
    return settled;
  }

  async releaseExpired(group: string): Promise<number> {
    return this.#release(group, this.#clock());
  }

  async releaseAll(group: string): Promise<number> {
    return this.#release(group, Number.MAX_SAFE_INTEGER);
  }

  async nextDue(group: string): Promise<number | null> {
    const [row] = this.#all(zDueRow, `SELECT min(due_at) AS due_at FROM jobs WHERE group_key = ? AND state IN ('queued', 'leased')`, [
      group,
    ]);
    return row === undefined || row.due_at === null ? null : Math.max(0, row.due_at - this.#clock());
  }

  async counts(group: string): Promise<StageCount[]> {
    return this.#all(
      zCountRow,
      'SELECT stage, state, count(*) AS count FROM jobs WHERE group_key = ? GROUP BY stage, state ORDER BY stage, state',
      [group],
    );
  }

  async rates(group: string, windowMs: number): Promise<StageRate[]> {
    const now = this.#clock();
    const sql = `SELECT stage, count(*) AS count, min(settled_at) AS since FROM jobs
       WHERE group_key = ? AND state IN ('done', 'dead') AND settled_at > ? GROUP BY stage ORDER BY stage`;
    const rows = this.#all(zRateRow, sql, [group, now - windowMs]);
    return rows.map(({ stage, count, since }) => ({ stage, perSecond: (1000 * count) / Math.max(1000, now - since) }));
  }

  async dead(group: string): Promise<DeadJob[]> {
    const rows = this.#all(
      zDeadRow,
      `SELECT key, stage, payload, failures, reason FROM jobs WHERE group_key = ? AND state = 'dead' ORDER BY key`,
      [group],
    );
    return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown }));
  }

  async purge(group: string): Promise<void> {
    this.database.run('DELETE FROM jobs WHERE group_key = ?', group);
  }

  async close(): Promise<void> {
    if (this.owned) await this.database.close();
  }

  /** Adds jobs inside the caller's transaction and counts the new ones. */
  #add(group: string, jobs: readonly NewJob[]): number {
    const rows = jobs.map(({ key, stage, payload }) => [key, stage, JSON.stringify(payload)] as const);
    const [only, ...others] = rows;
    if (only === undefined) return 0;
    return others.length === 0 ? this.database.run(INSERT, group, ...only) : this.database.run(INSERT_MANY, group, JSON.stringify(rows));
  }

  /** Adds jobs inside the caller's transaction if the group has no open job. */
  #addIfDrained(group: string, jobs: readonly NewJob[]): void {
    if (jobs.length === 0) return;
    const open = this.database.first(zIdRow, `SELECT id FROM jobs WHERE group_key = ? AND state IN ('queued', 'leased') LIMIT 1`, group);
    if (open === undefined) this.#add(group, jobs);
  }

  /** Gives back the leases that run out at or before `until`. A lost lease is no failure: the job did nothing wrong. */
  #release(group: string, until: number): number {
    const sql = `UPDATE jobs SET state = 'queued', due_at = 0, owner = NULL WHERE group_key = ? AND state = 'leased' AND due_at <= ?`;
    return this.database.run(sql, group, until);
  }

  /** The rows of a statement, validated. */
  #all<S extends z.ZodType>(schema: S, sql: string, parameters: readonly (string | number)[]): z.infer<S>[] {
    return this.database.all(schema, sql, ...parameters);
  }
}
