import {
  defaultOutputFolder,
  defaultStateFolder,
  NothingArchived,
  type Pipeline,
  PipelineError,
  type RunReport,
  readPipeline,
  runPipeline,
  StateLocked,
} from '../pipeline/index.js';
import { errors } from './errors.js';
import { showProgress } from './progressDisplay.js';
import { exitCodeOf, reportText } from './runReportText.js';

/** Options of every command that runs a pipeline. */
export interface RunArguments {
  state?: string;
  output?: string;
  force?: boolean;
  spreadsheet?: boolean;
  fetchOnly?: boolean;
  json?: boolean;
  /** False with --no-report. */
  report?: boolean;
}

/** A pipeline file, read; what is wrong with it is told as file, path and expectation. */
export async function pipelineOf(file: string): Promise<Pipeline> {
  try {
    return await readPipeline(file);
  } catch (error) {
    throw error instanceof PipelineError ? errors.badPipeline(error.problems) : error;
  }
}

/** What work on a state folder gives; that another run uses it is told as an error. */
export async function unlessLocked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PipelineError) throw errors.badPipeline(error.problems);
    if (error instanceof NothingArchived) throw errors.nothingArchived(error.message);
    throw error instanceof StateLocked ? errors.stateLocked(error.message) : error;
  }
}

/** The pipeline as the options of this command change it. */
function asAsked(pipeline: Pipeline, { spreadsheet }: RunArguments): Pipeline {
  return spreadsheet === true ? { ...pipeline, release: { ...pipeline.release, spreadsheet } } : pipeline;
}

/** Runs a pipeline, or only its publication, with a progress display, prints what it came to and sets the exit code. SIGINT and SIGTERM stop it cleanly. */
export async function runAndReport(pipeline: Pipeline, options: RunArguments, work: typeof runPipeline = runPipeline): Promise<void> {
  const stop = new AbortController();
  const interrupt = () => stop.abort(errors.interrupted());
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const display = await showProgress(process.stderr);
  try {
    const run = work(asAsked(pipeline, options), {
      signal: stop.signal,
      onProgress: display.update,
      ...(options.state === undefined ? {} : { stateFolder: options.state }),
      ...(options.output === undefined ? {} : { outputFolder: options.output }),
      ...(options.force === undefined ? {} : { force: options.force }),
      ...(options.fetchOnly === undefined ? {} : { fetchOnly: options.fetchOnly }),
    });
    const report = await unlessLocked(run);
    display.stop();
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report));
    const site = await siteOf(pipeline, options, report);
    if (site !== null) (options.json ? process.stderr : process.stdout).write(`report: ${site}\n`);
    process.exitCode = exitCodeOf(report);
  } finally {
    display.stop();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** Builds the pages about what a run published; null where they are not wanted or nothing new was published. */
export async function siteOf(pipeline: Pipeline, options: RunArguments, { release }: RunReport): Promise<string | null> {
  const { name, report } = pipeline;
  if (!report.build || options.report === false || options.fetchOnly === true || release.refused.length > 0) return null;
  const { buildSiteReport, defaultReportFolder } = await import('./siteReport.js');
  const dataset = options.output ?? defaultOutputFolder(name);
  const state = options.state ?? defaultStateFolder(name);
  return await buildSiteReport({ dataset, state, output: defaultReportFolder(dataset), pages: report.pages }, true);
}
