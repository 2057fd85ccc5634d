import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { FetchProblem } from './outcome.js';

/** A pause longer than this is answered at once (retryable) instead of holding a worker. */
const LONGEST_WAIT_MS = 10_000;
const FAILURES_TO_OPEN = 5;
const OPEN_FOR_MS = 30_000;
const OPEN_AT_MOST_MS = 15 * 60_000;
/** After so many pauses of the circuit breaker without one answer in between, a host is left alone for an hour: a run ends instead of waiting. */
const GIVE_UP_AFTER = 3;
const GIVE_UP_FOR_MS = 3600_000;
/** A host that asks for a longer pause is asked again in another run. */
const LONGEST_PAUSE_MS = 3600_000;

/** Timers are too coarse for shorter intervals (more than 500 requests a second: a host of one's own): there a late start is made up for, by so much at most. */
const SHORT_INTERVAL_MS = 2;
const LATEST_TIMER_MS = 5;

export interface RateSettings {
  requestsPerSecond: number;
  concurrency: number;
}

/** What one host may be asked: requests in flight, time between starts, pauses the server asked for, and a circuit breaker. */
export class HostBudget {
  readonly #queue: PQueue;
  #intervalMs: number;
  #nextStart = 0;
  #lastTurn: Promise<void> = Promise.resolve();
  #pausedUntil = 0;
  #failures = 0;
  #opened = 0;
  #givenUpUntil = 0;

  constructor(
    readonly host: string,
    rate: RateSettings,
  ) {
    this.#queue = new PQueue({ concurrency: rate.concurrency });
    this.#intervalMs = 1000 / rate.requestsPerSecond;
  }

  /** Slows down to at most one start in `seconds`; never speeds up. */
  slowTo(seconds: number): void {
    this.#intervalMs = Math.max(this.#intervalMs, seconds * 1000);
  }

  /** No request starts for `seconds` from now. */
  pause(seconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + seconds * 1000);
  }

  /** Runs one request when the host may be asked. Throws FetchProblem where that is not soon (`host_paused`, `circuit_open`) or not in this run (`host_given_up`): nothing is sent. */
  async run<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    this.#refuseLongPause();
    return this.#queue.add(async () => {
      await this.#turn(signal);
      return request();
    });
  }

  /** Waits until the next request may start: one waits for its time, the others for it, so that a pause that is asked for meanwhile holds for all. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const before = this.#lastTurn;
    let pass = (): void => undefined;
    this.#lastTurn = new Promise((resolve) => {
      pass = resolve;
    });
    await before;
    try {
      for (;;) {
        this.#refuseLongPause();
        const wait = Math.max(this.#nextStart, this.#pausedUntil) - Date.now();
        if (wait <= 0) break;
        await sleep(wait, undefined, signal ? { signal } : {});
      }
      // Counted from when it really starts: a process that was busy does not make up for what it has missed.
      const allowance = this.#intervalMs < SHORT_INTERVAL_MS ? LATEST_TIMER_MS : 0;
      this.#nextStart = Math.max(this.#nextStart, Date.now() - allowance) + this.#intervalMs;
    } finally {
      pass();
    }
  }

  /** The host answered as a working server does. */
  succeeded(): void {
    this.#failures = 0;
    this.#opened = 0;
  }

  /** The host did not answer, or answered that it is in trouble: after some in a row nothing is sent for a while, then one request tries. */
  failed(): void {
    this.#failures += 1;
    if (this.#failures < FAILURES_TO_OPEN) return;
    if (this.#opened >= GIVE_UP_AFTER) {
      this.#giveUp();
      return;
    }
    this.pause(Math.min(OPEN_FOR_MS * 2 ** this.#opened, OPEN_AT_MOST_MS) / 1000);
    this.#opened += 1;
    this.#failures = FAILURES_TO_OPEN - 1;
  }

  /** Leaves the host alone; after that it begins with a clean slate. */
  #giveUp(): void {
    this.#givenUpUntil = Date.now() + GIVE_UP_FOR_MS;
    this.#opened = 0;
    this.#failures = 0;
  }

  #refuseLongPause(): void {
    const wait = this.#pausedUntil - Date.now();
    const givenUp = Date.now() < this.#givenUpUntil;
    if (givenUp || wait > LONGEST_PAUSE_MS) {
      const why = givenUp ? `has not answered for ${GIVE_UP_AFTER} pauses` : `asked for a pause of ${Math.ceil(wait / 1000)} s`;
      throw new FetchProblem('host_given_up', `${this.host} ${why}; it is left alone in this run`, { retryable: false, sent: false });
    }
    if (wait <= LONGEST_WAIT_MS) return;
    const seconds = Math.ceil(wait / 1000);
    const [code, why] = this.#opened > 0 ? ['circuit_open', 'failed several times in a row'] : ['host_paused', 'asked for a pause'];
    throw new FetchProblem(code, `${this.host} ${why}; nothing is sent for ${seconds} s`, {
      retryable: true,
      retryAfterSeconds: seconds,
      sent: false,
    });
  }
}

/** The budgets of all hosts a process talks to. Share one between fetchers so that two sources on a host do not add up. */
export class HostBudgets {
  readonly #hosts = new Map<string, HostBudget>();

  /** The budget of a host (`name:port`); the first to ask sets its rate, a slower one later slows it. */
  of(host: string, rate: RateSettings): HostBudget {
    const known = this.#hosts.get(host);
    if (known) {
      known.slowTo(1 / rate.requestsPerSecond);
      return known;
    }
    const budget = new HostBudget(host, rate);
    this.#hosts.set(host, budget);
    return budget;
  }
}
