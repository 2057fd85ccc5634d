import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ambiguousDigitPdf } from '../builders/ambiguousDigitPdf.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { publishedTable } from './publishedTable.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-second-reader-'));
  await writeFile(path.join(folder, 'a.pdf'), ambiguousDigitPdf());
});
afterAll(async () => rm(folder, { recursive: true }));

/** The numbers in quarantine because two readers disagree, after a run of a pipeline with these further settings. */
async function disputed(name: string, settings: string): Promise<string[]> {
  const file = path.join(folder, `${name}.yaml`);
  await writeFile(file, `name: ${name}\ntitle: A\nsource: { type: folder, path: ., include: ["*.pdf"] }\n${settings}`);
  const output = path.join(folder, name, 'output');
  await runPipeline(await readPipeline(file), { stateFolder: path.join(folder, name, 'state'), outputFolder: output, workers: 1 });
  const rows = await publishedTable(output, 'quarantine');
  return rows.flatMap(({ reason_code, printed }) => (reason_code === 'readers_disagree' ? [printed] : [])).sort();
}

describe('a run over a PDF on which two readers disagree', () => {
  it('holds the numbers of both in quarantine', async () => {
    expect(await disputed('compared', '')).toEqual(['7.77', '8.88']);
  });

  it('holds nothing where the pipeline does not ask for the second reader', async () => {
    expect(await disputed('alone', 'second_reader: false\n')).toEqual([]);
  });
});
