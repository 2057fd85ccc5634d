import type { Command } from 'commander';
import { defaultStateFolder, pipelineStatus } from '../../pipeline/index.js';
import { pipelineOf } from '../runAndReport.js';
import { statusText } from '../runReportText.js';

/** `fiscus status PIPELINE.yaml`: where its latest run stands. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('show where the latest run of a pipeline stands, also while it works')
    .argument('<pipeline>', 'a pipelines/*.yaml file')
    .option('--state <folder>', 'where originals, catalogue and queue live (default: .fiscus/NAME)')
    .option('--json', 'print the status as JSON')
    .action(async (file: string, options: { state?: string; json?: boolean }) => {
      const { name } = await pipelineOf(file);
      const status = await pipelineStatus(options.state ?? defaultStateFolder(name));
      if (options.json) process.stdout.write(`${JSON.stringify(status)}\n`);
      else process.stdout.write(status === null ? `${name}: has never run\n` : statusText(name, status));
    });
}
