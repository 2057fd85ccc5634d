import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive, packJson, type StoredResult, unpackJson } from '../../src/archive/index.js';
import { zDisclosure } from '../../src/model/index.js';
import { readPipeline, retryFailed, runPipeline } from '../builtPipeline.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

let folder: string;
/** Where one run has been over two documents, one of which prints no unit of money. */
let first: string;

beforeAll(async () => {
  folder = first = await mkdtemp(path.join(tmpdir(), 'fiscus-retry-'));
  await mkdir(path.join(folder, 'documents'));
  await writeFile(path.join(folder, 'documents/a.html'), budgetPage('甲局').replace('（万元）', ''));
  await writeFile(path.join(folder, 'documents/b.html'), budgetPage('乙局', '20.00'));
  await run('{}');
}, 240_000);
afterAll(async () => rm(first, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-retry-'));
  await cp(first, folder, { recursive: true });
});
afterEach(async () => rm(folder, { recursive: true }));

const state = () => path.join(folder, 'state');
const published = <N extends Parameters<typeof publishedTable>[1]>(name: N) => publishedTable(path.join(folder, 'output'), name);

/** Runs the pipeline over the folder once; gives how many documents were read, and how many numbers the report counts in quarantine. */
async function run(mapping: string): Promise<{ read: number; quarantined: number }> {
  const file = path.join(folder, 'p.yaml');
  const rules = 'release: { rows: 0, proved_loss: 1 }';
  await writeFile(file, `name: p\ntitle: p\nsource: { type: folder, path: documents }\n${rules}\nmapping: ${mapping}\n`);
  let read = 0;
  const { quarantined } = await runPipeline(await readPipeline(file), {
    stateFolder: state(),
    outputFolder: path.join(folder, 'output'),
    workers: 1,
    onProgress: (event) => {
      if (event.type === 'job' && event.stage === 'extract') read += 1;
    },
  });
  return { read, quarantined };
}

/** Does something with the archive between runs. */
async function withArchive(work: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = await openArchive(state());
  try {
    await work(archive);
  } finally {
    await archive.close();
  }
}

/** The last result of a document at a stage. */
async function resultOf({ captures, results }: Archive, file: string, stage: 'extract' | 'interpret'): Promise<StoredResult> {
  const capture = (await captures.all()).find(({ url }) => url === file);
  const latest = (await results.latestSummaries(stage)).find(({ subject }) => subject === capture?.document_id);
  const body = latest && (await results.body(latest.key));
  if (latest === undefined || body === undefined) throw new Error(`nothing at ${stage} for ${file}`);
  return { ...latest, body };
}

/** The result of an interpretation with other counts. */
const withCounts = (result: StoredResult, counts: object): StoredResult => ({
  ...result,
  summary: Object.assign({}, result.summary, counts),
});

/** Makes the reading of a document one without lines, under the same key: as work that ended early would have left it. */
const endEarly = (file: string) =>
  withArchive(async (archive) => {
    const [model, reading] = [await resultOf(archive, file, 'extract'), await resultOf(archive, file, 'interpret')];
    const disclosure = { ...unpackJson(reading.body, zDisclosure), tables: [], cells: [], lines: [], line_codes: [], quarantine: [] };
    await archive.results.forgetSubjects([model.subject]);
    const early = withCounts(reading, { tables: 0, lines: 0, errors: ['time_limit'] });
    await archive.results.put([model, { ...early, body: packJson(disclosure) }]);
  });

describe('numbers without a unit of money', () => {
  it('are in quarantine', async () => {
    expect((await published('quarantine')).map(({ reason_code, printed }) => [reason_code, printed])).toEqual([
      ['money_unit_missing', '150.50'],
      ['money_unit_missing', '150.50'],
    ]);
  });

  it('are published after the pipeline states the unit and only their document is read again', async () => {
    const again = await retryFailed(state(), { quarantined: true });
    expect([again, await run('{ unit: 万元 }')]).toEqual([1, { read: 1, quarantined: 0 }]);
    const amounts = (await published('lines')).map(({ amount }) => amount);
    expect([await published('quarantine'), amounts.sort()]).toEqual([[], ['1505000', '1505000', '200000', '200000']]);
  });

  it('are no reason to read their document again once its last reading has none', async () => {
    await withArchive(async (archive) => {
      const reading = await resultOf(archive, 'a.html', 'interpret');
      await archive.results.put([{ ...withCounts(reading, { quarantined: 0 }), key: 'of another pipeline' }]);
    });
    expect(await retryFailed(state(), { quarantined: true })).toBe(0);
  });
});

describe('a reading that ended early', () => {
  it('is published when a retry reads the document to its end', async () => {
    await endEarly('b.html');
    await run('{}');
    const before = (await published('lines')).map(({ amount }) => amount);
    const again = await retryFailed(state());
    await run('{}');
    const after = (await published('lines')).map(({ amount }) => amount);
    expect([before, again, after.sort()]).toEqual([[null, null], 1, ['200000', '200000', null, null]]);
  });
});
