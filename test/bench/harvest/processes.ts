import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { residentMbOfTree } from '../memoryWatch.js';

const SAMPLE_MS = 100;
/** Clock ticks of /proc in a second: USER_HZ is 100 on every Linux that Node runs on. */
const TICKS = 100;

/** The fields of /proc/PID/stat behind the name of the program, which may hold blanks; the first is the state, field 3 of proc(5). */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const ticks = (fields: readonly string[], ...numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + Number(fields[number - 3]), 0) / TICKS;

/** CPU seconds (user and system) that a running process has used so far. */
export function cpuSecondsOf(pid: number): number {
  return ticks(statOf(pid), 14, 15);
}

/** CPU seconds of all children of this process that have ended, and of theirs. */
function cpuSecondsOfEndedChildren(): number {
  return ticks(statOf(process.pid), 16, 17);
}

/** What a command cost: its whole tree of processes. */
export interface CommandCost {
  seconds: number;
  cpuSeconds: number;
  /** Peak of the resident memory of all its processes together, MB. */
  peakMb: number;
}

/** A command that is measured while it runs. */
export interface MeasuredCommand {
  /** Resident memory now, MB; seconds since it started. */
  sample(): { seconds: number; residentMb: number };
  cost: Promise<CommandCost>;
}

/** Starts a command and measures it to its end. Its output is discarded, its errors are shown; `cost` rejects where it ends with an error. No other child may end meanwhile. */
export function measure(program: string, options: readonly string[], environment: NodeJS.ProcessEnv = process.env): MeasuredCommand {
  const cpuBefore = cpuSecondsOfEndedChildren();
  const started = performance.now();
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  const sample = () => ({
    seconds: (performance.now() - started) / 1000,
    residentMb: child.pid === undefined ? 0 : residentMbOfTree(child.pid),
  });
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, sample().residentMb);
  }, SAMPLE_MS);
  const ended = async (): Promise<CommandCost> => {
    try {
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error(`${program} ${options.join(' ')} ended with ${code}`);
      return { seconds: (performance.now() - started) / 1000, cpuSeconds: cpuSecondsOfEndedChildren() - cpuBefore, peakMb };
    } finally {
      clearInterval(timer);
    }
  };
  return { sample, cost: ended() };
}
