import path from 'node:path';
import type { Command } from 'commander';
import { defaultOutputFolder, defaultStateFolder, zReportPages } from '../../pipeline/index.js';
import { errors } from '../errors.js';
import { pipelineOf } from '../runAndReport.js';
import { buildSiteReport, defaultReportFolder } from '../siteReport.js';

interface ReportArguments {
  dataset?: string;
  state?: string;
  output?: string;
  pages?: string;
}

/** `fiscus report`: pages to look at, from a published dataset. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description(
      'build a static site about a published dataset: coverage, trends, organizations, documents beside their tables, what needs review',
    )
    .argument('[pipeline]', 'the pipelines/*.yaml file whose dataset is shown')
    .option('--dataset <folder>', 'the published dataset (default: output/NAME of the pipeline)')
    .option('--state <folder>', 'the state folder with the originals, for pictures of pages (default: .fiscus/NAME)')
    .option('--output <folder>', 'what is built replaces this folder (default: the dataset with .report behind its name)')
    .option('--pages <which>', 'pages of PDFs that get a picture: review, all or none (default: as the pipeline says, else review)')
    .action(async (file: string | undefined, options: ReportArguments) => {
      if (file === undefined && options.dataset === undefined) throw errors.reportOfWhat();
      const pipeline = file === undefined ? undefined : await pipelineOf(file);
      const dataset = options.dataset ?? defaultOutputFolder(pipeline?.name ?? '');
      const pages = zReportPages.safeParse(options.pages ?? pipeline?.report.pages ?? 'review');
      if (!pages.success) throw errors.notOneOf('--pages', zReportPages.options, options.pages ?? '');
      const site = await buildSiteReport({
        dataset,
        state: options.state ?? defaultStateFolder(pipeline?.name ?? path.basename(path.resolve(dataset))),
        output: options.output ?? defaultReportFolder(dataset),
        pages: pages.data,
      });
      process.stdout.write(`report: ${site}\n`);
    });
}
