import type { PipelineStatus, RunReport } from '../pipeline/index.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import { count } from './output.js';

/** What a run came to, for people. */
export function reportText(report: RunReport): string {
  const { documents, tables, lines, checks, quarantined, failed, alarms, dead, published, release } = report;
  const counts = [
    count(documents, 'document'),
    count(tables, 'table'),
    count(lines, 'line'),
    count(checks, 'check'),
    `${quarantined} in quarantine`,
  ];
  return [
    counts.join(', '),
    ...failed.map(({ name, status, reasons }) => `  ${status}: ${name}: ${reasons.join(', ')}`),
    ...alarms.map(({ code, message }) => `  alarm: ${code}: ${message}`),
    ...dead.map(({ key, stage, reason }) => `  given up: ${stage} ${key}: ${reason}`),
    ...release.refused.map((reason) => `  refused: ${reason}`),
    release.refused.length > 0
      ? `the new version is kept aside in ${published}.refused, ${published} stays as it was; --force publishes it all the same`
      : release.version === null
        ? 'nothing published'
        : `published version ${release.version} to ${published}`,
    '',
  ].join('\n');
}

/** Where a run stands, for people: jobs by stage, what was given up on, and what it came to if it is done. */
export function statusText(name: string, { run, state, jobs, rates, seconds_left, failing, dead, report }: PipelineStatus): string {
  const stages = new Map<string, string[]>();
  for (const { stage, state: jobState, count: jobs_ } of jobs) stages.set(stage, [...(stages.get(stage) ?? []), `${jobs_} ${jobState}`]);
  return [
    `${name}: run ${run} is ${state}`,
    ...[...stages].map(([stage, counts]) => {
      const rate = rates.find((one) => one.stage === stage);
      return `  ${stage}: ${counts.join(', ')}${rate === undefined || state !== 'running' ? '' : ` (${rate.perSecond.toFixed(1)}/s)`}`;
    }),
    ...(seconds_left === null ? [] : [`  time left for these jobs: about ${duration(seconds_left)}`]),
    ...failing.map(({ stage, reason, count: times }) => `  ${stage}: ${times} ${reason}`),
    ...dead.map(({ stage, reason, count: times }) => `  given up ${times} times: ${stage}: ${reason}`),
    ...(report === null ? [''] : [reportText(report)]),
  ].join('\n');
}

/** A time for people: 45 s, 12 min, 3 h 5 min. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The exit code that a run's report asks for. */
export function exitCodeOf({ alarms, failed, dead, release }: RunReport): ExitCode {
  if (alarms.length > 0 || release.refused.length > 0) return EXIT.refused;
  return failed.length > 0 || dead.length > 0 ? EXIT.failedDocuments : EXIT.done;
}
