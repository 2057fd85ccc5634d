import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { z } from 'zod';
import { HostBudgets } from '../fetch/index.js';
import type { Pipeline } from './description.js';
import { defaultStateFolder } from './folders.js';
import { nextStart } from './nextStart.js';
import { type RunOptions, runPipeline } from './runPipeline.js';
import type { RunReport } from './runReport.js';

/** What a schedule tells while it works. */
export type ScheduleEvent =
  | { type: 'waiting'; pipeline: string; until: string; missed: boolean }
  | { type: 'started'; pipeline: string }
  | { type: 'ended'; pipeline: string; report: RunReport }
  | { type: 'failed'; pipeline: string; error: unknown };

export interface ScheduleOptions {
  /** Aborted to stop: runs under way end at once and go on next time. */
  signal: AbortSignal;
  onEvent: (event: ScheduleEvent) => void;
  /** Pipelines that run at the same time; others wait. */
  atOnce?: number;
  /** The run of a pipeline; `runPipeline` by default. */
  run?: (pipeline: Pipeline, options: RunOptions) => Promise<RunReport>;
  stateFolder?: (name: string) => string;
  /** The time; the system's by default. */
  now?: () => Date;
}

const LONGEST_SLEEP_MS = 3_600_000;
const zLastStart = z.object({ last_start: z.iso.datetime() });

/**
 * Runs pipelines on their cron lines until the signal stops it. A pipeline never overlaps with itself; times missed while it ran or nobody was there are
 * caught up once. All share one budget per host. Throws RangeError where a pipeline has no `schedule`.
 */
export async function runSchedule(pipelines: readonly Pipeline[], options: ScheduleOptions): Promise<void> {
  const unscheduled = pipelines.filter(({ schedule }) => schedule === undefined);
  if (unscheduled.length > 0) throw new RangeError(`${unscheduled.map(({ name }) => name).join(', ')}: has no schedule`);
  const turns = new PQueue({ concurrency: options.atOnce ?? 2 });
  const budgets = new HostBudgets();
  await Promise.all(pipelines.map((pipeline) => runAgainAndAgain(pipeline, turns, budgets, options)));
}

/** One pipeline, until stopped. A run that fails is told, and the next one comes in its time. */
async function runAgainAndAgain(pipeline: Pipeline, turns: PQueue, budgets: HostBudgets, options: ScheduleOptions): Promise<void> {
  const { signal, onEvent, run = runPipeline, now = () => new Date() } = options;
  const { name, schedule } = pipeline;
  if (schedule === undefined) throw new RangeError(`${name} has no schedule`);
  const stateFolder = (options.stateFolder ?? defaultStateFolder)(name);
  while (!signal.aborted) {
    const { at, missed } = nextStart(name, schedule, await lastStart(stateFolder), now());
    onEvent({ type: 'waiting', pipeline: name, until: at.toISOString(), missed });
    if (!(await waitUntil(at, now, signal))) return;
    await turns.add(async () => {
      if (signal.aborted) return;
      await keepStart(stateFolder, now());
      onEvent({ type: 'started', pipeline: name });
      try {
        onEvent({ type: 'ended', pipeline: name, report: await run(pipeline, { stateFolder, signal, budgets }) });
      } catch (error) {
        if (!signal.aborted) onEvent({ type: 'failed', pipeline: name, error });
      }
    });
  }
}

/** Waits for a time; false where the signal came first. Long waits are cut, so that a clock that was set is noticed. */
async function waitUntil(at: Date, now: () => Date, signal: AbortSignal): Promise<boolean> {
  for (let left = at.getTime() - now().getTime(); left > 0 && !signal.aborted; left = at.getTime() - now().getTime())
    await sleep(Math.min(left, LONGEST_SLEEP_MS), undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

/** When the pipeline was last started by a schedule; null where it never was. */
async function lastStart(stateFolder: string): Promise<Date | null> {
  const text = await readFile(path.join(stateFolder, 'schedule.json'), 'utf8').catch(() => null);
  return text === null ? null : new Date(zLastStart.parse(JSON.parse(text)).last_start);
}

/** Keeps when the pipeline starts, before it does: a run that kills the machine is not started again and again. */
async function keepStart(stateFolder: string, at: Date): Promise<void> {
  await mkdir(stateFolder, { recursive: true });
  const file = path.join(stateFolder, 'schedule.json');
  await writeFile(`${file}.new`, JSON.stringify({ last_start: at.toISOString() }));
  await rename(`${file}.new`, file);
}
