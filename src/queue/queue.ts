import type { Stage } from '../model/diagnostic.js';

/** A job to be done once in its group: a second one with the same key is the same job. `payload` is any JSON value. */
export interface NewJob {
  key: string;
  stage: Stage;
  payload: unknown;
}

/** A job handed to one worker for a time. `lease` counts how often it was handed out: only the latest holder may settle it. */
export interface LeasedJob {
  id: number;
  group: string;
  key: string;
  stage: Stage;
  payload: unknown;
  lease: number;
  /** How often it failed before. */
  failures: number;
}

export const JOB_STATES = ['queued', 'leased', 'done', 'dead'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface StageCount {
  stage: Stage;
  state: JobState;
  count: number;
}

/** How fast jobs of a stage have been settled lately. */
export interface StageRate {
  stage: Stage;
  perSecond: number;
}

/** A job given up on, and why. */
export interface DeadJob {
  key: string;
  stage: Stage;
  payload: unknown;
  failures: number;
  reason: string;
}

export interface LeaseRequest {
  group: string;
  stages: readonly Stage[];
  count: number;
  owner: string;
}

export interface Completion {
  /** Where the result is stored (its key); stored before this call. */
  result: string | null;
  children: readonly NewJob[];
  /** Enqueued in the same transaction if this was the group's last open job and it has no children. */
  last: readonly NewJob[];
}

export interface Failure {
  reason: string;
  /** false: straight to the dead letters, because trying again cannot help. */
  retry: boolean;
  /** Wait at least so many milliseconds before the next attempt: what a server asked for. */
  waitMs?: number | undefined;
  /** false: this attempt did not even begin (a busy host); it does not count towards `maxFailures`. */
  counted?: boolean | undefined;
  /** As in Completion: a dead letter can be the group's last open job too. */
  last: readonly NewJob[];
}

/** Time in milliseconds since 1970: injectable, so that tests need not wait. */
export type Clock = () => number;

export interface QueueSettings {
  clock?: Clock;
  /** A job not settled or renewed for so long is given to another worker. */
  leaseMs?: number;
  /** After so many failures a job is a dead letter. */
  maxFailures?: number;
  /** Wait before the first retry; doubled each time up to `maxBackoffMs`, then scaled by a factor in [0.5, 1) drawn from `seed`, key and failures. */
  backoffMs?: number;
  maxBackoffMs?: number;
  seed?: string;
}

/**
 * Jobs in groups (a group is one run of a pipeline). Asynchronous and small so that another engine can stand behind it;
 * test/queue/conformance.ts says what each must do. Every method is one transaction. Methods throw only when the engine cannot work.
 */
export interface Queue {
  /** Adds the jobs whose keys the group does not have yet, and says how many that were. */
  enqueue(group: string, jobs: readonly NewJob[]): Promise<number>;
  /** Hands out up to `count` jobs that are due, oldest first. */
  lease(request: LeaseRequest): Promise<LeasedJob[]>;
  /** Renews leases; gives the ids of the jobs still held. */
  heartbeat(jobs: readonly LeasedJob[]): Promise<number[]>;
  /** Settles a job as done and adds its children. false: the lease was lost and nothing has changed. */
  complete(job: LeasedJob, completion: Completion): Promise<boolean>;
  /** Settles a failed attempt: queued again after a wait, or a dead letter. */
  fail(job: LeasedJob, failure: Failure): Promise<'queued' | 'dead' | 'lost'>;
  /** Gives back the jobs whose lease has run out, and says how many. */
  releaseExpired(group: string): Promise<number>;
  /** Gives back every leased job at once: for a caller who knows that no other worker lives. */
  releaseAll(group: string): Promise<number>;
  /** Milliseconds until a queued job or an expiring lease is due (0 = now); null where the group has no open job. */
  nextDue(group: string): Promise<number | null>;
  counts(group: string): Promise<StageCount[]>;
  /** Jobs settled per second in the last so many milliseconds (at least a second of them), by stage; a stage without one is not in it. */
  rates(group: string, windowMs: number): Promise<StageRate[]>;
  dead(group: string): Promise<DeadJob[]>;
  /** Forgets a group. */
  purge(group: string): Promise<void>;
  close(): Promise<void>;
}
