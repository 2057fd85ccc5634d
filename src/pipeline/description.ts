import path from 'node:path';
import { z } from 'zod';
import { zSource } from '../model/source.js';
import { zMappingHints } from '../model/sourceEvidence.js';
import { zReleaseSettings } from './releaseSettings.js';
import { zReportSettings } from './reportSettings.js';
import { zAlarmSettings, zScheduleSettings } from './scheduleSettings.js';

/** What CPU-bound work on one document may use before it is stopped with a diagnostic. */
export const zWorkLimits = z.strictObject({
  seconds: z.number().positive().max(3600).default(120).describe('for one stage of one document'),
  memory_mb: z.number().int().min(64).max(65_536).default(1024).describe('resident memory of the process that works on it'),
});
export type WorkLimits = z.infer<typeof zWorkLimits>;

/** What a pipelines/*.yaml file says. */
export const zPipelineDescription = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'expected lower-case letters, digits, - and _, such as xushui-2024')
    .describe('names the output and state folders'),
  title: z.string().min(1).describe('for people'),
  source: zSource,
  limits: zWorkLimits.prefault({}),
  second_reader: z
    .boolean()
    .default(true)
    .describe('whether the numbers of PDF pages with tables are compared with those of a second, independent reader'),
  release: zReleaseSettings.prefault({}),
  mapping: zMappingHints.prefault({}),
  corrections: z.string().min(1).optional().describe('a CSV file with reviewers’ decisions, relative to the pipeline file'),
  report: zReportSettings.prefault({}),
  schedule: zScheduleSettings.optional().describe('when `fiscus schedule` runs it'),
  alarms: zAlarmSettings.prefault({}),
});
export type PipelineDescription = z.infer<typeof zPipelineDescription>;

/** A validated pipeline: its description with paths resolved, and the file it came from. */
export interface Pipeline extends PipelineDescription {
  file: string;
}

/** The pipeline with the paths of a folder source and of the corrections made absolute: they are written relative to the pipeline file. */
export function resolvePipeline(description: PipelineDescription, file: string): Pipeline {
  const { source } = description;
  const resolved = source.type === 'folder' ? { ...source, path: path.resolve(path.dirname(file), source.path) } : source;
  const folder = path.dirname(file);
  const { corrections } = description;
  return {
    ...description,
    source: resolved,
    ...(corrections === undefined ? {} : { corrections: path.resolve(folder, corrections) }),
    file,
  };
}
