import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadSamplePortal } from '../../src/cli/samplePortal.js';
import { createFetcher, fetcherSettings } from '../../src/fetch/index.js';
import { type WebSource, zSource, zWebSource } from '../../src/model/index.js';
import { samplesFolder } from '../shared.js';
import { type FaultPlan, type FaultyPortal, startFaultyPortal } from './faultyPortal.js';
import { harvest } from './harvest.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** pipelines/*.yaml as this test reads it: the source alone. */
function describedSource(name: string): unknown {
  const text = readFileSync(path.join(samplesFolder, '..', 'pipelines', `${name}.yaml`), 'utf8');
  const described: unknown = parse(text);
  return typeof described === 'object' && described !== null && 'source' in described ? described.source : null;
}

/** The source of pipelines/portal.yaml, pointed at a running portal. */
function portalSource(portal: FaultyPortal): WebSource {
  const source = zWebSource.parse(describedSource('portal'));
  return { ...source, start: [{ url: `${portal.url}/`, role: 'list' }], rate: { ...source.rate, requests_per_second: 1000 } };
}

/** Harvests the sample portal, with faults if a plan says so. */
async function harvestSamples(plan?: FaultPlan) {
  const portal = await startFaultyPortal(loadSamplePortal(), plan);
  const source = portalSource(portal);
  const fetcher = createFetcher({ ...fetcherSettings(source), backOffSeconds: 0.02, timeoutSeconds: 5 });
  closers.push(() => fetcher.close(), portal.close);
  return { portal, result: await harvest(source, fetcher, 8) };
}

const DOCUMENTS = ['保定市徐水区人民政府办公室2024年部门预算信息公开.docx', '2024020616.pdf', 'download.jsp', 't20240208_1004.html'];

describe('the pipelines of the samples', () => {
  it.each(['samples', 'portal'])('%s has a valid source', (name) => {
    expect(zSource.safeParse(describedSource(name)).error).toBeUndefined();
  });
});

describe('a harvest of the sample portal', () => {
  it('finds the disclosure in its four forms', async () => {
    const { result } = await harvestSamples();
    expect([...result.documents.values()].map(({ candidate }) => candidate.file_name).sort()).toEqual([...DOCUMENTS].sort());
  });

  it('brings the bytes of the samples', async () => {
    const { result } = await harvestSamples();
    const docx = [...result.documents.values()].find(({ candidate }) => candidate.file_name.endsWith('.docx'));
    expect(docx?.body.equals(readFileSync(path.join(samplesFolder, 'xushui-2024.docx')))).toBe(true);
  });

  it('knows date and department of every document', async () => {
    const { result } = await harvestSamples();
    const evidence = [...result.documents.values()].map(({ candidate }) => [candidate.listed_date?.slice(0, 7), candidate.department]);
    expect(evidence).toEqual(Array.from({ length: 4 }, () => ['2024-02', '保定市徐水区人民政府办公室']));
  });

  it('learns the name of the download without extension', async () => {
    const { result } = await harvestSamples();
    expect([...result.documents.values()].map(({ fileName }) => fileName)).toContain(
      '保定市徐水区人民政府办公室2024年部门预算信息公开.txt',
    );
  });

  it('never asks for the article 政策解读, its attachment, or what robots.txt disallows', async () => {
    const { portal } = await harvestSamples();
    expect(portal.requests.map(({ target }) => target).filter((target) => /zcjd|internal/.test(target))).toEqual([]);
  });

  it('asks for every page and file once', async () => {
    const { portal } = await harvestSamples();
    const targets = portal.requests.map(({ target }) => target);
    expect(targets).toHaveLength(new Set(targets).size);
  });

  it('never has more requests in flight than the source says', async () => {
    const { portal } = await harvestSamples();
    expect(portal.mostAtOnce()).toBeLessThanOrEqual(4);
  });

  it.each([1, 2, 3, 4, 5, 6])('finds the same with faults of seed %i', async (seed) => {
    const plan: FaultPlan = {
      seed,
      shares: { reset: 0.2, unavailable: 0.2, too_many: 0.1, truncated: 0.2, slow: 0.1 },
      faultsPerUrl: 2,
      retryAfter: '0',
      slowMs: 100,
    };
    const { portal, result } = await harvestSamples(plan);
    expect([...result.documents.values()].map(({ candidate }) => candidate.file_name).sort()).toEqual([...DOCUMENTS].sort());
    expect(portal.requests.some(({ fault }) => fault !== null)).toBe(true);
  });

  it('takes no page that says “not found” with success for a document', async () => {
    const plan: FaultPlan = { seed: 1, shares: { soft_404: 1 }, faultsPerUrl: 1 };
    const { result } = await harvestSamples(plan);
    expect([...result.documents.keys()]).toEqual([]);
  });

  it('ends where every redirect leads in a circle', async () => {
    const { result } = await harvestSamples({ seed: 1, shares: { redirect_loop: 1 }, faultsPerUrl: 99 });
    expect([...result.failures.values()]).toEqual(['redirect_loop']);
  });
});
