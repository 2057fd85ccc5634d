import { z } from 'zod';
import { zStage } from '../model/diagnostic.js';
import { JOB_STATES } from './queue.js';

/** Every lookup of the queue is by group and state; `jobs_due` also gives the order of leasing. */
export const QUEUE_SCHEMA = `
  CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY,
    group_key TEXT NOT NULL,
    key TEXT NOT NULL,
    stage TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'leased', 'done', 'dead')),
    due_at INTEGER NOT NULL DEFAULT 0,
    owner TEXT,
    lease INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    result TEXT,
    settled_at INTEGER,
    UNIQUE (group_key, key)
  );
  CREATE INDEX IF NOT EXISTS jobs_due ON jobs (group_key, state, stage, id);
`;

/** For a queue made before jobs had the column. */
export const ADD_SETTLED_AT = 'ALTER TABLE jobs ADD COLUMN settled_at INTEGER';

/** `due_at` of a leased job is when its lease runs out. */
export const zJobRow = z.object({
  id: z.number().int(),
  group_key: z.string(),
  key: z.string(),
  stage: zStage,
  payload: z.string(),
  lease: z.number().int(),
  failures: z.number().int(),
});
export const zDeadRow = z.object({ key: z.string(), stage: zStage, payload: z.string(), failures: z.number().int(), reason: z.string() });
export const zCountRow = z.object({ stage: zStage, state: z.enum(JOB_STATES), count: z.number().int() });
export const zRateRow = z.object({ stage: zStage, count: z.number().int(), since: z.number().int() });
export const zColumnRow = z.object({ name: z.string() });
export const zDueRow = z.object({ due_at: z.number().nullable() });
export const zIdRow = z.object({ id: z.number().int() });
