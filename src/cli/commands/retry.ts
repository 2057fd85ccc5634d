import type { Command } from 'commander';
import { defaultStateFolder, retryFailed } from '../../pipeline/index.js';
import { count } from '../output.js';
import { pipelineOf, type RunArguments, runAndReport, unlessLocked } from '../runAndReport.js';

/** `fiscus retry PIPELINE.yaml`: does again what failed for reasons of the work, then goes on as `run`. */
export function addRetry(program: Command): void {
  program
    .command('retry')
    .description('read again what a limit, a crash or a fault stopped, then run the pipeline')
    .argument('<pipeline>', 'a pipelines/*.yaml file')
    .option('--quarantined', 'also read documents again that have something in quarantine (after an update)')
    .option('--state <folder>', 'where originals, catalogue and queue live (default: .fiscus/NAME)')
    .option('--output <folder>', 'what is published replaces this folder (default: output/NAME)')
    .option('--force', 'publish a version that fails its assertions all the same, and say so in it')
    .option('--spreadsheet', 'write an edition for spreadsheets as well (the setting release.spreadsheet)')
    .option('--no-report', 'do not build the pages to look at beside the dataset')
    .option('--json', 'print the run report as JSON')
    .action(async (file: string, options: RunArguments & { quarantined?: boolean }) => {
      const pipeline = await pipelineOf(file);
      const state = options.state ?? defaultStateFolder(pipeline.name);
      const again = await unlessLocked(retryFailed(state, { quarantined: options.quarantined === true }));
      process.stderr.write(`${count(again, 'document')} to be read again\n`);
      await runAndReport(pipeline, options);
    });
}
