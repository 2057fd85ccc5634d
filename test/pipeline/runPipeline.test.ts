import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgressEvent, RunReport } from '../../src/pipeline/index.js';
import { pipelineStatus, readPipeline, retryFailed, runPipeline } from '../builtPipeline.js';
import { differences, publishedBytes } from '../crash/publishedBytes.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

// Each run starts children that load every reader: seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
let output: string;
/** What the one run came to whose folder tests of the runs after it copy. */
let first: Run & { folder: string };

/** A new folder with one document. */
async function newFolder(): Promise<void> {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-run-'));
  output = path.join(folder, 'output');
  await mkdir(path.join(folder, 'documents'));
  await put('a.html', budgetPage('甲局'));
}

beforeAll(async () => {
  await newFolder();
  first = { folder, ...(await run()) };
}, 240_000);
afterAll(async () => rm(first.folder, { recursive: true }));
beforeEach(newFolder);
afterEach(async () => rm(folder, { recursive: true }));

/** Brings the folder to where it is after its first run. The log of a closed database holds nothing that the database lacks, and goes when it pleases. */
const afterFirstRun = () => cp(first.folder, folder, { recursive: true, filter: (file) => !/-(?:wal|shm)$/.test(file) });

/** Puts a document into the source folder. */
const put = (name: string, text: string) => writeFile(path.join(folder, 'documents', name), text);

interface Run {
  report: RunReport;
  /** What was done, as `stage` of each settled job. */
  stages: string[];
}

/** Runs the pipeline over the folder once. */
async function run({ limits = '{}', expected = '{}', state = 'state', workers = 1, signal }: RunSettings = {}): Promise<Run> {
  const file = path.join(folder, 'p.yaml');
  await writeFile(file, `name: p\ntitle: p\nlimits: ${limits}\nsource: { type: folder, path: documents, expected: ${expected} }\n`);
  const stages: string[] = [];
  const onProgress = (event: ProgressEvent) => {
    if (event.type === 'job') stages.push(event.stage);
  };
  const stateFolder = path.join(folder, state);
  const options = { stateFolder, outputFolder: output, workers, onProgress };
  const report = await runPipeline(await readPipeline(file), signal === undefined ? options : { ...options, signal });
  return { report, stages };
}
interface RunSettings {
  limits?: string;
  expected?: string;
  state?: string;
  workers?: number;
  signal?: AbortSignal;
}

const originals = async () => {
  const files = await readdir(path.join(folder, 'state/originals'), { recursive: true, withFileTypes: true });
  return files.filter((entry) => entry.isFile()).length;
};

describe('a run', () => {
  it('publishes what its documents print', async () => {
    expect((await publishedTable(path.join(first.folder, 'output'), 'lines')).map((line) => line.amount)).toEqual(['1505000', '1505000']);
  });

  it('goes through every stage', () => {
    expect([...new Set(first.stages)]).toEqual(['discover', 'fetch', 'extract', 'interpret', 'check', 'publish']);
  });

  it('publishes the same bytes with one worker and with three', async () => {
    await put('b.html', budgetPage('乙局', '99'));
    await put('c.html', budgetPage('丙局', '7.5'));
    await run({ state: 'one', workers: 1 });
    const expected = publishedBytes(output);
    await run({ state: 'three', workers: 3 });
    expect(differences(expected, publishedBytes(output))).toEqual([]);
  });

  it('reports where its status can be asked', async () => {
    const status = await pipelineStatus(path.join(first.folder, 'state'));
    expect([status?.state, status?.report]).toEqual(['done', first.report]);
  });
});

describe('a source that gives less than expected', () => {
  beforeEach(afterFirstRun);

  const codes = async (expected: string) => (await run({ expected })).report.alarms.map(({ code, severity }) => [code, severity]);

  it('raises an alarm where documents of a year are missing', async () => {
    expect(await codes('{ "2024": 3 }')).toEqual([['expected_more', 'warning']]);
  });

  it('raises an alarm where a year gave nothing', async () => {
    expect(await codes('{ "2024": 1, "2025": 1 }')).toEqual([['expected_none_found', 'error']]);
  });

  it('says so in the published diagnostics', async () => {
    await run({ expected: '{ "2024": 3 }' });
    expect((await publishedTable(output, 'diagnostics')).map((row) => row.code)).toContain('expected_more');
  });
});

describe('a second run', () => {
  beforeEach(afterFirstRun);

  it('over an unchanged source reads, interprets and checks nothing', async () => {
    const { stages } = await run();
    expect(stages.sort()).toEqual(['check', 'discover', 'fetch', 'interpret', 'publish']);
  });

  it('over an unchanged source changes no published byte', async () => {
    const before = publishedBytes(output);
    await run();
    expect(differences(before, publishedBytes(output))).toEqual([]);
  });

  it('mends a published folder that someone has changed', async () => {
    const before = publishedBytes(output);
    await writeFile(path.join(output, 'lines.csv'), 'tampered');
    await run();
    expect(differences(before, publishedBytes(output))).toEqual([]);
  });

  it('reads the new document only', async () => {
    await put('b.html', budgetPage('乙局'));
    const { stages } = await run();
    expect(stages.filter((stage) => stage === 'extract')).toHaveLength(1);
  });

  it('keeps both versions of a document that changed', async () => {
    await put('a.html', budgetPage('甲局', '160'));
    await run();
    const captures = await publishedTable(output, 'captures');
    expect([await originals(), captures.map((capture) => capture.changed).sort()]).toEqual([2, ['content', null]]);
  });

  it('marks a document that vanished, and keeps it', async () => {
    await put('b.html', budgetPage('乙局'));
    await run();
    await rm(path.join(folder, 'documents/b.html'));
    await run();
    const captures = await publishedTable(output, 'captures');
    expect([await originals(), captures.map((capture) => [capture.url, capture.status])]).toEqual([
      2,
      [
        ['a.html', 'ok'],
        ['b.html', 'gone'],
      ],
    ]);
  });

  it('knows a document again under another name', async () => {
    await rename(path.join(folder, 'documents/a.html'), path.join(folder, 'documents/z.html'));
    const { stages } = await run();
    expect([await originals(), stages.includes('extract')]).toEqual([1, true]);
  });
});

describe('an aborted run', () => {
  it('goes on where it stopped', async () => {
    await run({ state: 'whole' });
    const expected = publishedBytes(output);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stopped')), 600);
    await run({ signal: stop.signal }).catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'stopped')) throw error;
    });
    await run();
    expect(differences(expected, publishedBytes(output))).toEqual([]);
  });
});

describe('a document that passes the time limit', () => {
  it('ends as a failed document with that reason', async () => {
    const { report } = await run({ limits: '{ seconds: 0.001 }' });
    expect(report.failed.map(({ name, reasons }) => [name, reasons])).toEqual([['a.html', ['time_limit']]]);
  });

  it('is read again after a retry', async () => {
    await run({ limits: '{ seconds: 0.001 }' });
    const again = await retryFailed(path.join(folder, 'state'));
    const { stages } = await run({ limits: '{ seconds: 0.001 }' });
    expect([again, stages.filter((stage) => stage === 'extract')]).toEqual([1, ['extract']]);
  });

  it('is read when the limit is raised', async () => {
    await run({ limits: '{ seconds: 0.001 }' });
    expect((await run()).report.failed).toEqual([]);
  });
});
