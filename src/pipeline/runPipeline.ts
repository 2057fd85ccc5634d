import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Archive, CATALOGUE_FILE, openArchive } from '../archive/index.js';
import { codebookVersion } from '../codebook/index.js';
import { createFetcher, fetcherSettings, type HostBudgets } from '../fetch/index.js';
import { zStage } from '../model/index.js';
import { createPool } from '../pool/index.js';
import { openQueue, type Queue } from '../queue/index.js';
import { openDatabase } from '../storage/index.js';
import { readCorrections } from './corrections.js';
import type { Pipeline } from './description.js';
import { defaultOutputFolder, defaultStateFolder } from './folders.js';
import { groupOf, type Work } from './jobs.js';
import { maxBytesOf } from './maxBytes.js';
import { NothingArchived } from './nothingArchived.js';
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
  /** Publishes a version that fails its assertions all the same, and says so in it; otherwise it is kept aside. */
  force?: boolean;
  /** What hosts may be asked, shared with other runs of this process; a budget of its own by default. */
  budgets?: HostBudgets;
  /** Brings what is new into the archive and ends there: nothing is read or published. The next run reads it. */
  fetchOnly?: boolean;
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

/**
 * Runs a pipeline to its end, or goes on with the run that a killed process left. What documents do wrong is in the report and the published
 * diagnostics. Throws StateLocked where the state is in use, and what keeps a run from working or publishing (disk, memory, a fault of ours).
 */
export async function runPipeline(pipeline: Pipeline, options: RunOptions = {}): Promise<RunReport> {
  const stateFolder = options.stateFolder ?? defaultStateFolder(pipeline.name);
  await mkdir(stateFolder, { recursive: true });
  return work(pipeline, stateFolder, options, 'run');
}

/**
 * Publishes what the last run found, without asking the source: documents whose reading is of an older release are read again from their originals, and the
 * same archive gives the same bytes on any machine. Throws NothingArchived where no run is finished, and as `runPipeline`.
 */
export async function publishPipeline(pipeline: Pipeline, options: RunOptions = {}): Promise<RunReport> {
  const stateFolder = options.stateFolder ?? defaultStateFolder(pipeline.name);
  if (!existsSync(path.join(stateFolder, CATALOGUE_FILE))) throw new NothingArchived(stateFolder);
  return work(pipeline, stateFolder, options, 'publish');
}

/** Writes the files of a published version into a new folder. Throws RangeError where the archive does not have it or the folder holds something. */
export async function restoreRelease(stateFolder: string, version: string, folder: string): Promise<void> {
  if (!existsSync(path.join(stateFolder, CATALOGUE_FILE))) throw new RangeError(`version ${version} is not in the archive`);
  const archive = await openArchive(stateFolder);
  try {
    await archive.releases.restore(version, folder);
  } finally {
    await archive.close();
  }
}

/** What is to be done: a run from the source to the dataset, or only what comes after the source. */
type Extent = 'run' | 'publish';

/** Works in a state folder that no other process may use meanwhile. */
async function work(pipeline: Pipeline, stateFolder: string, options: RunOptions, extent: Extent): Promise<RunReport> {
  const unlock = lockState(stateFolder);
  try {
    return await workLocked(pipeline, stateFolder, options, extent);
  } finally {
    unlock();
  }
}

/** The work in a state folder that belongs to this process. */
async function workLocked(pipeline: Pipeline, stateFolder: string, options: RunOptions, extent: Extent): Promise<RunReport> {
  const { source, limits } = pipeline;
  // Every request under way listens to it.
  if (options.signal !== undefined) setMaxListeners(0, options.signal);
  const workers = options.workers ?? availableParallelism();
  // One database for catalogue and queue: what a job found is committed with the job, and jobs that end together share a commit.
  const database = openDatabase(path.join(stateFolder, CATALOGUE_FILE), { grouped: true });
  const archive = await openArchive(stateFolder, database);
  const settings = { leaseMs: LEASE_MS, maxFailures: MAX_FAILURES, seed: pipeline.name };
  const queue = await openQueue(database, settings);
  const pool = createPool({ module: workModule(), limits: { seconds: limits.seconds, memoryMb: limits.memory_mb }, workers });
  const fetcher = source.type === 'web' && extent === 'run' ? createFetcher(fetcherSettings(source), options.budgets) : null;
  try {
    await archive.originals.sweep();
    const context = await beginWork({ pipeline, archive, pool, fetcher }, options, extent);
    if (extent === 'publish') {
      const group = `${groupOf(context.run)}-publish`;
      await queue.purge(group);
      await new Runner(runnerSettings(queue, context, group, workers, options)).run({ work: 'plan_documents' });
      return await published(context, queue, group);
    }
    // The jobs of the run before are of no use any more: what they gave is in the archive.
    if (context.run > 1) await queue.purge(groupOf(context.run - 1));
    await new Runner(runnerSettings(queue, context, groupOf(context.run), workers, options)).run(rootOf(pipeline));
    const report = await endRun(context, queue);
    await tell(report, pipeline, stateFolder, options);
    return report;
  } finally {
    await pool.close();
    await fetcher?.close();
    await queue.close();
    await archive.close();
    await database.close();
  }
}

/** Opens the run, or the finished one to publish from, and gathers what its stages may use. */
async function beginWork(
  rooms: Pick<StageContext, 'pipeline' | 'archive' | 'pool' | 'fetcher'>,
  options: RunOptions,
  extent: Extent,
): Promise<StageContext> {
  // When a pipeline runs, whom it tells and what is drawn of it changes nothing in what a run finds.
  const { file, schedule, alarms, report, ...description } = rooms.pipeline;
  const { source, limits } = description;
  const versions = stageVersions();
  const codebook = codebookVersion();
  const fingerprint = hashOf(versions, codebook, description);
  const { run, resumed } = extent === 'run' ? await rooms.archive.runs.begin(fingerprint) : await finishedRun(rooms.archive);
  options.onProgress?.({ type: 'run', run, resumed });
  const asked = await rooms.archive.pages.countOf(run);
  return {
    ...rooms,
    run,
    fingerprint,
    keys: new ResultKeys({
      versions,
      codebookVersion: codebook,
      limits,
      maxBytes: maxBytesOf(source),
      secondReader: description.second_reader,
      mapping: description.mapping,
    }),
    pageRequests: new SingleFlight(),
    pageBudget: new PageBudget(source.type === 'web' ? source.max_pages : 0, asked),
    captureTime: fixedCaptureTime(options.environment ?? process.env),
    outputFolder: options.outputFolder ?? defaultOutputFolder(description.name),
    corrections: await readCorrections(description.corrections),
    force: options.force === true,
    signal: options.signal,
  };
}

/** The last run, if it is finished. */
async function finishedRun(archive: Archive): Promise<{ run: number; resumed: boolean }> {
  const latest = await archive.runs.latest();
  if (latest?.state !== 'done') throw new NothingArchived(`the last run is ${latest?.state ?? 'still to come'}`);
  return { run: latest.run, resumed: false };
}

function runnerSettings(
  queue: Queue,
  context: StageContext,
  group: string,
  workers: number,
  { onProgress, signal, fetchOnly }: RunOptions,
): RunnerSettings {
  return {
    queue,
    group,
    heartbeatMs: LEASE_MS / 4,
    maxFailures: MAX_FAILURES,
    networkConcurrency: NETWORK_CONCURRENCY,
    cpuConcurrency: workers,
    doWork: (work, lastAttempt) => doWork(work, lastAttempt, context),
    stages: fetchOnly ? ['discover', 'fetch'] : zStage.options,
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
  try {
    const report = await published(context, queue, groupOf(run));
    await archive.runs.finish(run, report);
    return report;
  } catch (error) {
    await archive.runs.abandonOpen();
    throw error;
  }
}

/** Leaves the report beside the state for machines to read, and sends one with alarms to the webhook. That it cannot be sent is told, and no fault of the run. */
async function tell(report: RunReport, { name, alarms }: Pipeline, stateFolder: string, { onProgress }: RunOptions): Promise<void> {
  await writeFile(path.join(stateFolder, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  if (alarms.webhook === undefined || (report.alarms.length === 0 && report.release.refused.length === 0)) return;
  const { sendAlarms } = await import('./alarmWebhook.js');
  const problem = await sendAlarms(alarms.webhook, name, report);
  if (problem !== null) onProgress?.({ type: 'warning', message: problem });
}

/** What the work came to. Throws where nothing could be published. */
async function published(context: StageContext, queue: Queue, group: string): Promise<RunReport> {
  const report = await runReport(context, queue, group);
  const unpublished = report.dead.find((job) => job.stage === 'publish');
  if (unpublished !== undefined) throw new Error(`run ${context.run} could not publish: ${unpublished.reason}`);
  return report;
}
