import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type ChildMessage, type TaskTable, zTaskMessage, zTaskModule } from './protocol.js';

/**
 * V8 compiles a function anew after three times as much work in it as by default. It does so in threads beside the one that works, and where children fill all
 * cores those take time from other children: over 1,600 pages of PDF it compiled half as often, which saved 4 % of processor time. A V8 without the flag says so on stderr and goes on.
 */
const V8_FLAGS = '--interrupt-budget=400000';

/** Ends the process when its parent has gone. A task that never returns keeps this process from noticing by itself; a thread of its own notices. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => process.ppid !== workerData && process.kill(process.pid, 'SIGKILL'), 1000);
`;

/** The program of a child: loads the task module named on its command line, then works on one task after the other. */
async function main(): Promise<void> {
  const moduleUrl = process.argv[2];
  if (moduleUrl === undefined || process.send === undefined) throw new Error('this program is started by the pool only');
  setFlagsFromString(V8_FLAGS);
  const { tasks } = zTaskModule.parse(await import(moduleUrl));
  process.on('message', (message) => void answer(tasks, message));
  // A signal to the whole process group is for the parent to answer.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  // A killed parent must not leave children behind, neither idle ones nor one that is busy for ever.
  process.on('disconnect', () => process.exit());
  new Worker(WATCH, { eval: true, workerData: process.ppid, execArgv: [] }).unref();
  send({ type: 'ready' });
}

/** Runs one task and sends what came of it. An exception is a fault of ours, so its stack is told. */
async function answer(tasks: TaskTable, message: unknown): Promise<void> {
  const { id, task, input } = zTaskMessage.parse(message);
  try {
    const work = tasks[task];
    if (work === undefined) throw new Error(`no task is called ${task}`);
    send({ type: 'done', id, value: await work(input) });
  } catch (error) {
    send({ type: 'threw', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function send(message: ChildMessage): void {
  process.send?.(message);
}

await main();
