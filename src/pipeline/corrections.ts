import { readFile } from 'node:fs/promises';
import { type Correction, zCorrection } from '../model/index.js';
import { PipelineError } from './readPipeline.js';

/** The reviewers' decisions that a pipeline names; none where it names no file. Throws PipelineError where the file cannot be read or does not fit. */
export async function readCorrections(file: string | undefined): Promise<Correction[]> {
  if (file === undefined) return [];
  const { readCsv } = await import('../dataset/index.js');
  try {
    const corrections = readCsv(zCorrection, (await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    const incomplete = corrections.findIndex(({ decision, amount }) => (decision === 'correct') !== (amount !== null));
    if (incomplete >= 0) throw new Error(`row ${incomplete + 2}: an amount belongs to \`correct\` and to nothing else`);
    const undated = corrections.findIndex(({ date }) => !/^\d{4}-\d{2}-\d{2}$/.test(date));
    if (undated >= 0)
      throw new Error(`row ${undated + 2}: expected a date such as 2026-11-24, got ${JSON.stringify(corrections[undated]?.date)}`);
    return corrections;
  } catch (error) {
    throw new PipelineError(file, [`${file}: corrections: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
