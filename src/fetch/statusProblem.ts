import { FetchProblem } from './outcome.js';

/** HTTP statuses that another try later can change; all of 5xx but these can too. */
const RETRYABLE = new Set([408, 425, 429]);
const FINAL_SERVER_ERRORS = new Set([501, 505, 511]);

/** What to say about the statuses that come up most. */
const MEANINGS: Record<number, string> = {
  401: 'the server wants a login',
  403: 'the server refuses access',
  404: 'there is nothing at this URL',
  410: 'what was at this URL was removed',
  429: 'the server says that it is asked too often',
  503: 'the server says that it is not available now',
};

/** The failure that an HTTP status outside 2xx stands for: code `http_404` and alike. */
export function statusProblem(status: number, retryAfter: number | null): FetchProblem {
  const retryable = RETRYABLE.has(status) || (status >= 500 && !FINAL_SERVER_ERRORS.has(status));
  const meaning = MEANINGS[status];
  const message = `the server answers ${status}${meaning === undefined ? '' : `: ${meaning}`}`;
  return new FetchProblem(`http_${status}`, message, { retryable, retryAfterSeconds: retryAfter, status });
}
