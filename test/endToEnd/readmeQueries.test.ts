import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPipeline, runPipeline } from '../builtPipeline.js';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let queries: string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-queries-'));
  const pipeline = await readPipeline(path.join(root, 'pipelines/samples.yaml'));
  await runPipeline(pipeline, { stateFolder: path.join(folder, 'state'), outputFolder: path.join(folder, 'samples') });
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  queries = [...readme.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) =>
    sql.replaceAll('output/samples', path.join(folder, 'samples')),
  );
}, 240_000);
afterAll(async () => rm(folder, { recursive: true }));

/** The rows of the README's query with this number. */
async function answer(number: number): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(queries[number]!)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('the queries of README.md', () => {
  it('give the “三公” expenses of the sample', async () => {
    const rows = await answer(0);
    expect(rows.map(([, year, , item, amount]) => [year, item, Number(amount)])).toEqual([
      ['2024', 'reception', 15.98],
      ['2024', 'total', 20.84],
      ['2024', 'vehicle_operation', 4.86],
      ['2024', 'vehicles', 4.86],
    ]);
  });

  it('give the share of 人员经费 of the sample: 644.99 of 706.36', async () => {
    const [row] = await answer(1);
    expect(Number(row?.[3])).toBeCloseTo(644.99 / 706.36, 4);
  });

  it('find no revision, for the sample has one version', async () => {
    expect(await answer(2)).toEqual([]);
  });
});
