import type { Command } from 'commander';
import { defaultStateFolder, pipelineStatus } from '../../pipeline/index.js';
import { errors } from '../errors.js';
import { pipelineOf } from '../runAndReport.js';
import { statusText } from '../runReportText.js';

/** `fiscus status PIPELINE.yaml...`: where their latest runs stand. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('show where the latest run of a pipeline stands, also while it works')
    .argument('<pipeline...>', 'pipelines/*.yaml files')
    .option('--state <folder>', 'where originals, catalogue and queue live (default: .fiscus/NAME)')
    .option('--json', 'print the status as JSON')
    .action(async (files: string[], options: { state?: string; json?: boolean }) => {
      if (options.state !== undefined && files.length > 1) throw errors.oneState();
      for (const file of files) {
        const { name } = await pipelineOf(file);
        const status = await pipelineStatus(options.state ?? defaultStateFolder(name));
        if (options.json) process.stdout.write(`${JSON.stringify(files.length === 1 ? status : { name, status })}\n`);
        else process.stdout.write(status === null ? `${name}: has never run\n` : statusText(name, status));
      }
    });
}
