import type { Command } from 'commander';
import { type DryPage, dryRun, type Pipeline } from '../../pipeline/index.js';
import { EXIT } from '../exitCodes.js';
import { readInteger } from '../options.js';
import { count, write } from '../output.js';
import { pipelineOf } from '../runAndReport.js';

interface ValidateOptions {
  discover?: boolean;
  pages: string;
  json?: boolean;
}

/** `fiscus validate PIPELINE.yaml...`: whether pipeline files say what they must, and what discovery would take from their sources. */
export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check pipeline files: names file, path and expectation of what is wrong')
    .argument('<pipeline...>', 'pipelines/*.yaml files')
    .option('--discover', 'also follow the source, politely, and show what would be taken and why; nothing is kept')
    .option('--pages <n>', 'pages to follow with --discover', '20')
    .option('--json', 'print pages as JSON, one object a line')
    .action(async (files: string[], options: ValidateOptions) => {
      const pages = readInteger('--pages', options.pages, 1, 10_000);
      for (const file of files) {
        const pipeline = await pipelineOf(file);
        if (!options.json) process.stdout.write(`${file}: ok (${pipeline.name}, ${pipeline.source.type} source)\n`);
        if (options.discover) await showDiscovery(pipeline, pages, options.json === true);
      }
    });
}

/** Prints what discovery takes from each page. A source that gives no document is told by the exit code. */
async function showDiscovery(pipeline: Pipeline, mostPages: number, json: boolean): Promise<void> {
  let documents = 0;
  let read = 0;
  for await (const page of dryRun(pipeline, mostPages)) {
    documents += page.candidates.length;
    read += 1;
    await write(json ? `${JSON.stringify(page)}\n` : pageText(page));
  }
  if (!json) await write(`${count(documents, 'document')} on ${count(read, 'page')}\n`);
  if (documents === 0) process.exitCode = EXIT.failedDocuments;
}

/** A page for people: each document with its score and the reasons of it. */
function pageText({ url, role, candidates, pages, diagnostics }: DryPage): string {
  return [
    `${role} ${url}: ${count(candidates.length, 'document')}, leads to ${count(pages.length, 'page')}`,
    ...candidates.map(
      ({ link_text, file_name, listed_date, department, score, score_reasons }) =>
        `  ${score} ${link_text ?? file_name}${listed_date === null ? '' : ` (${listed_date})`}${department == null ? '' : ` [${department}]`}: ${score_reasons.join('; ')}`,
    ),
    ...diagnostics.map(({ severity, code, message }) => `  ${severity}: ${code}: ${message}`),
    '',
  ].join('\n');
}
