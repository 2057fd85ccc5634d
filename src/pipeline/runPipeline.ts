import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { CATALOGUE_FILE, openArchive } from '../archive/index.js';
import { loadCodebook } from '../codebook/index.js';
import { createFetcher, fetcherSettings } from '../fetch/index.js';
import { createPool } from '../pool/index.js';
import { openQueue, type Queue } from '../queue/index.js';
import type { Pipeline } from './description.js';
import { groupOf, type Work } from './jobs.js';
import { PageBudget } from './pageBudget.js';
import type { ProgressEvent } from './progress.js';
import { hashOf, ResultKeys } from './resultKeys.js';
import { Runner, type RunnerSettings } from './runner.js';
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
  const workers = options.workers ?? availableParallelism();
  const archive = await openArchive(stateFolder);
  const settings = { leaseMs: LEASE_MS, maxFailures: MAX_FAILURES, seed: pipeline.name };
  const queue = await openQueue(path.join(stateFolder, CATALOGUE_FILE), settings);
  const pool = createPool({ module: workModule(), limits: { seconds: limits.seconds, memoryMb: limits.memory_mb }, workers });
  const fetcher = source.type === 'web' ? createFetcher(fetcherSettings(source)) : null;
  try {
    await archive.originals.sweep();
    const context = await beginRun({ pipeline, archive, pool, fetcher }, options);
    // The jobs of the run before are of no use any more: what they gave is in the archive.
    if (context.run > 1) await queue.purge(groupOf(context.run - 1));
    await new Runner(runnerSettings(queue, context, workers, options)).run(rootOf(pipeline));
    return await endRun(context, queue);
  } finally {
    await pool.close();
    await fetcher?.close();
    await queue.close();
    await archive.close();
  }
}

/** Opens the run and gathers what its stages may use. */
async function beginRun(
  rooms: Pick<StageContext, 'pipeline' | 'archive' | 'pool' | 'fetcher'>,
  options: RunOptions,
): Promise<StageContext> {
  const { file, ...description } = rooms.pipeline;
  const { source, limits } = description;
  const versions = stageVersions();
  const codebookVersion = loadCodebook().version;
  const { run, resumed } = await rooms.archive.runs.begin(hashOf(versions, codebookVersion, description));
  options.onProgress?.({ type: 'run', run, resumed });
  const pages = (await rooms.archive.pages.ofRun(run)).map((page) => page.url);
  const maxBytes = source.type === 'folder' ? source.max_bytes : source.limits.max_bytes;
  return {
    ...rooms,
    run,
    keys: new ResultKeys({ versions, codebookVersion, limits, maxBytes }),
    pageRequests: new SingleFlight(),
    pageBudget: new PageBudget(source.type === 'web' ? source.max_pages : 0, pages),
    captureTime: fixedCaptureTime(options.environment ?? process.env),
    outputFolder: options.outputFolder ?? defaultOutputFolder(description.name),
    signal: options.signal,
  };
}

function runnerSettings(queue: Queue, context: StageContext, workers: number, { onProgress, signal }: RunOptions): RunnerSettings {
  return {
    queue,
    group: groupOf(context.run),
    heartbeatMs: LEASE_MS / 4,
    maxFailures: MAX_FAILURES,
    networkConcurrency: NETWORK_CONCURRENCY,
    cpuConcurrency: workers,
    doWork: (work, lastAttempt) => doWork(work, lastAttempt, context),
    emit: (event) => onProgress?.(event),
    signal,
  };
}

/** The first job of every run. */
function rootOf({ source }: Pipeline): Work {
  return { work: source.type === 'folder' ? 'discover_folder' : 'discover_site' };
}

/** Keeps what a run came to. Throws where it could not publish; the next run then starts anew. */
async function endRun(context: StageContext, queue: Queue): Promise<RunReport> {
  const { archive, run } = context;
  const report = await runReport(context, queue, groupOf(run));
  const unpublished = report.dead.find((job) => job.stage === 'publish');
  if (unpublished !== undefined) {
    await archive.runs.abandonOpen();
    throw new Error(`run ${run} could not publish: ${unpublished.reason}`);
  }
  await archive.runs.finish(run, report);
  return report;
}
