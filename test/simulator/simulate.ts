import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipelineStatus } from '../../src/pipeline/index.js';
import { killedRun } from '../crash/killedRun.js';
import { seededRandom } from '../crash/random.js';
import type { FaultPlan } from '../portal/faultyPortal.js';
import { archivedDocuments, damagedOriginals, foundDocuments, type HarvestFolders, simulatedPipeline } from './simulatedRun.js';
import { startSimulator } from './simulator.js';
import { documentTarget, quietSite, reachableDocuments, type SimulatedSite } from './site.js';

export interface Simulation {
  departments: number;
  years: number;
  seed: number;
  /** SIGKILLs of the harvesting process, half of them after the site has changed. */
  kills: number;
  requestsPerSecond: number;
  concurrency: number;
}

/** What one simulation came to; `problems` is empty where every promise was kept. */
export interface Outcome {
  problems: string[];
  documents: number;
  requests: number;
  faults: number;
  kills: number;
  runs: number;
  repeated: number;
  mostPerSecond: number;
  mostAtOnce: number;
}

/** Network jobs that a run works on at once at most: as many answers can be lost with it. */
const IN_FLIGHT = 16;
const MOST_RUNS = 12;
/** Shares of answers with each fault; each address has one at most, so that a patient client gets everything. */
const SHARES: FaultPlan['shares'] = {
  reset: 0.02,
  hang: 0.0005,
  too_many: 0.005,
  unavailable: 0.01,
  truncated: 0.02,
  slow: 0.01,
  wrong_type: 0.01,
  soft_404: 0.005,
  redirect_loop: 0.005,
};

/** Every seventh document changes and every eleventh vanishes. */
function changedSite(site: SimulatedSite): SimulatedSite {
  return {
    ...site,
    version: (department, year) => {
      const number = department * 31 + year;
      return number % 11 === 0 ? 'vanished' : number % 7 === 0 ? 1 : 0;
    },
  };
}

/** Harvests a site with faults and kills until a run brings everything, lets it change, harvests again, and says which promises were broken. Removes its folder. */
export async function simulate(program: string, folder: string, settings: Simulation, say: (line: string) => void): Promise<Outcome> {
  const { departments, years, seed, kills, requestsPerSecond, concurrency } = settings;
  const random = seededRandom(seed);
  const site = quietSite(departments, years);
  const plan: FaultPlan = { seed, shares: SHARES, faultsPerUrl: 1, retryAfter: '1', slowMs: 300 };
  const simulator = await startSimulator(site, plan, { every: 997, length: 5 });
  const rate = { requests_per_second: requestsPerSecond, concurrency };
  const folders = simulatedPipeline(folder, simulator.url, rate);
  const outcome: Outcome = {
    problems: [],
    documents: 0,
    requests: 0,
    faults: 0,
    kills: 0,
    runs: 0,
    repeated: 0,
    mostPerSecond: 0,
    mostAtOnce: 0,
  };
  const jobs = departments * (1 + 2 * years);
  try {
    for (const [phase, state] of [site, changedSite(site)].entries()) {
      simulator.change(state);
      const killsHere = phase === 0 ? Math.ceil(kills / 2) : Math.floor(kills / 2);
      await harvest({ program, folders, killsHere, jobs, random, simulator, outcome, say });
      outcome.problems.push(...wrongDocuments(folders, site, state));
      outcome.documents = archivedDocuments(folders).size;
    }
  } finally {
    await simulator.close();
  }
  const { problems } = outcome;
  if (outcome.mostPerSecond > requestsPerSecond + 1) problems.push(`${outcome.mostPerSecond} requests began in one second`);
  if (outcome.mostAtOnce > concurrency) problems.push(`${outcome.mostAtOnce} requests were in flight at once`);
  if (problems.length === 0) rmSync(folder, { recursive: true });
  return outcome;
}

interface Harvest {
  program: string;
  folders: HarvestFolders;
  killsHere: number;
  jobs: number;
  random: () => number;
  simulator: Awaited<ReturnType<typeof startSimulator>>;
  outcome: Outcome;
  say: (line: string) => void;
}

/** Runs, killed as often as wanted, until one completes in which nothing failed. */
async function harvest({ program, folders, killsHere, jobs, random, simulator, outcome, say }: Harvest): Promise<void> {
  /** Whole answers to each address, and kills, of each run: a run that is resumed may ask again only for what was in flight. */
  const answers = new Map<number, Map<string, number>>();
  const killed = new Map<number, number>();
  let left = killsHere;
  for (let started = 0; ; started += 1) {
    simulator.reset();
    const afterJobs = 1 + Math.floor((random() * 2 * jobs) / (killsHere + 1));
    const end = await killedRun(
      program,
      [folders.file, folders.state, folders.output, '1', 'fetch'],
      left > 0 ? { afterJobs, afterMs: random() * 200 } : {},
    );
    const status = await pipelineStatus(folders.state);
    const run = status?.run ?? 0;
    const { seen } = simulator;
    const counts = answers.get(run) ?? new Map<string, number>();
    for (const [target, count] of seen.answered) counts.set(target, (counts.get(target) ?? 0) + count);
    answers.set(run, counts);
    outcome.requests += seen.requests;
    outcome.faults += seen.faults;
    outcome.mostPerSecond = Math.max(outcome.mostPerSecond, seen.mostPerSecond);
    outcome.mostAtOnce = Math.max(outcome.mostAtOnce, seen.mostAtOnce);
    if (seen.disallowed > 0) outcome.problems.push(`${seen.disallowed} requests for what robots.txt disallows`);
    if (end.killed) {
      left -= 1;
      outcome.kills += 1;
      killed.set(run, (killed.get(run) ?? 0) + 1);
      say(`run ${run}: killed after ${seen.requests} requests, last job: ${end.stage}`);
      continue;
    }
    const failures = Number(/^failed (\d+)$/.exec(end.stage)?.[1] ?? 1);
    say(`run ${run}: complete, ${failures} failures, ${seen.requests} requests, ${seen.unchanged} unchanged, ${seen.faults} faults`);
    if (failures === 0) break;
    if (started > killsHere + MOST_RUNS) {
      outcome.problems.push(`${failures} failures are left after ${MOST_RUNS} runs`);
      break;
    }
  }
  outcome.runs += answers.size;
  for (const [run, counts] of answers) {
    const repeated = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
    const allowed = (killed.get(run) ?? 0) * IN_FLIGHT;
    outcome.repeated += repeated;
    if (repeated > allowed) outcome.problems.push(`run ${run}: ${repeated} answers repeated after ${killed.get(run) ?? 0} kills`);
  }
}

/** What is wrong with the archive: a document that is missing, stored twice, damaged, or that the site never had; one that vanished and was not kept, or counts as found. */
function wrongDocuments(folders: HarvestFolders, before: SimulatedSite, now: SimulatedSite): string[] {
  const expected = reachableDocuments(before);
  const vanished = new Set<string>();
  for (let department = 0; department < now.departments; department += 1)
    for (let year = 2015; year < 2015 + now.years; year += 1)
      if (now.version(department, year) === 'vanished') vanished.add(documentTarget(department, year));
  for (const [target, hash] of reachableDocuments(now)) expected.set(target, hash);
  const found = archivedDocuments(folders);
  // What vanished is expected as it was: nothing that was fetched is lost.
  const missing = [...expected].filter(([target, hash]) => found.get(target) !== hash);
  const seen = foundDocuments(folders);
  const undead = [...vanished].filter((target) => seen.has(target));
  const strange = [...found.keys()].filter((target) => !expected.has(target));
  const originals = path.join(folders.state, 'originals');
  const files = existsSync(originals) ? readdirSync(originals, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()) : [];
  const distinct = new Set([...reachableDocuments(before).values(), ...reachableDocuments(now).values()]).size;
  return [
    ...missing.slice(0, 5).map(([target]) => `${target} is not stored as it is now`),
    ...(missing.length > 5 ? [`${missing.length} documents are not stored as they are now`] : []),
    ...undead.slice(0, 5).map((target) => `${target} vanished and counts as found`),
    ...strange.slice(0, 5).map((target) => `${target} is no document of the site`),
    ...damagedOriginals(folders).map((name) => `original ${name} is damaged`),
    ...(files.length === distinct ? [] : [`${files.length} originals of ${distinct} documents`]),
  ];
}
