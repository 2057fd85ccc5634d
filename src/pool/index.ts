export { createPool, type Pool, type PoolSettings, type TaskRequest } from './pool.js';
export type { TaskFailureCode, TaskLimits, TaskOutcome, TaskTable } from './protocol.js';
