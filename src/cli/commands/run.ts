import type { Command } from 'commander';
import { type Pipeline, PipelineError, type RunReport, readPipeline, runPipeline, StateLocked } from '../../pipeline/index.js';
import { errors } from '../errors.js';
import { EXIT } from '../exitCodes.js';
import { count } from '../output.js';
import { showProgress } from '../progressDisplay.js';

interface RunArguments {
  state?: string;
  output?: string;
  json?: boolean;
}

/** A pipeline file, read; what is wrong with it is told as file, path and expectation. */
export async function pipelineOf(file: string): Promise<Pipeline> {
  try {
    return await readPipeline(file);
  } catch (error) {
    throw error instanceof PipelineError ? errors.badPipeline(error.problems) : error;
  }
}

/** What a run came to, for people. */
export function reportText(report: RunReport): string {
  const { documents, tables, lines, checks, quarantined, failed, dead, published } = report;
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
    ...dead.map(({ key, stage, reason }) => `  given up: ${stage} ${key}: ${reason}`),
    `published to ${published}`,
    '',
  ].join('\n');
}

/** `fiscus run PIPELINE.yaml`: fetch what is new, process it, publish. */
export function addRun(program: Command): void {
  program
    .command('run')
    .description('fetch what is new, process it, publish to output/NAME/; a killed run goes on where it stopped')
    .argument('<pipeline>', 'a pipelines/*.yaml file')
    .option('--state <folder>', 'where originals, catalogue and queue live (default: .fiscus/NAME)')
    .option('--output <folder>', 'what is published replaces this folder (default: output/NAME)')
    .option('--json', 'print the run report as JSON')
    .action(async (file: string, options: RunArguments) => {
      const pipeline = await pipelineOf(file);
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort(errors.interrupted()));
      process.once('SIGTERM', () => stop.abort(errors.interrupted()));
      const display = showProgress(process.stderr);
      try {
        const report = await runPipeline(pipeline, {
          signal: stop.signal,
          onProgress: display.update,
          ...(options.state === undefined ? {} : { stateFolder: options.state }),
          ...(options.output === undefined ? {} : { outputFolder: options.output }),
        });
        display.stop();
        process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report));
        if (report.failed.length > 0 || report.dead.length > 0) process.exitCode = EXIT.failedDocuments;
      } catch (error) {
        throw error instanceof StateLocked ? errors.stateLocked(error.message) : error;
      } finally {
        display.stop();
      }
    });
}
