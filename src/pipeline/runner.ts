import type { Stage } from '../model/index.js';
import type { LeasedJob, NewJob, Queue } from '../queue/index.js';
import { newJob, nextPhase, type Work, zWork } from './jobs.js';
import { Lane } from './lane.js';
import type { ProgressEvent } from './progress.js';
import type { StageOutcome } from './stageContext.js';

export interface RunnerSettings {
  queue: Queue;
  group: string;
  /** Leases are renewed so often. */
  heartbeatMs: number;
  /** Failures after which a job is a dead letter (as the queue has it). */
  maxFailures: number;
  networkConcurrency: number;
  cpuConcurrency: number;
  /** Stages that are worked on; jobs of others are left out. */
  stages: readonly Stage[];
  /** Does one piece of work; `lastAttempt` says that it will not be tried again. */
  doWork(work: Work, lastAttempt: boolean): Promise<StageOutcome>;
  emit(event: ProgressEvent): void;
  signal?: AbortSignal | undefined;
}

/** How long the runner sleeps at most before it looks for due jobs again. */
const MAX_SLEEP_MS = 1_000;
const REPORT_MS = 500;
/** Counting jobs takes longer the more there are: it may take this share of the time. */
const COUNTING_SHARE = 0.02;

/** Takes jobs of one run from the queue until none is open. It alone touches the queue; stages only say what follows. */
export class Runner {
  readonly #lanes: readonly Lane[];
  readonly #inFlight = new Map<number, LeasedJob>();
  /** Jobs leased by this runner whose outcome the queue has not been told. */
  #unsettled = 0;
  /** Whether a job was settled since the lanes were last filled. */
  #settled = false;
  #wake: () => void = () => undefined;
  #fault: { error: unknown } | null = null;
  #reportAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly settings: RunnerSettings) {
    // Work that waits for others and work that needs a core are leased apart, so that neither holds up the other.
    this.#lanes = [
      new Lane(['discover', 'fetch'], settings.networkConcurrency),
      new Lane(['extract', 'interpret', 'check', 'publish'], settings.cpuConcurrency),
    ];
  }

  /** Works until the run has no open job. Throws where the queue fails, or the signal aborts; what was in flight is then leased again by the next run. */
  async run(root: Work): Promise<void> {
    const { queue, group, signal, heartbeatMs } = this.settings;
    await queue.releaseAll(group);
    await queue.enqueue(group, [newJob(root)]);
    const wake = () => this.#awake();
    signal?.addEventListener('abort', wake);
    const heartbeat = setInterval(() => void this.#heartbeat(), heartbeatMs);
    try {
      for (;;) {
        signal?.throwIfAborted();
        if (this.#fault !== null) throw this.#fault.error;
        this.#settled = false;
        await this.#fill();
        await this.#report();
        const due = this.#inFlight.size > 0 ? MAX_SLEEP_MS : await queue.nextDue(group);
        if (due === null) return;
        await this.#sleep(Math.min(due, MAX_SLEEP_MS));
        if (this.#inFlight.size === 0) for (const lane of this.#lanes) lane.expect();
      }
    } finally {
      clearInterval(heartbeat);
      signal?.removeEventListener('abort', wake);
      for (const lane of this.#lanes) lane.clear();
      this.#reportAt = Number.NEGATIVE_INFINITY;
      await this.#report();
    }
  }

  /** Renews what is in flight and takes back what other workers let go. */
  async #heartbeat(): Promise<void> {
    try {
      await this.settings.queue.heartbeat([...this.#inFlight.values()]);
      await this.settings.queue.releaseExpired(this.settings.group);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Remembers the first fault of the queue itself, which ends the run. */
  #fail(error: unknown): void {
    this.#fault ??= { error };
    this.#awake();
  }

  /** Waits until a job is settled, or for so long. */
  async #sleep(ms: number): Promise<void> {
    if (this.#settled) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #awake(): void {
    this.#settled = true;
    this.#wake();
  }

  /** Tells the counts of jobs, if it is time: counting is not free. */
  async #report(): Promise<void> {
    const now = performance.now();
    if (now < this.#reportAt) return;
    this.settings.emit({ type: 'counts', counts: await this.settings.queue.counts(this.settings.group) });
    this.#reportAt = now + Math.max(REPORT_MS, (performance.now() - now) / COUNTING_SHARE);
  }

  /** Leases ahead where a lane runs out, and begins as many jobs as the lanes have room for. */
  async #fill(): Promise<void> {
    const { queue, group } = this.settings;
    for (const lane of this.#lanes) {
      const request = lane.request();
      if (request !== undefined) {
        const jobs = await queue.lease({ group, owner: String(process.pid), ...request });
        for (const job of jobs) this.#inFlight.set(job.id, job);
        this.#unsettled += jobs.length;
        lane.take(jobs, request.count);
      }
      for (let job = lane.begin(); job !== undefined; job = lane.begin()) void this.#work(job, lane);
    }
  }

  /** Does one job and settles it; a fault of the queue ends the run. */
  async #work(job: LeasedJob, lane: Lane): Promise<void> {
    try {
      const work = zWork.parse(job.payload);
      const outcome = await this.#attempt(work, job);
      if (!this.settings.signal?.aborted) await this.#settle(job, outcome, nextPhase(work));
    } catch (error) {
      this.#fail(error);
    } finally {
      lane.end();
      this.#inFlight.delete(job.id);
      this.#awake();
    }
  }

  /** Tells the queue what came of a job. */
  async #settle(job: LeasedJob, outcome: StageOutcome, next: NewJob[]): Promise<void> {
    const { queue, emit } = this.settings;
    this.#unsettled -= 1;
    // While others are open the group cannot be drained: the queue need not look.
    const last = this.#unsettled > 0 ? [] : this.#wanted(next);
    const event = { type: 'job', stage: job.stage, key: job.key } as const;
    if (outcome.type === 'done') {
      const children = this.#wanted(outcome.children);
      await queue.complete(job, { result: outcome.result, children, last });
      const stages = children.map(({ stage }) => stage);
      for (const lane of this.#lanes) lane.expect(stages);
      emit({ ...event, outcome: 'done' });
      return;
    }
    const { reason, waitMs, counted } = outcome;
    const state = await queue.fail(job, { reason, retry: true, waitMs, counted, last });
    emit({ ...event, outcome: state === 'dead' ? 'dead' : 'again', reason });
  }

  /** The jobs of stages that are worked on. */
  #wanted(jobs: readonly NewJob[]): NewJob[] {
    return jobs.filter((job) => this.settings.stages.includes(job.stage));
  }

  /** The outcome of a job's work. An exception is an infrastructure fault or ours: the job is tried again, then a dead letter. */
  async #attempt(work: Work, job: LeasedJob): Promise<StageOutcome> {
    try {
      return await this.settings.doWork(work, job.failures + 1 >= this.settings.maxFailures);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { type: 'again', reason, waitMs: 0, counted: true };
    }
  }
}
