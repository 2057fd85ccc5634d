import type { Command } from 'commander';
import { runSchedule, type ScheduleEvent } from '../../pipeline/index.js';
import { errors } from '../errors.js';
import { readInteger } from '../options.js';
import { pipelineOf, siteOf } from '../runAndReport.js';
import { reportText } from '../runReportText.js';

/** `fiscus schedule PIPELINE.yaml...`: runs pipelines on their own cron lines until stopped. */
export function addSchedule(program: Command): void {
  program
    .command('schedule')
    .description('run pipelines on their own cron lines (setting schedule) until stopped by SIGINT or SIGTERM')
    .argument('<pipeline...>', 'pipelines/*.yaml files')
    .option('--at-once <n>', 'pipelines that run at the same time', '2')
    .option('--json', 'print what happens as JSON, one object a line')
    .action(async (files: string[], options: { atOnce: string; json?: boolean }) => {
      const pipelines = await Promise.all(files.map(pipelineOf));
      const unscheduled = pipelines.find(({ schedule }) => schedule === undefined);
      if (unscheduled !== undefined) throw errors.notScheduled(unscheduled.file);
      const stop = new AbortController();
      const interrupt = () => stop.abort(errors.interrupted());
      process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
      const print = options.json
        ? (event: ScheduleEvent) => console.log(JSON.stringify(jsonOf(event)))
        : (event: ScheduleEvent) => console.log(textOf(event));
      const follow = (event: ScheduleEvent) => {
        print(event);
        const pipeline = pipelines.find(({ name }) => name === event.pipeline);
        if (event.type !== 'ended' || pipeline === undefined) return;
        siteOf(pipeline, {}, event.report).catch((error: unknown) => print({ type: 'failed', pipeline: pipeline.name, error }));
      };
      await runSchedule(pipelines, { signal: stop.signal, onEvent: follow, atOnce: readInteger('--at-once', options.atOnce, 1, 64) });
    });
}

/** An event for machines: an error as its message. */
function jsonOf(event: ScheduleEvent): unknown {
  return event.type === 'failed' ? { ...event, error: messageOf(event.error) } : event;
}

/** An event for people. */
function textOf(event: ScheduleEvent): string {
  const { pipeline } = event;
  switch (event.type) {
    case 'waiting':
      return event.missed ? `${pipeline}: catches up on a start that was missed` : `${pipeline}: starts at ${event.until}`;
    case 'started':
      return `${pipeline}: started at ${new Date().toISOString()}`;
    case 'ended':
      return `${pipeline}: run ${event.report.run} ended\n${reportText(event.report)}`;
    case 'failed':
      return `${pipeline}: could not run: ${messageOf(event.error)}`;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
