import type { Archive, ArchivedPage } from '../archive/index.js';
import type { Fetcher } from '../fetch/index.js';
import type { Correction } from '../model/index.js';
import type { Pool } from '../pool/index.js';
import type { NewJob } from '../queue/index.js';
import type { Pipeline } from './description.js';
import type { PageBudget } from './pageBudget.js';
import type { ResultKeys } from './resultKeys.js';
import type { SingleFlight } from './singleFlight.js';

/** A page of this run, with its bytes where they have just come. */
export interface PageAnswer {
  page: ArchivedPage;
  body: Buffer | null;
}

/** What a stage may use. None of it is the queue: a stage says which jobs follow, the runner enqueues them. */
export interface StageContext {
  pipeline: Pipeline;
  run: number;
  /** Stands for everything that the plan of the run depends on: description and stage versions. */
  fingerprint: string;
  /** The digest of what this run harvested, once it was asked for: after the harvest it does not change. */
  harvested?: Promise<string>;
  /** Whether the output folder was found to hold what this run would publish. */
  asPublished?: boolean;
  archive: Archive;
  keys: ResultKeys;
  pool: Pool;
  /** Asks servers; absent for a folder source. */
  fetcher: Pick<Fetcher, 'fetch'> | null;
  /** The published time of a fetch: SOURCE_DATE_EPOCH where that is set, else what the fetcher says. */
  captureTime(fetchedAt: string): string;
  /** Requests for pages under way, by the identity of their URL; null where a page is over the limit. */
  pageRequests: SingleFlight<PageAnswer | StageAgain | null>;
  /** Which pages this run may ask for. */
  pageBudget: PageBudget;
  outputFolder: string;
  /** Reviewers' decisions about what was published before. */
  corrections: readonly Correction[];
  /** Publishes a version that fails its assertions all the same, and says so in it. */
  force: boolean;
  /** Aborted when the run is to end early. */
  signal: AbortSignal | undefined;
}

/** A piece of work is done: where its result is, what follows. */
export interface StageDone {
  type: 'done';
  result: string | null;
  children: NewJob[];
}

/** A server could not answer now. `waitMs` is what it asked for; an attempt that did not reach it is not counted. */
export interface StageAgain {
  type: 'again';
  reason: string;
  waitMs: number;
  counted: boolean;
}

export type StageOutcome = StageDone | StageAgain;

export const done = (result: string | null, children: NewJob[] = []): StageDone => ({ type: 'done', result, children });
