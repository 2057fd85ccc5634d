import { existsSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE_FILE, openArchive } from '../archive/index.js';
import { openQueue, type StageCount, type StageRate } from '../queue/index.js';
import { groupOf } from './jobs.js';
import { type RunReport, zRunReport } from './runReport.js';

/** Where a pipeline's latest run stands. */
export interface PipelineStatus {
  run: number;
  state: 'running' | 'done' | 'abandoned';
  /** Jobs of the run by stage and state. */
  jobs: StageCount[];
  /** Jobs settled per second lately, by stage. */
  rates: StageRate[];
  /** Seconds until the jobs known now are done, at those rates; null where a stage with open jobs has no rate. More jobs may follow. */
  seconds_left: number | null;
  /** URLs that did not come so far in this run, by stage and why, most frequent first. */
  failing: { stage: string; reason: string; count: number }[];
  /** Jobs given up on, grouped by stage and the first line of the reason, most frequent first. */
  dead: { stage: string; reason: string; count: number }[];
  /** What the run came to; null while it is not done. */
  report: RunReport | null;
}

const RATE_WINDOW_MS = 120_000;

/** How long the open jobs of every stage take at its rate; the slowest stage counts. Null where a stage has no rate. */
function secondsLeft(jobs: readonly StageCount[], rates: readonly StageRate[]): number | null {
  let longest = 0;
  for (const { stage } of jobs) {
    const open = jobs.filter((one) => one.stage === stage && (one.state === 'queued' || one.state === 'leased'));
    const count = open.reduce((sum, one) => sum + one.count, 0);
    const rate = rates.find((one) => one.stage === stage)?.perSecond;
    if (count > 0 && rate === undefined) return null;
    if (rate !== undefined) longest = Math.max(longest, count / rate);
  }
  return Math.round(longest);
}

/** The status of the pipeline with this state folder; null where it has never run. Can be asked while a run is under way. */
export async function pipelineStatus(stateFolder: string): Promise<PipelineStatus | null> {
  const file = path.join(stateFolder, CATALOGUE_FILE);
  if (!existsSync(file)) return null;
  const archive = await openArchive(stateFolder);
  const queue = await openQueue(file);
  try {
    const latest = await archive.runs.latest();
    if (latest === undefined) return null;
    const { run, state, report } = latest;
    const dead = new Map<string, PipelineStatus['dead'][number]>();
    for (const { stage, reason } of await queue.dead(groupOf(run))) {
      const line = reason.split('\n', 1)[0] ?? '';
      const key = `${stage} ${line}`;
      dead.set(key, { stage, reason: line, count: (dead.get(key)?.count ?? 0) + 1 });
    }
    const jobs = await queue.counts(groupOf(run));
    const rates = await queue.rates(groupOf(run), RATE_WINDOW_MS);
    const failing = [
      ...(await archive.pages.failures(run)).map(({ status, count }) => ({ stage: 'discover', reason: status, count })),
      ...(await archive.captures.failures(run)).map(({ status, count }) => ({ stage: 'fetch', reason: status, count })),
    ];
    return {
      run,
      state,
      jobs,
      rates,
      seconds_left: state === 'running' ? secondsLeft(jobs, rates) : null,
      failing,
      dead: [...dead.values()].sort((a, b) => b.count - a.count),
      report: report === null ? null : zRunReport.parse(report),
    };
  } finally {
    await queue.close();
    await archive.close();
  }
}
