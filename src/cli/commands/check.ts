import type { Command } from 'commander';
import { type ProofCounts, proofReport, sumProofs } from '../../check/index.js';
import { formatPlace } from '../../model/index.js';
import type { DocumentReading } from '../../pipeline/index.js';
import { count } from '../output.js';
import { printReadings } from '../readFiles.js';

const PROOFS = ['proved', 'disputed', 'contradicted', 'unchecked', 'zeros'] as const;
const KIND_WIDTH = 34;

/** How many checks of a reading came out how. */
function outcomes({ check }: DocumentReading<'checks'>): { holds: number; within_rounding: number; fails: number } {
  const found = { holds: 0, within_rounding: 0, fails: 0 };
  for (const { outcome } of check.checks) if (outcome !== 'not_applicable') found[outcome] += 1;
  return found;
}

/** The share of the lines proved in tables that print totals, as `98.5 %`. */
function share({ totalled, totalled_proved }: Pick<ProofCounts, 'totalled' | 'totalled_proved'>): string {
  return totalled === 0 ? '-' : `${((100 * totalled_proved) / totalled).toFixed(1)} %`;
}

/** What the checks of a file say, for people: a row a kind of table, then each check that fails with its place. */
function* asText(reading: DocumentReading<'checks'>): Iterable<string> {
  const counts = proofReport(reading.disclosure, reading.check.proofs);
  const { holds, within_rounding, fails } = outcomes(reading);
  yield `${reading.file}\n`;
  yield `  ${'lines of money'.padEnd(KIND_WIDTH)}${PROOFS.map((name) => name.padStart(14)).join('')}${'with totals'.padStart(14)}\n`;
  const rows = [...sumProofs(counts, ({ kind }) => kind), ...sumProofs(counts, () => 'all')];
  for (const [kind, sums] of rows) {
    yield `  ${kind.padEnd(KIND_WIDTH)}${PROOFS.map((name) => String(sums[name]).padStart(14)).join('')}${share(sums).padStart(14)}\n`;
  }
  yield `  ${count(holds, 'check')} hold, ${within_rounding} within rounding, ${fails} fail\n`;
  for (const { code, place, message } of reading.check.diagnostics) yield `  ${code}, ${formatPlace(place)}: ${message}\n`;
}

/** The same as one JSON object. */
function asJson(reading: DocumentReading<'checks'>): string {
  const { file, disclosure, check } = reading;
  const proof = proofReport(disclosure, check.proofs);
  return `${JSON.stringify({ file, document_id: disclosure.facts.document_id, outcomes: outcomes(reading), proof, fails: check.diagnostics })}\n`;
}

/** `fiscus check FILE...`: what arithmetic proves of files, and where it fails. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('print what the checks prove of files, by kind of table, and every check that fails')
    .argument('<file...>', 'DOCX, PDF, HTML or text-dump files')
    .option('--json', 'one JSON object a file')
    .action(async (files: string[], options: { json?: boolean }) => {
      await printReadings(files, 'checks', options.json ? (reading) => [asJson(reading)] : asText);
    });
}
