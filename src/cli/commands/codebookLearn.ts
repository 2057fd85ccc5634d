import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { type Disclosed, loadCodebook, type Proposal, proposals, readObserved } from '../../codebook/index.js';
import { write } from '../output.js';
import { printReadings } from '../readFiles.js';

const COLUMNS: readonly (keyof Proposal)[] = [
  'classification',
  'code',
  'name',
  'documents',
  'first_year',
  'last_year',
  'decision',
  'valid_from',
  'valid_to',
  'agreement',
  'official_name',
];

/** What disclosures print as codes and names, as CSV with a header. */
export function proposalsCsv(disclosures: readonly Disclosed[]): string {
  return stringify(proposals(disclosures, loadCodebook(), readObserved()), { header: true, columns: [...COLUMNS] });
}

/** `fiscus codebook learn FILE...`: the pairs of code and name that files print, for a person to decide. */
export function addCodebookLearn(codebook: Command): void {
  codebook
    .command('learn')
    .description('propose what files print as codes and names, as CSV: fill in `decision`, save as src/codebook/data/observed.csv')
    .argument('<file...>', 'DOCX, PDF, HTML or text-dump files')
    .action(async (files: string[]) => {
      const disclosures: Disclosed[] = [];
      await printReadings(files, 'codes', ({ disclosure: { facts, grids, tables, lines, line_codes } }) => {
        disclosures.push({ facts, grids, tables, lines, line_codes });
        return [];
      });
      await write(proposalsCsv(disclosures));
    });
}
