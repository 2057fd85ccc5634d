export type { Pipeline, PipelineDescription, WorkLimits } from './description.js';
export { type DryPage, dryRun } from './dryRun.js';
export { type DrawnPage, openPageImages, type PageImages, type WantedPage } from './pageImages.js';
export type { ProgressEvent } from './progress.js';
export { type PipelineProposal, proposeFolderPipeline, proposeWebPipeline } from './proposePipeline.js';
export { replaceFolder } from './publication.js';
export { type ReadOptions, readDocuments } from './readDocuments.js';
export type { DocumentReading, ReadingPart } from './readingParts.js';
export { PipelineError, readPipeline } from './readPipeline.js';
export { type ReportPages, zReportPages } from './reportSettings.js';
export { type RetryOptions, retryFailed } from './retry.js';
export {
  defaultOutputFolder,
  defaultStateFolder,
  NothingArchived,
  publishPipeline,
  type RunOptions,
  restoreRelease,
  runPipeline,
} from './runPipeline.js';
export type { FailedSubject, RunReport } from './runReport.js';
export { runSchedule, type ScheduleEvent, type ScheduleOptions } from './schedule.js';
export { StateLocked } from './stateLock.js';
export { type PipelineStatus, pipelineStatus } from './status.js';
