import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { portalListener } from '../../src/cli/portalServer.js';
import { loadSamplePortal } from '../../src/cli/samplePortal.js';
import { pipelineStatus } from '../../src/pipeline/index.js';
import { buildChild } from './build.js';
import { type KillPlan, killedRun } from './killedRun.js';
import { differences, publishedBytes } from './publishedBytes.js';
import { seededRandom } from './random.js';
import { folderScenario, portalScenario } from './scenarios.js';

/**
 * Runs pipelines, kills them with SIGKILL at random moments until they complete, and compares what is published with an uninterrupted run. `--kills N`
 * kills in all, `--seed S` repeats a series. Exits 1 and keeps the folders where bytes differ.
 */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } } });
const kills = Number(values.kills);
const random = seededRandom(Number(values.seed));
const folder = mkdtempSync(path.join(tmpdir(), 'fiscus-crash-'));
const program = buildChild();

/** Network jobs that a run has leased at once at most: as many answers can be lost with it. */
const IN_FLIGHT = 16;

/** How often each document and page of the portal was asked for. */
const requests = new Map<string, number>();
const answer = portalListener(loadSamplePortal());
const server = createServer((request, response) => {
  requests.set(request.url ?? '', (requests.get(request.url ?? '') ?? 0) + 1);
  answer(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('the portal has no port');

interface Scenario {
  name: string;
  file: string;
  expected: Map<string, string>;
  originals: number;
  /** Milliseconds and settled jobs of an uninterrupted run. */
  duration: number;
  jobs: number;
  requests: number;
}

/** Published bytes, originals and costs of a run that nobody kills. */
async function uninterrupted(name: string, file: string): Promise<Scenario> {
  const state = path.join(folder, name, 'state');
  const output = path.join(folder, name, 'output');
  requests.clear();
  const started = performance.now();
  await killedRun(program, [file, state, output, '2'], {});
  const duration = performance.now() - started;
  const expected = publishedBytes(output);
  const originals = publishedBytes(path.join(state, 'originals')).size;
  return { name, file, expected, originals, duration, jobs: 25, requests: documentRequests() };
}

/** Requests but those for robots.txt, which every process asks for. */
function documentRequests(): number {
  return [...requests].reduce((sum, [url, count]) => sum + (url === '/robots.txt' ? 0 : count), 0);
}

/** A moment to kill at: by the clock, or just after a job was settled. */
function nextKill({ duration, jobs }: Scenario): KillPlan {
  if (random() < 0.5) return { afterMs: random() * duration };
  return { afterJobs: 1 + Math.floor(random() * jobs * random()), afterMs: random() * random() * 200 };
}

/** Kills runs of a scenario on one state until one completes, and says what is wrong with the result. */
async function series(scenario: Scenario, number: number, limit: number, stages: Map<string, number>) {
  const state = path.join(folder, `${scenario.name}-${number}`, 'state');
  const output = path.join(folder, `${scenario.name}-${number}`, 'output');
  requests.clear();
  let killed = 0;
  for (;;) {
    const workers = String(1 + Math.floor(random() * 3));
    const plan = killed < limit ? nextKill(scenario) : {};
    const end = await killedRun(program, [scenario.file, state, output, workers], plan);
    if (!end.killed) break;
    killed += 1;
    stages.set(end.stage, (stages.get(end.stage) ?? 0) + 1);
  }
  const problems = differences(scenario.expected, publishedBytes(output)).map((file) => `${file} differs`);
  const originals = publishedBytes(path.join(state, 'originals')).size;
  if (originals !== scenario.originals) problems.push(`${originals} originals instead of ${scenario.originals}`);
  // A kill between the end of a run and the end of its process makes the next process run anew, which asks for everything once more.
  const runs = (await pipelineStatus(state))?.run ?? 0;
  const repeated = documentRequests() - runs * scenario.requests;
  if (repeated > killed * IN_FLIGHT) problems.push(`${repeated} requests repeated after ${killed} kills of at most ${IN_FLIGHT} jobs`);
  if (problems.length === 0) rmSync(path.dirname(state), { recursive: true });
  return { killed, repeated, problems };
}

const started = performance.now();
mkdirSync(folder, { recursive: true });
const scenarios = [
  await uninterrupted('folder', folderScenario(path.join(folder, 'folder'))),
  await uninterrupted('portal', portalScenario(path.join(folder, 'portal'), `http://127.0.0.1:${address.port}`)),
];
for (const { name, expected, originals, duration } of scenarios)
  console.log(`${name}: ${expected.size} files published, ${originals} originals, ${Math.round(duration)} ms uninterrupted`);

const stages = new Map<string, number>();
let total = 0;
let completed = 0;
let repeated = 0;
let wrong = 0;
for (let number = 1; total < kills; number += 1) {
  const scenario = scenarios[number % 4 === 0 ? 1 : 0];
  if (scenario === undefined) throw new Error('no scenario');
  const result = await series(scenario, number, Math.min(kills - total, 12), stages);
  total += result.killed;
  completed += 1;
  repeated += result.repeated;
  if (result.problems.length > 0) wrong += 1;
  const verdict = result.problems.length === 0 ? 'same bytes' : result.problems.join('; ');
  console.log(
    `${scenario.name} ${number}: ${result.killed} kills (${total} of ${kills}), ${result.repeated} requests repeated: ${verdict}`,
  );
}
server.close();
const where = [...stages].map(([stage, count]) => `${stage} ${count}`).join(', ');
console.log(`last job settled before the kill: ${where}`);
console.log(
  `${total} kills, ${completed} runs completed, ${wrong} wrong, ${repeated} requests repeated, ${Math.round((performance.now() - started) / 1000)} s`,
);
if (wrong > 0) {
  console.log(`the folders of wrong runs are kept in ${folder}`);
  process.exitCode = 1;
} else rmSync(folder, { recursive: true });
