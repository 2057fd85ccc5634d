import type { NewCapture } from '../../archive/index.js';
import type { FetchFailure } from '../../fetch/index.js';
import type { Diagnostic } from '../../model/index.js';
import type { StageAgain } from '../stageContext.js';

/** The retry of a request that failed for now. */
export function again(failure: FetchFailure): StageAgain {
  const waitMs = (failure.retryAfterSeconds ?? 0) * 1000;
  return { type: 'again', reason: `${failure.code}: ${failure.message}`, waitMs, counted: failure.sent };
}

/** Why something did not come: the code and message of a failed request or of an unusable answer. */
export type Problem = Pick<FetchFailure, 'code' | 'message'>;

/** What the publisher asks crawlers not to fetch: leaving it alone is no failure of the run. */
const REFUSALS: readonly string[] = ['robots_disallowed'];

/**
 * The diagnostic of a request that failed for good. A refusal is for a person to know, not an error, unless it is of a page without which the source
 * gives nothing.
 */
export function fetchDiagnostic(stage: 'discover' | 'fetch', { code, message }: Problem, needed = false): Diagnostic {
  const severity = REFUSALS.includes(code) && !needed ? 'warning' : 'error';
  return { stage, code, severity, place: {}, message: `${message}; it is asked for again in the next run` };
}

/** The status of a capture or page that did not come. */
export function problemStatus({ code }: Pick<Problem, 'code'>): string {
  return `${REFUSALS.includes(code) ? 'refused' : 'failed'}: ${code}`;
}

/** What a server says that answers “not modified” though nothing was conditional. */
export const UNASKED_304 = { code: 'not_modified_unasked', message: 'the server says “not modified” of something it never sent' } as const;

/** What is known of a capture before anything came back. */
export const NOTHING: Omit<NewCapture, 'url' | 'status'> = {
  document_id: null,
  file_name: null,
  content_type: null,
  fetched_at: null,
  etag: null,
  last_modified: null,
  diagnostics: [],
};
