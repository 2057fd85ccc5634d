import type { Dispatcher } from 'undici';
import { FetchProblem } from './outcome.js';

/** Of an answer whose body is not wanted, so much is read and dropped, that its connection can be used again. */
const MOST_DROPPED = 65_536;

/** One GET as it is sent. */
export interface ExchangeRequest {
  url: URL;
  headers: Record<string, string>;
  /** Longer bodies are not read. */
  maxBytes: number;
  /** For the whole answer. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** What came back: `body` as it was sent, which may be compressed; null where the status is none of success. */
export interface Exchanged {
  status: number;
  headers: Record<string, string>;
  cookies: readonly string[];
  body: Buffer | null;
}

/** Sends one GET and reads the answer within its bounds. Rejects with FetchProblem (`body_too_large`, `timeout`), the signal's reason, or what the network throws. */
export function exchange(dispatcher: Dispatcher, request: ExchangeRequest): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const reader = new AnswerReader(request, resolve, reject);
    if (reader.settled) return;
    const { url } = request;
    dispatcher.dispatch({ origin: url.origin, path: `${url.pathname}${url.search}`, method: 'GET', headers: request.headers }, reader);
  });
}

/** The failure for a body over the limit. */
export function tooLarge(maxBytes: number): FetchProblem {
  return new FetchProblem(
    'body_too_large',
    `the body is larger than ${maxBytes} bytes; raise limits.max_bytes of the source if it is meant`,
    { retryable: false },
  );
}

/** Collects one answer. It listens to the dispatcher itself: a stream an answer costs more than the answer. */
class AnswerReader implements Dispatcher.DispatchHandler {
  settled = false;
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: Record<string, string> = {};
  #cookies: readonly string[] = [];
  readonly #chunks: Buffer[] = [];
  #size = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly request: ExchangeRequest,
    private readonly resolve: (answer: Exchanged) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    const late = () => this.#stop(new FetchProblem('timeout', 'the whole answer took too long', { retryable: true }));
    this.#timer = setTimeout(late, request.timeoutMs);
    if (request.signal?.aborted) this.#aborted();
    else request.signal?.addEventListener('abort', this.#aborted);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.settled) controller.abort(new Error('the request was stopped before it was sent'));
    this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void {
    // Informational answers come before the one that counts.
    if (status < 200) return;
    const cookies = headers['set-cookie'];
    this.#status = status;
    this.#headers = flatHeaders(headers);
    this.#cookies = cookies === undefined ? [] : Array.isArray(cookies) ? cookies : [cookies];
    if (this.#wanted && Number(this.#headers['content-length'] ?? 0) > this.request.maxBytes) this.#stop(tooLarge(this.request.maxBytes));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.settled) return;
    this.#size += chunk.length;
    if (!this.#wanted) {
      if (this.#size > MOST_DROPPED) this.#finish();
    } else if (this.#size > this.request.maxBytes) this.#stop(tooLarge(this.request.maxBytes));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#finish();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (this.#settle()) this.reject(error);
  }

  /** Whether the body is read: that of an answer of success. */
  get #wanted(): boolean {
    return this.#status >= 200 && this.#status < 300;
  }

  readonly #aborted = (): void => this.#stop(this.request.signal?.reason);

  /** The answer is all that is wanted of it; what still comes is not read. */
  #finish(): void {
    if (!this.#settle()) return;
    const body = this.#wanted ? Buffer.concat(this.#chunks, this.#size) : null;
    this.resolve({ status: this.#status, headers: this.#headers, cookies: this.#cookies, body });
    if (!this.#wanted && this.#size > MOST_DROPPED) this.#controller?.abort(new Error('the rest of the body is not wanted'));
  }

  /** Ends the exchange before its time. */
  #stop(reason: unknown): void {
    if (!this.#settle()) return;
    this.reject(reason);
    this.#controller?.abort(reason instanceof Error ? reason : new Error(String(reason)));
  }

  /** Whether this is what settles the exchange: nothing does so twice. */
  #settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    clearTimeout(this.#timer);
    this.request.signal?.removeEventListener('abort', this.#aborted);
    return true;
  }
}

/** Headers with one text each; repeated ones are joined as HTTP allows. Cookies are not among them. */
function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && name !== 'set-cookie') flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}
