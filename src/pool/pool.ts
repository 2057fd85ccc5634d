import { availableParallelism } from 'node:os';
import type { z } from 'zod';
import { Child } from './child.js';
import type { TaskLimits, TaskOutcome } from './protocol.js';

export interface PoolSettings {
  /** The module whose export `tasks` the children run (a file: URL). */
  module: URL;
  limits: TaskLimits;
  /** Children at once; by default one a core. */
  workers?: number;
  /** A child is replaced after so many tasks, or once it keeps more than half its memory, because heaps of WebAssembly never shrink. */
  recycleAfter?: number;
}

export interface TaskRequest<S extends z.ZodType> {
  task: string;
  input: unknown;
  /** What the value must be: it has crossed a process border. */
  output: S;
  limits?: Partial<TaskLimits>;
}

/** Runs CPU-bound tasks in child processes. */
export interface Pool {
  readonly workers: number;
  /** Runs a task when a child is free. What the task does wrong is an outcome; throws if the value does not fit `output` or the pool is closed. */
  run<S extends z.ZodType>(request: TaskRequest<S>): Promise<TaskOutcome<z.infer<S>>>;
  /** Ends all children. Tasks still running end as `worker_crashed`, waiting ones throw. */
  close(): Promise<void>;
}

const RECYCLE_AFTER = 200;
/** Memory that earlier tasks left counts against the limit of the next; a child that keeps more than this share of it after a task is replaced. */
const KEPT_SHARE = 0.5;

/** Makes a pool; children are started when there is work for them. */
export function createPool(settings: PoolSettings): Pool {
  return new ChildPool(settings);
}

class ChildPool implements Pool {
  readonly workers: number;
  readonly #idle: Child[] = [];
  readonly #all = new Set<Child>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #nextId = 0;
  #closed = false;

  constructor(private readonly settings: PoolSettings) {
    this.workers = settings.workers ?? availableParallelism();
  }

  async run<S extends z.ZodType>({ task, input, output, limits }: TaskRequest<S>): Promise<TaskOutcome<z.infer<S>>> {
    const once = () => this.#runOnce(task, input, { ...this.settings.limits, ...limits });
    const first = await once();
    // A child can be killed from outside; a task that kills its child does so twice.
    const outcome = first.type === 'failed' && first.code === 'worker_crashed' && !this.#closed ? await once() : first;
    return outcome.type === 'done' ? { type: 'done', value: output.parse(outcome.value) } : outcome;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#all].map((child) => child.stop()));
    this.#all.clear();
  }

  async #runOnce(task: string, input: unknown, limits: TaskLimits): Promise<TaskOutcome<unknown>> {
    const child = await this.#acquire();
    try {
      return await child.run({ id: this.#nextId++, task, input }, limits);
    } finally {
      await this.#release(child);
    }
  }

  /** A child for one task: waits while all are busy, first come first served. */
  async #acquire(): Promise<Child> {
    if (this.#busy >= this.workers) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
    if (this.#closed) throw new Error('the pool is closed');
    const idle = this.#idle.pop();
    if (idle !== undefined && !idle.exited) return idle;
    if (idle !== undefined) this.#all.delete(idle);
    const child = new Child(this.settings.module.href, this.settings.limits.memoryMb);
    this.#all.add(child);
    return child;
  }

  /** Whether a child is dead, has done enough tasks, or keeps too much memory for the next one. */
  async #isSpent(child: Child): Promise<boolean> {
    if (child.exited || child.tasks >= (this.settings.recycleAfter ?? RECYCLE_AFTER)) return true;
    const kept = await child.memoryMb();
    return kept !== null && kept > KEPT_SHARE * this.settings.limits.memoryMb;
  }

  /** Takes a child back, or ends it if it is dead or has done enough; its place goes to the longest waiting task. */
  async #release(child: Child): Promise<void> {
    if (await this.#isSpent(child)) {
      this.#all.delete(child);
      await child.stop();
    } else this.#idle.push(child);
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy -= 1;
    else next();
  }
}
