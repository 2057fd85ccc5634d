import { existsSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE_FILE, openArchive } from '../archive/index.js';
import { openQueue, type StageCount } from '../queue/index.js';
import { groupOf } from './jobs.js';
import { type RunReport, zRunReport } from './runReport.js';

/** Where a pipeline's latest run stands. */
export interface PipelineStatus {
  run: number;
  state: 'running' | 'done' | 'abandoned';
  /** Jobs of the run by stage and state. */
  jobs: StageCount[];
  /** Jobs given up on, grouped by stage and the first line of the reason, most frequent first. */
  dead: { stage: string; reason: string; count: number }[];
  /** What the run came to; null while it is not done. */
  report: RunReport | null;
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
    return {
      run,
      state,
      jobs: await queue.counts(groupOf(run)),
      dead: [...dead.values()].sort((a, b) => b.count - a.count),
      report: report === null ? null : zRunReport.parse(report),
    };
  } finally {
    await queue.close();
    await archive.close();
  }
}
