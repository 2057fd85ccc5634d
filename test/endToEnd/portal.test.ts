import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningPortal } from '../../src/cli/portalServer.js';
import { serveSamplePortal } from '../../src/cli/samplePortal.js';
import type { RunReport } from '../../src/pipeline/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { differences, publishedBytes } from '../crash/publishedBytes.js';
import { PublishedFolder } from './published.js';

describe('the pipeline of the sample portal, over HTTP on loopback', () => {
  let folder: string;
  let portal: RunningPortal;
  let report: RunReport;
  let output: string;
  let published: PublishedFolder;

  /** Runs pipelines/portal.yaml against the portal on its free port. */
  async function run(state: string, published: string): Promise<RunReport> {
    const file = path.join(folder, 'portal.yaml');
    const text = await readFile(path.resolve(import.meta.dirname, '../../pipelines/portal.yaml'), 'utf8');
    await writeFile(file, text.replaceAll('http://127.0.0.1:8642', portal.url.replace(/\/$/, '')));
    return runPipeline(await readPipeline(file), {
      stateFolder: path.join(folder, state),
      outputFolder: path.join(folder, published),
      workers: 2,
      environment: { SOURCE_DATE_EPOCH: '1700000000' },
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fiscus-portal-'));
    portal = await serveSamplePortal({ port: 0 });
    output = path.join(folder, 'a');
    report = await run('state-a', 'a');
    published = new PublishedFolder(output);
  }, 240_000);
  afterAll(async () => {
    await portal.close();
    await rm(folder, { recursive: true });
  });

  it('finds the four documents, and nothing fails: what robots.txt disallows is no failure', () => {
    const missed = report.failed.map(({ name, reasons }) => `${name.replace(portal.url, '')} ${reasons.join()}`);
    expect([report.documents, report.dead, missed]).toEqual([4, [], []]);
  });

  it('names no row that is not there', () => {
    expect(published.danglingReferences()).toEqual([]);
  });

  it('gives the fetch time of SOURCE_DATE_EPOCH to every capture', () => {
    expect(new Set(published.rows('captures').map((capture) => capture.fetched_at))).toEqual(new Set(['2023-11-14T22:13:20.000Z']));
  });

  it('publishes the same bytes from fresh folders', async () => {
    await run('state-b', 'b');
    expect(differences(publishedBytes(output), publishedBytes(path.join(folder, 'b')))).toEqual([]);
  }, 240_000);

  it('changes no byte when it runs again over the unchanged portal', async () => {
    const before = publishedBytes(output);
    await run('state-a', 'a');
    expect(differences(before, publishedBytes(output))).toEqual([]);
  }, 240_000);
});
