import { FetchProblem } from './outcome.js';

/** System, TLS, HTTP and client error codes -> our code, whether asking again can help, and what to say. */
const TRANSPORT_ERRORS: Record<string, { code: string; retryable: boolean; message: string }> = {
  ENOTFOUND: { code: 'host_not_found', retryable: true, message: 'the host name does not resolve' },
  EAI_AGAIN: { code: 'dns_unavailable', retryable: true, message: 'name resolution is not available' },
  ECONNREFUSED: { code: 'connection_refused', retryable: true, message: 'the host refuses the connection' },
  ECONNRESET: { code: 'connection_reset', retryable: true, message: 'the connection was reset' },
  EPIPE: { code: 'connection_reset', retryable: true, message: 'the connection was closed while sending' },
  UND_ERR_SOCKET: { code: 'connection_reset', retryable: true, message: 'the connection was closed before the answer was complete' },
  EHOSTUNREACH: { code: 'host_unreachable', retryable: true, message: 'there is no route to the host' },
  ENETUNREACH: { code: 'host_unreachable', retryable: true, message: 'there is no route to the network' },
  ETIMEDOUT: { code: 'timeout', retryable: true, message: 'the connection timed out' },
  UND_ERR_CONNECT_TIMEOUT: { code: 'timeout', retryable: true, message: 'connecting took too long' },
  UND_ERR_HEADERS_TIMEOUT: { code: 'timeout', retryable: true, message: 'the host did not begin to answer in time' },
  UND_ERR_BODY_TIMEOUT: { code: 'timeout', retryable: true, message: 'the body stopped coming' },
  UND_ERR_HEADERS_OVERFLOW: { code: 'bad_http', retryable: false, message: 'the headers are too long' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { code: 'body_truncated', retryable: true, message: 'the body is shorter than Content-Length says' },
  UND_ERR_ABORTED: { code: 'aborted', retryable: true, message: 'the request was stopped' },
  CERT_HAS_EXPIRED: { code: 'tls_not_verified', retryable: false, message: 'the certificate has expired' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { code: 'tls_not_verified', retryable: false, message: 'the certificate is self-signed' },
  SELF_SIGNED_CERT_IN_CHAIN: { code: 'tls_not_verified', retryable: false, message: 'the certificate chain is self-signed' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { code: 'tls_not_verified', retryable: false, message: 'the certificate chain is incomplete' },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { code: 'tls_not_verified', retryable: false, message: 'the issuer of the certificate is not known' },
  ERR_TLS_CERT_ALTNAME_INVALID: { code: 'tls_not_verified', retryable: false, message: 'the certificate is for another name' },
};

/** Families of codes that share a meaning. */
const TRANSPORT_PREFIXES: { prefix: string; code: string; retryable: boolean; message: string }[] = [
  { prefix: 'HPE_', code: 'bad_http', retryable: true, message: 'the answer is no valid HTTP' },
  { prefix: 'ERR_SSL', code: 'tls_failed', retryable: true, message: 'the TLS handshake failed' },
  { prefix: 'ERR_TLS', code: 'tls_failed', retryable: true, message: 'the TLS handshake failed' },
  { prefix: 'CERT_', code: 'tls_not_verified', retryable: false, message: 'the certificate does not verify' },
];

/** The failure that an exception of the network stands for; a FetchProblem anywhere in its causes is itself. Unknown ones are rethrown. */
export function transportProblem(error: unknown): FetchProblem {
  for (const cause of causes(error)) {
    if (cause instanceof FetchProblem) return cause;
    if (cause.name === 'TimeoutError') return new FetchProblem('timeout', 'the whole answer took too long', { retryable: true });
    if (cause.name === 'AbortError') return new FetchProblem('aborted', 'the request was stopped', { retryable: true });
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const known = TRANSPORT_ERRORS[code] ?? TRANSPORT_PREFIXES.find(({ prefix }) => code.startsWith(prefix));
    if (known) return new FetchProblem(known.code, `${known.message} (${code})`, { retryable: known.retryable });
    if (code !== '' && code.startsWith('E'))
      return new FetchProblem('connection_failed', `the connection failed (${code})`, { retryable: true });
  }
  throw error;
}

/** An error, its causes and the members of an AggregateError, at most a few deep. */
function* causes(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 4) return;
  yield error;
  if (error instanceof AggregateError) for (const member of error.errors) yield* causes(member, depth + 1);
  yield* causes(error.cause, depth + 1);
}
