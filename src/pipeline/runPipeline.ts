import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { CATALOGUE_FILE, openArchive } from '../archive/index.js';
import { loadCodebook } from '../codebook/index.js';
import { createFetcher, fetcherSettings } from '../fetch/index.js';
import { createPool } from '../pool/index.js';
import { openQueue } from '../queue/index.js';
import type { Pipeline } from './description.js';
import { groupOf, type Work } from './jobs.js';
import type { ProgressEvent } from './progress.js';
import { hashOf, ResultKeys } from './resultKeys.js';
import { Runner } from './runner.js';
import { type RunReport, runReport } from './runReport.js';
import { SingleFlight } from './singleFlight.js';
import { fixedCaptureTime } from './sourceDateEpoch.js';
import type { StageContext } from './stageContext.js';
import { doWork } from './stages/index.js';
import { stageVersions } from './stageVersions.js';
import { lockState } from './stateLock.js';
import { workModule } from './tasks.js';

export interface RunOptions {
  /** Where originals, catalogue and queue live; `.fiscus/NAME` below the working folder by default. */
  stateFolder?: string;
  /** What is published replaces this folder; `output/NAME` below the working folder by default. */
  outputFolder?: string;
  /** Child processes for CPU-bound work; one a core by default. */
  workers?: number;
  /** Environment for SOURCE_DATE_EPOCH; the process's own by default. */
  environment?: NodeJS.ProcessEnv;
  /** Ends the run early: it throws the signal's reason, and the next run goes on where this one stopped. */
  signal?: AbortSignal;
  onProgress?: (event: ProgressEvent) => void;
}

const LEASE_MS = 60_000;
const MAX_FAILURES = 4;
const NETWORK_CONCURRENCY = 16;

/** The folder with the state of a pipeline. */
export function defaultStateFolder(name: string): string {
  return path.resolve('.fiscus', name);
}

/** The folder a pipeline publishes to. */
export function defaultOutputFolder(name: string): string {
  return path.resolve('output', name);
}

/**
 * Runs a pipeline to its end, or goes on with the run that a killed process left. What documents do wrong is in the report and the published
 * diagnostics. Throws StateLocked where the state is in use, and what keeps a run from working or publishing (disk, memory, a fault of ours).
 */
export async function runPipeline(pipeline: Pipeline, options: RunOptions = {}): Promise<RunReport> {
  const stateFolder = options.stateFolder ?? defaultStateFolder(pipeline.name);
  await mkdir(stateFolder, { recursive: true });
  const unlock = lockState(stateFolder);
  try {
    return await runLocked(pipeline, stateFolder, options);
  } finally {
    unlock();
  }
}

/** A run in a state folder that belongs to this process. */
async function runLocked(pipeline: Pipeline, stateFolder: string, options: RunOptions): Promise<RunReport> {
  const { source, limits } = pipeline;
  const versions = stageVersions();
  const codebookVersion = loadCodebook().version;
  const archive = await openArchive(stateFolder);
  const queue = await openQueue(path.join(stateFolder, CATALOGUE_FILE), {
    leaseMs: LEASE_MS,
    maxFailures: MAX_FAILURES,
    seed: pipeline.name,
  });
  const memoryMb = limits.memory_mb;
  const workers = options.workers ?? availableParallelism();
  const pool = createPool({ module: workModule(), limits: { seconds: limits.seconds, memoryMb }, workers });
  const fetcher = source.type === 'web' ? createFetcher(fetcherSettings(source)) : null;
  try {
    const { file, ...description } = pipeline;
    const { run, resumed, replaced } = await archive.runs.begin(hashOf(versions, codebookVersion, description));
    if (replaced !== null) await queue.purge(groupOf(replaced));
    options.onProgress?.({ type: 'run', run, resumed });
    const context: StageContext = {
      pipeline,
      run,
      archive,
      keys: new ResultKeys({
        versions,
        codebookVersion,
        limits,
        maxBytes: source.type === 'folder' ? source.max_bytes : source.limits.max_bytes,
      }),
      pool,
      fetcher,
      pageRequests: new SingleFlight(),
      captureTime: fixedCaptureTime(options.environment ?? process.env),
      outputFolder: options.outputFolder ?? defaultOutputFolder(pipeline.name),
    };
    const settings = {
      queue,
      group: groupOf(run),
      heartbeatMs: LEASE_MS / 4,
      maxFailures: MAX_FAILURES,
      networkConcurrency: NETWORK_CONCURRENCY,
      cpuConcurrency: workers,
      doWork,
      emit: (event: ProgressEvent) => options.onProgress?.(event),
      signal: options.signal,
    };
    const root: Work = { work: source.type === 'folder' ? 'discover_folder' : 'discover_site' };
    await new Runner(settings, context).run(root);
    const report = await runReport(context, queue, groupOf(run));
    const unpublished = report.dead.find((job) => job.stage === 'publish');
    if (unpublished !== undefined) {
      await archive.runs.abandonOpen();
      throw new Error(`run ${run} could not publish: ${unpublished.reason}`);
    }
    await archive.runs.finish(run, report);
    return report;
  } finally {
    await pool.close();
    await fetcher?.close();
    await queue.close();
    await archive.close();
  }
}
