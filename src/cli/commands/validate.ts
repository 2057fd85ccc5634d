import type { Command } from 'commander';
import { pipelineOf } from '../runAndReport.js';

/** `fiscus validate PIPELINE.yaml...`: whether pipeline files say what they must. */
export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check pipeline files: names file, path and expectation of what is wrong')
    .argument('<pipeline...>', 'pipelines/*.yaml files')
    .action(async (files: string[]) => {
      for (const file of files) {
        const { name, source } = await pipelineOf(file);
        process.stdout.write(`${file}: ok (${name}, ${source.type} source)\n`);
      }
    });
}
