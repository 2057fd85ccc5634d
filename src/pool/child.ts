import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ChildMessage, type TaskFailureCode, type TaskLimits, type TaskMessage, type TaskOutcome, zChildMessage } from './protocol.js';
import { residentMemoryMb } from './residentMemory.js';

/** How often resident memory is looked at while a task runs. */
const MEMORY_POLL_MS = 100;
/** A child that has not loaded its module by then never will. */
const START_SECONDS = 60;
/** Of what a child writes to stderr, so much of the end is kept to explain a crash. */
const STDERR_TAIL = 4_000;
/** The JS heap may take this share of the memory limit: V8 then stops with a clear message before the system notices. */
const HEAP_SHARE = 0.75;

/** How TypeScript sources are run by a child when the pool itself runs from sources (tests, tsx). */
function loaderArguments(file: string): string[] {
  return file.endsWith('.ts') ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
}

/** A child process that works on one task at a time. It ends by `stop`, by a limit, or by itself. */
export class Child {
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  #stderr = '';
  #tasks = 0;
  #settle: ((message: ChildMessage | null) => void) | null = null;
  #killedFor: { code: TaskFailureCode; detail: string } | null = null;
  #exited = false;

  constructor(moduleUrl: string, memoryMb: number) {
    const program = path.join(path.dirname(fileURLToPath(import.meta.url)), `childProcess${path.extname(fileURLToPath(import.meta.url))}`);
    this.#process = fork(program, [moduleUrl], {
      serialization: 'advanced',
      execArgv: [...loaderArguments(program), `--max-old-space-size=${Math.floor(memoryMb * HEAP_SHARE)}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_TAIL);
    });
    // A child that dies while it is written to reports the same death as `exit`.
    this.#process.on('error', () => this.#process.kill('SIGKILL'));
    this.#process.on('message', (message) => this.#settle?.(zChildMessage.parse(message)));
    this.#process.on('close', () => {
      this.#exited = true;
      this.#settle?.(null);
    });
    this.#ready = this.#next(START_SECONDS, memoryMb).then((message) => {
      if (message?.type !== 'ready') this.#process.kill('SIGKILL');
    });
  }

  get exited(): boolean {
    return this.#exited;
  }

  /** Tasks finished so far. */
  get tasks(): number {
    return this.#tasks;
  }

  /** Its resident memory in MiB; null where the system does not tell. */
  async memoryMb(): Promise<number | null> {
    const { pid } = this.#process;
    return pid === undefined ? null : residentMemoryMb(pid);
  }

  /** Runs one task; never throws for what the task does. */
  async run(message: TaskMessage, { seconds, memoryMb }: TaskLimits): Promise<TaskOutcome<unknown>> {
    await this.#ready;
    if (this.#exited) return this.#failure();
    const answered = this.#next(seconds, memoryMb);
    this.#process.send(message, (error) => {
      // The channel is gone with the child: its `close` settles the task.
      if (error !== null) this.#process.kill('SIGKILL');
    });
    const answer = await answered;
    if (answer === null) return this.#failure();
    this.#tasks += 1;
    if (answer.type === 'done') return { type: 'done', value: answer.value };
    return { type: 'failed', code: 'internal_error', detail: answer.type === 'threw' ? answer.message : 'the child started twice' };
  }

  /** Ends the child, which is not working on a task. */
  async stop(): Promise<void> {
    if (this.#exited) return;
    const closed = new Promise((resolve) => this.#process.once('close', resolve));
    this.#process.kill('SIGKILL');
    await closed;
  }

  /** The next message; null when the child ends first, which a limit makes it do. */
  async #next(seconds: number, memoryMb: number): Promise<ChildMessage | null> {
    const time = setTimeout(() => this.#kill('time_limit', `more than ${seconds} s`), seconds * 1000);
    const memory = setInterval(() => void this.#watchMemory(memoryMb), MEMORY_POLL_MS);
    try {
      return await new Promise<ChildMessage | null>((resolve) => {
        this.#settle = resolve;
      });
    } finally {
      this.#settle = null;
      clearTimeout(time);
      clearInterval(memory);
    }
  }

  async #watchMemory(memoryMb: number): Promise<void> {
    const { pid } = this.#process;
    if (pid === undefined || this.#exited) return;
    const used = await residentMemoryMb(pid);
    if (used !== null && used > memoryMb && this.#settle !== null) this.#kill('memory_limit', `${Math.round(used)} MiB of ${memoryMb} MiB`);
  }

  #kill(code: TaskFailureCode, detail: string): void {
    this.#killedFor ??= { code, detail };
    this.#process.kill('SIGKILL');
  }

  /** Why the child ended: the limit it was killed for, V8's own heap limit, or something else. */
  #failure(): TaskOutcome<never> {
    if (this.#killedFor !== null) return { type: 'failed', ...this.#killedFor };
    if (/heap out of memory|Array buffer allocation failed|WebAssembly\.Memory/.test(this.#stderr)) {
      return { type: 'failed', code: 'memory_limit', detail: 'the JavaScript heap is full' };
    }
    const { exitCode, signalCode } = this.#process;
    const detail = `exit code ${exitCode}, signal ${signalCode}${this.#stderr === '' ? '' : `, ${this.#stderr.trim()}`}`;
    return { type: 'failed', code: 'worker_crashed', detail };
  }
}
