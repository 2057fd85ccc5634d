import type { Command } from 'commander';
import { defaultStateFolder, publishPipeline, restoreRelease } from '../../pipeline/index.js';
import { errors } from '../errors.js';
import { pipelineOf, type RunArguments, runAndReport, unlessLocked } from '../runAndReport.js';

interface PublishArguments extends RunArguments {
  fromArchive?: string;
  release?: string;
  to?: string;
}

/** `fiscus publish PIPELINE.yaml`: publishes what the archive holds, without asking the source; or gives an earlier version out again. */
export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('publish what the archive holds without asking the source: after an update, or on another machine')
    .argument('<pipeline>', 'a pipelines/*.yaml file')
    .option('--from-archive <folder>', 'the state folder to publish from, such as a copy of one (default: .fiscus/NAME)')
    .option('--output <folder>', 'what is published replaces this folder (default: output/NAME)')
    .option('--force', 'publish a version that fails its assertions all the same, and say so in it')
    .option('--spreadsheet', 'write an edition for spreadsheets as well (the setting release.spreadsheet)')
    .option('--release <version>', 'write the files of an earlier version instead (with --to)')
    .option('--to <folder>', 'the new folder for the files of --release')
    .option('--no-report', 'do not build the pages to look at beside the dataset')
    .option('--json', 'print the run report as JSON')
    .action(async (file: string, options: PublishArguments) => {
      const pipeline = await pipelineOf(file);
      const { fromArchive, release, to } = options;
      if ((release === undefined) !== (to === undefined)) throw errors.releaseNeedsFolder();
      if (release === undefined || to === undefined) {
        const { output, force, json, report, spreadsheet } = options;
        await runAndReport(pipeline, withoutUndefined({ output, force, json, report, spreadsheet, state: fromArchive }), publishPipeline);
        return;
      }
      await unlessLocked(restoreRelease(fromArchive ?? defaultStateFolder(pipeline.name), release, to)).catch((error: unknown) => {
        throw error instanceof RangeError ? errors.cannotRestore(error.message) : error;
      });
      process.stdout.write(`version ${release} written to ${to}\n`);
    });
}

/** The options that were given. */
function withoutUndefined(options: { [K in keyof RunArguments]: RunArguments[K] | undefined }): RunArguments {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
