import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableSchema } from '../../src/dataset/index.js';
import type { RunReport } from '../../src/pipeline/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { differences, publishedBytes } from '../crash/publishedBytes.js';
import { csvRecordsOf, type DescribedCsv, danglingKeys, schemaErrors } from '../dataset/package/tableSchemaRules.js';
import { PublishedFolder, TABLE_NAMES } from './published.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-samples-'));
});
afterAll(async () => rm(folder, { recursive: true }));

/** Runs pipelines/samples.yaml with its own state and output. */
async function run(state: string, output: string, workers = 2): Promise<RunReport> {
  const pipeline = await readPipeline(path.resolve(import.meta.dirname, '../../pipelines/samples.yaml'));
  const environment = { SOURCE_DATE_EPOCH: '1700000000' };
  return runPipeline(pipeline, { stateFolder: path.join(folder, state), outputFolder: path.join(folder, output), workers, environment });
}

describe('the pipeline of the samples', () => {
  let report: RunReport;
  let output: string;
  let published: PublishedFolder;
  beforeAll(async () => {
    output = path.join(folder, 'a');
    report = await run('state-a', 'a');
    published = new PublishedFolder(output);
  }, 240_000);

  it('reads the four documents, and none fails', () => {
    expect({ documents: report.documents, failed: report.failed, dead: report.dead }).toEqual({ documents: 4, failed: [], dead: [] });
  });

  it.each(TABLE_NAMES)('publishes %s as CSV that conforms to its schema and says what its JSON says', (name) => {
    expect(published.rows(name)).toEqual(published.jsonRows(name));
  });

  it.each(TABLE_NAMES)('publishes %s as CSV that its Table Schema allows, row by row', async (name) => {
    expect(schemaErrors(csvRecordsOf(await readFile(path.join(output, `${name}.csv`), 'utf8')), tableSchema(name))).toEqual([]);
  });

  it('publishes no foreign key to a row that is not there', async () => {
    const tables = new Map<string, DescribedCsv>();
    for (const name of TABLE_NAMES)
      tables.set(name, { csv: csvRecordsOf(await readFile(path.join(output, `${name}.csv`), 'utf8')), schema: tableSchema(name) });
    expect(danglingKeys(tables)).toEqual([]);
  });

  it('fills every table that the sample can fill', () => {
    const empty = TABLE_NAMES.filter((name) => published.rows(name).length === 0);
    expect(empty).toEqual(['procurement', 'quarantine', 'corrections', 'revisions']);
  });

  it('has a line or a reason in quarantine for every cell of money', () => {
    const lines: { table_id: string | null; r: number | null; c: number | null }[] = published.rows('lines');
    const at = (cell: (typeof lines)[number]) => `${cell.table_id} ${cell.r} ${cell.c}`;
    const answered = new Set([...lines, ...published.rows('quarantine')].map(at));
    const money = published.rows('cells').filter(({ role, text }) => ['amount', 'quantity'].includes(role) && text.trim() !== '');
    const lost = money.filter((cell) => !answered.has(at(cell)));
    expect({ money: money.length > 800, lost }).toEqual({ money: true, lost: [] });
  });

  it('names no row that is not there', () => {
    expect(published.danglingReferences()).toEqual([]);
  });

  it('uses no line for two figures', () => {
    const used = published.rows('figures').flatMap((row) => [row.line_id, ...row.agreeing_line_ids, ...row.disagreeing_line_ids]);
    expect(used.filter((id, at) => used.indexOf(id) !== at)).toEqual([]);
  });

  it('has every figure from all four documents, and no disagreement', () => {
    const figures = published.rows('figures');
    const documents = new Map(published.rows('lines').map((line) => [line.line_id, line.document_id]));
    const alone = figures.filter((row) => new Set([row.line_id, ...row.agreeing_line_ids].map((id) => documents.get(id))).size !== 4);
    expect({ alone, disagreeing: figures.filter((row) => row.disagreeing_line_ids.length > 0) }).toEqual({ alone: [], disagreeing: [] });
  });

  it('publishes the same bytes from fresh folders with another number of workers', async () => {
    await run('state-b', 'b', 1);
    expect(differences(publishedBytes(output), publishedBytes(path.join(folder, 'b')))).toEqual([]);
  }, 240_000);

  it('changes no byte when it runs again over the unchanged source', async () => {
    const before = publishedBytes(output);
    await run('state-a', 'a');
    expect(differences(before, publishedBytes(output))).toEqual([]);
  }, 240_000);
});
