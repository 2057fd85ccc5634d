/** What is asked: an absolute http(s) URL and, from the capture before, its validators. */
export interface FetchRequest {
  url: string;
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  /** The page the link was on: some servers hand out attachments only with a Referer. */
  referer?: string | null | undefined;
  signal?: AbortSignal | undefined;
}

/** A whole body came back. `body` is decompressed; `fileName` is what Content-Disposition says, made safe to show (never a path). */
export interface FetchedBody {
  type: 'ok';
  url: string;
  finalUrl: string;
  /** URLs passed on the way, the first one asked for included; empty where there was no redirect. */
  redirects: string[];
  status: number;
  headers: Record<string, string>;
  etag: string | null;
  lastModified: string | null;
  contentType: string | null;
  fileName: string | null;
  body: Buffer;
  /** UTC, ISO 8601, when the response was complete. */
  fetchedAt: string;
}

/** The server says that nothing changed since the validators of the request. */
export interface NotModified {
  type: 'not_modified';
  url: string;
  finalUrl: string;
  redirects: string[];
  etag: string | null;
  lastModified: string | null;
  fetchedAt: string;
}

/**
 * Nothing usable came back. `code` is stable snake_case (`http_404`, `connection_reset`, `robots_disallowed` ...); `message` has no query string
 * and no credential. `retryable` says whether asking again later can help, `retryAfterSeconds` when at the earliest. `sent` is false where
 * politeness or policy held the request back before it reached the server: such an answer should not use up an attempt.
 */
export interface FetchFailure {
  type: 'failed';
  url: string;
  finalUrl: string;
  redirects: string[];
  code: string;
  status: number | null;
  retryable: boolean;
  retryAfterSeconds: number | null;
  sent: boolean;
  message: string;
}

export type FetchOutcome = FetchedBody | NotModified | FetchFailure;

/** How a request failed, before the fetcher adds where. Thrown inside the room only. */
export class FetchProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly facts: { retryable: boolean; retryAfterSeconds?: number | null; sent?: boolean; status?: number | null },
  ) {
    super(message);
    this.name = 'FetchProblem';
  }
}
