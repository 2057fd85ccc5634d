import type { Command } from 'commander';
import { type Classification, loadCodebook, zClassification } from '../../codebook/index.js';
import { errors } from '../errors.js';
import { readYear } from '../options.js';
import { addCodebookLearn } from './codebookLearn.js';

interface LookUp {
  classification?: string;
  year?: string;
  json?: boolean;
}

/** The classifications to look in: the one named, or all. */
function classifications(named: string | undefined): readonly Classification[] {
  if (named === undefined) return zClassification.options;
  const parsed = zClassification.safeParse(named);
  if (!parsed.success) throw errors.notOneOf('--classification', zClassification.options, named);
  return [parsed.data];
}

/** What the codebook has for a code (all its versions) or for a name (the best matches), as rows to print. */
export function lookUp(query: string, options: LookUp): Record<string, unknown>[] {
  const codebook = loadCodebook();
  const year = options.year === undefined ? null : readYear('--year', options.year);
  return classifications(options.classification).flatMap((classification): Record<string, unknown>[] => {
    const versions = codebook
      .entries(classification, query)
      .filter((entry) => year === null || codebook.entry(classification, query, year) === entry);
    if (versions.length > 0) return versions.map((entry) => ({ ...entry }));
    return codebook.findByName(classification, query, { year }).map(({ code, name, score }) => ({ classification, code, name, score }));
  });
}

/** `fiscus codebook CODE|NAME`: what the official lists say of a code or a name; `fiscus codebook learn` proposes additions. */
export function addCodebook(program: Command): void {
  const codebook = program
    .command('codebook')
    .description('look a code or a name up in the official classifications')
    .argument('<code|name>', 'a code such as 2010301, or a name such as 行政运行')
    .option('--classification <name>', `one of ${zClassification.options.join(', ')}`)
    .option('--year <year>', 'the edition in force in that year')
    .option('--json', 'JSON lines instead of columns')
    .action((query: string, options: LookUp) => {
      const rows = lookUp(query, options);
      if (rows.length === 0) throw errors.notInCodebook(query);
      for (const row of rows) {
        const text = options.json
          ? JSON.stringify(row)
          : Object.values(row)
              .filter((value) => value !== null && String(value) !== '')
              .join('\t');
        process.stdout.write(`${text}\n`);
      }
    });
  addCodebookLearn(codebook);
}
