import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import type { FaultPlan } from '../portal/faultyPortal.js';
import { archivedDocuments, damagedOriginals, type HarvestFolders, simulatedPipeline } from './simulatedRun.js';
import { type Simulator, startSimulator } from './simulator.js';
import { documentTarget, quietSite, reachableDocuments, type SimulatedSite } from './site.js';
import { PORTAL_STYLES } from './styles.js';

const FAULTS: FaultPlan = {
  seed: 3,
  shares: { reset: 0.04, unavailable: 0.03, too_many: 0.03, truncated: 0.06, slow: 0.04, wrong_type: 0.04 },
  faultsPerUrl: 1,
  retryAfter: '0',
  slowMs: 300,
};

let folder: string;
let simulator: Simulator;
let folders: HarvestFolders;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fiscus-simulator-'));
});
afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

async function serve(site: SimulatedSite, plan?: FaultPlan, rate?: { requests_per_second: number; concurrency: number }): Promise<void> {
  simulator = await startSimulator(site, plan, plan === undefined ? undefined : { every: 60, length: 3 });
  folders = simulatedPipeline(folder, simulator.url, rate);
}
const harvest = async (fetchOnly = true) =>
  runPipeline(await readPipeline(folders.file), {
    stateFolder: folders.state,
    outputFolder: folders.output,
    workers: 1,
    fetchOnly,
    force: true,
  });

/** A site with a page of a list for every few articles, in each style. */
const SITE: SimulatedSite = { ...quietSite(PORTAL_STYLES.length, 5), perPage: 2 };

describe('a harvest of a simulated site', () => {
  it('stores every reachable document once, in every style of portal', async () => {
    await serve(SITE);
    await harvest();
    expect(archivedDocuments(folders)).toEqual(reachableDocuments(SITE));
    expect(damagedOriginals(folders)).toEqual([]);
  });

  it('asks for every page and document once, and for nothing that robots.txt disallows', async () => {
    await serve(SITE);
    await harvest();
    const repeated = [...simulator.seen.counts].filter(([, count]) => count > 1);
    expect([repeated, simulator.seen.disallowed]).toEqual([[], 0]);
  });

  it('stores the same through faults and storms', async () => {
    await serve(SITE, FAULTS);
    for (let attempt = 0; attempt < 5 && (await harvest()).failed.length > 0; attempt += 1);
    expect(simulator.seen.faults).toBeGreaterThan(10);
    expect(archivedDocuments(folders)).toEqual(reachableDocuments(SITE));
    expect(damagedOriginals(folders)).toEqual([]);
  }, 240_000);

  it('never asks faster, or for more at once, than the source says', async () => {
    await serve({ ...SITE, departments: 4, years: 3 }, FAULTS, { requests_per_second: 40, concurrency: 3 });
    await harvest();
    // One request may begin at either end of a second.
    expect(simulator.seen.mostPerSecond).toBeLessThanOrEqual(41);
    expect(simulator.seen.mostAtOnce).toBeLessThanOrEqual(3);
  });
});

describe('a second harvest', () => {
  it('of an unchanged site makes conditional requests only, and stores nothing', async () => {
    await serve(SITE);
    await harvest();
    const before = archivedDocuments(folders);
    simulator.reset();
    await harvest();
    expect([simulator.seen.whole, simulator.seen.unchanged > 0, archivedDocuments(folders)]).toEqual([0, true, before]);
  });

  it('keeps both versions of what changed and marks what vanished', async () => {
    await serve(SITE);
    await harvest(false);
    const changed: SimulatedSite = {
      ...SITE,
      version: (department, year) => (department !== 1 ? 0 : year === 2015 ? 1 : year === 2016 ? 'vanished' : 0),
    };
    simulator.change(changed);
    const report = await harvest(false);
    const documents = archivedDocuments(folders);
    const gone = documentTarget(1, 2016);
    expect(documents.has(gone)).toBe(true);
    documents.delete(gone);
    expect([documents, report.documents]).toEqual([reachableDocuments(changed), SITE.departments * SITE.years + 1]);
  });
});
