import type { Command } from 'commander';
import { pipelineOf, type RunArguments, runAndReport } from '../runAndReport.js';

/** `fiscus run PIPELINE.yaml`: fetch what is new, process it, publish. */
export function addRun(program: Command): void {
  program
    .command('run')
    .description('fetch what is new, process it, publish to output/NAME/; a killed run goes on where it stopped')
    .argument('<pipeline>', 'a pipelines/*.yaml file')
    .option('--state <folder>', 'where originals, catalogue and queue live (default: .fiscus/NAME)')
    .option('--output <folder>', 'what is published replaces this folder (default: output/NAME)')
    .option('--force', 'publish a version that fails its assertions all the same, and say so in it')
    .option('--spreadsheet', 'write an edition for spreadsheets as well (the setting release.spreadsheet)')
    .option('--no-report', 'do not build the pages to look at beside the dataset')
    .option('--fetch-only', 'bring what is new into the archive and end there; the next run reads and publishes it')
    .option('--json', 'print the run report as JSON')
    .action(async (file: string, options: RunArguments) => runAndReport(await pipelineOf(file), options));
}
