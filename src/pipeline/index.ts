import type * as DryRun from './dryRun.js';
import type * as PageImages from './pageImages.js';
import type * as ProposePipeline from './proposePipeline.js';
import type { ReadOptions } from './readDocuments.js';
import type { DocumentReading, ReadingPart } from './readingParts.js';
import type * as Retry from './retry.js';
import type * as RunPipeline from './runPipeline.js';
import type * as Schedule from './schedule.js';
import type * as Status from './status.js';

export type { Pipeline, PipelineDescription, WorkLimits } from './description.js';
export type { DryPage } from './dryRun.js';
export { defaultOutputFolder, defaultStateFolder } from './folders.js';
export { NothingArchived } from './nothingArchived.js';
export type { DrawnPage, PageImages, WantedPage } from './pageImages.js';
export type { ProgressEvent } from './progress.js';
export type { PipelineProposal } from './proposePipeline.js';
export { replaceFolder } from './publication.js';
export type { ReadOptions } from './readDocuments.js';
export type { DocumentReading, ReadingPart } from './readingParts.js';
export { PipelineError, readPipeline } from './readPipeline.js';
export { type ReportPages, zReportPages } from './reportSettings.js';
export type { RetryOptions } from './retry.js';
export type { RunOptions } from './runPipeline.js';
export type { FailedSubject, RunReport } from './runReport.js';
export type { ScheduleEvent, ScheduleOptions } from './schedule.js';
export { StateLocked } from './stateLocked.js';
export type { PipelineStatus } from './status.js';

// What works is loaded when it is asked for: the rooms under one of these take longer to load than many a command takes to work. Each is described where it is.

export const runPipeline: typeof RunPipeline.runPipeline = async (...given) => (await import('./runPipeline.js')).runPipeline(...given);
export const publishPipeline: typeof RunPipeline.publishPipeline = async (...given) =>
  (await import('./runPipeline.js')).publishPipeline(...given);
export const restoreRelease: typeof RunPipeline.restoreRelease = async (...given) =>
  (await import('./runPipeline.js')).restoreRelease(...given);
export const runSchedule: typeof Schedule.runSchedule = async (...given) => (await import('./schedule.js')).runSchedule(...given);
export const pipelineStatus: typeof Status.pipelineStatus = async (...given) => (await import('./status.js')).pipelineStatus(...given);
export const retryFailed: typeof Retry.retryFailed = async (...given) => (await import('./retry.js')).retryFailed(...given);
export const openPageImages = async (...given: Parameters<typeof PageImages.openPageImages>) =>
  (await import('./pageImages.js')).openPageImages(...given);
export const proposeWebPipeline = async (...given: Parameters<typeof ProposePipeline.proposeWebPipeline>) =>
  (await import('./proposePipeline.js')).proposeWebPipeline(...given);
export const proposeFolderPipeline = async (...given: Parameters<typeof ProposePipeline.proposeFolderPipeline>) =>
  (await import('./proposePipeline.js')).proposeFolderPipeline(...given);

export async function* dryRun(...given: Parameters<typeof DryRun.dryRun>): ReturnType<typeof DryRun.dryRun> {
  yield* (await import('./dryRun.js')).dryRun(...given);
}

export async function* readDocuments<P extends ReadingPart>(
  files: readonly string[],
  part: P,
  options?: ReadOptions,
): AsyncGenerator<DocumentReading<P>> {
  yield* (await import('./readDocuments.js')).readDocuments(files, part, options);
}
