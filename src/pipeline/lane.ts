import type { Stage } from '../model/index.js';
import type { LeasedJob, LeaseRequest } from '../queue/index.js';

/** Jobs are leased for so many times the concurrency of a lane: asking the queue costs much the same for one job and for many. */
const LEASED_AHEAD = 3;
/** A job that is to be tried again comes due by the clock alone: the queue is asked so often even where nothing else says that it has more. */
const ASK_AGAIN_MS = 100;

/** Jobs of some stages that are done side by side, and the few leased ahead of their turn. */
export class Lane {
  readonly #waiting: LeasedJob[] = [];
  #working = 0;
  /** Whether the queue may have more than the lane last got. */
  #more = true;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly stages: readonly Stage[],
    private readonly concurrency: number,
  ) {}

  /** What to ask the queue for now; undefined where the lane has enough, or knows that there is nothing. */
  request(): Pick<LeaseRequest, 'stages' | 'count'> | undefined {
    if (this.#waiting.length >= this.concurrency) return undefined;
    const now = performance.now();
    if (!this.#more && now < this.#askedAt + ASK_AGAIN_MS) return undefined;
    this.#more = false;
    this.#askedAt = now;
    return { stages: this.stages, count: this.concurrency * LEASED_AHEAD - this.#waiting.length };
  }

  /** Takes what the queue gave; as many jobs as were asked for mean that there may be more. */
  take(jobs: readonly LeasedJob[], asked: number): void {
    if (jobs.length === asked) this.#more = true;
    this.#waiting.push(...jobs);
  }

  /** New jobs are in the queue, or time has passed. */
  expect(stages?: readonly Stage[]): void {
    if (stages === undefined || stages.some((stage) => this.stages.includes(stage))) this.#more = true;
  }

  /** Begins the next job, if there is one and room for it. */
  begin(): LeasedJob | undefined {
    const job = this.#working < this.concurrency ? this.#waiting.shift() : undefined;
    if (job !== undefined) this.#working += 1;
    return job;
  }

  /** A job that was begun is settled. */
  end(): void {
    this.#working -= 1;
  }

  /** Lets go what has not begun. */
  clear(): void {
    this.#waiting.length = 0;
  }
}
