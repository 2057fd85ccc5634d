import type { Command } from 'commander';
import { csvHeader, csvRow } from '../../dataset/index.js';
import { type Line, zLine } from '../../model/index.js';
import type { DocumentReading } from '../../pipeline/index.js';
import { NO_SECOND_READER } from '../options.js';
import { printReadings } from '../readFiles.js';

/** The lines of a file with the proof that the checks give them. */
export function provedLines({ disclosure, check }: DocumentReading<'lines'>): Line[] {
  return disclosure.lines.map((line) => ({ ...line, proof: check.proofs[line.line_id] ?? line.proof }));
}

/** `fiscus lines FILE...`: every printed amount with its codes and roles, as CSV or JSON lines. */
export function addLines(program: Command): void {
  program
    .command('lines')
    .description('print the lines of files (every printed amount, coded and checked) as CSV')
    .argument('<file...>', 'DOCX, PDF, HTML or text-dump files')
    .option('--json', 'JSON lines instead of CSV')
    .option('--no-second-reader', NO_SECOND_READER)
    .action(async (files: string[], options: { json?: boolean; secondReader: boolean }) => {
      const format = options.json ? (line: Line) => `${JSON.stringify(line)}\n` : (line: Line) => csvRow(zLine, line);
      await printReadings(files, 'lines', (reading) => provedLines(reading).map(format), {
        head: options.json ? '' : csvHeader(zLine),
        secondReader: options.secondReader,
      });
    });
}
