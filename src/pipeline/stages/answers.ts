import type { FetchFailure } from '../../fetch/index.js';
import type { Diagnostic } from '../../model/index.js';
import type { StageAgain } from '../stageContext.js';

/** The retry of a request that failed for now. */
export function again(failure: FetchFailure): StageAgain {
  const waitMs = (failure.retryAfterSeconds ?? 0) * 1000;
  return { type: 'again', reason: `${failure.code}: ${failure.message}`, waitMs, counted: failure.sent };
}

/** The diagnostic of a request that failed for good. */
export function fetchDiagnostic(stage: 'discover' | 'fetch', { code, message }: Pick<FetchFailure, 'code' | 'message'>): Diagnostic {
  return { stage, code, severity: 'error', place: {}, message: `${message}; it is asked for again in the next run` };
}

/** What a server says that answers “not modified” though nothing was conditional. */
export const UNASKED_304 = { code: 'not_modified_unasked', message: 'the server says “not modified” of something it never sent' } as const;
