/**
 * The benchmark of harvesting: Fiscus and Scrapy on the same generated site on loopback, alternately; `--unchanged` measures a whole run with reading and publishing
 * and then the same again over the unchanged site. Prints a line a run and writes all figures to output/bench/.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { median } from '../reading.js';
import { BenchSite } from './benchSite.js';
import { filesBelow, fiscus, type Harvester, scrapy } from './harvesters.js';
import { type MemorySample, memoryCsv, memoryPlot } from './memoryPlot.js';
import { measure } from './processes.js';

/** An option that is a whole number, at least so much. */
const wholeNumber = (least: number) => (text: string) => {
  if (!/^\d{1,8}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`it must be a whole number, at least ${least}`);
  return Number(text);
};

const program = new Command('npm run bench:harvest --')
  .option('--documents <n>', 'documents of the site', wholeNumber(1), 1000)
  .option('--bytes <n>', 'bytes of a document; 0: small budgets that can be read', wholeNumber(0), 3000)
  .option('--rounds <n>', 'rounds of both', wholeNumber(1), 3)
  .option('--concurrency <n>', 'requests in flight', wholeNumber(1), 16)
  .option('--only <name>', 'only fiscus or only scrapy')
  .option('--unchanged', 'a whole run, reading and publishing included, and the same again over the unchanged site')
  .option('--name <name>', 'of the files with the figures', 'harvest')
  .parse();
const zOptions = z.object({
  documents: z.number(),
  bytes: z.number(),
  rounds: z.number(),
  concurrency: z.number(),
  only: z.string().optional(),
  unchanged: z.boolean().default(false),
  name: z.string().regex(/^[\w-]+$/),
});
const options = zOptions.parse(program.opts());
const STEP = Math.max(10, Math.min(1000, Math.floor(options.documents / 20)));

interface Run {
  name: string;
  round: number;
  requests: number;
  documents: number;
  stored: number;
  seconds: number;
  cpuSeconds: number;
  peakMb: number;
  serverCpuSeconds: number;
}

const memory: MemorySample[] = [];

const output = path.resolve('output/bench');
const file = (extension: string) => path.join(output, `${options.name}.${extension}`);

/** Writes the samples of resident memory, as figures and as a picture. */
function writeMemory(): void {
  mkdirSync(output, { recursive: true });
  writeFileSync(file('csv'), memoryCsv(memory));
  writeFileSync(file('svg'), memoryPlot(memory));
}

/** One run of one program in a folder, measured. */
async function run({ name, harvest }: Harvester, round: number, site: BenchSite, folder: string): Promise<Run> {
  const { program: file, options: given, documents: kept } = harvest(site.url, folder);
  await site.asked();
  const command = measure(file, given, { ...process.env, NODE_ENV: 'production' });
  site.onDocuments = (documents) => {
    memory.push({ name, round, documents, ...command.sample() });
    // Written as it goes: a run over a large site takes long, and may be stopped.
    writeMemory();
  };
  const cost = await command.cost;
  site.onDocuments = () => undefined;
  const row = { name, round, ...(await site.asked()), stored: filesBelow(kept), ...cost };
  printRun(row);
  return row;
}

function printRun({ name, round, requests, documents, stored, seconds, cpuSeconds, peakMb, serverCpuSeconds }: Run): void {
  const perRequest = (cpuSeconds * 1000) / requests;
  console.log(
    `${name.padEnd(18)} round ${round}: ${requests} requests, ${documents} documents, ${stored} stored, ${seconds.toFixed(2)} s (${(requests / seconds).toFixed(0)} requests/s), CPU ${cpuSeconds.toFixed(2)} s (${perRequest.toFixed(2)} ms a request), peak ${peakMb.toFixed(0)} MB, server CPU ${serverCpuSeconds.toFixed(2)} s, load ${loadavg()[0]?.toFixed(1)}`,
  );
}

/** Every program by turns, each time in a new folder. */
async function compare(site: BenchSite): Promise<Run[]> {
  const harvesters = [fiscus('fetch', options.concurrency), scrapy(options.concurrency)].filter(
    ({ name }) => (options.only ?? name) === name,
  );
  const runs: Run[] = [];
  for (let round = 1; round <= options.rounds; round += 1)
    for (const harvester of harvesters) runs.push(await inFolder((folder) => run(harvester, round, site, folder)));
  const [ours, theirs] = harvesters.map((harvester) => summarize(harvester, runs));
  if (ours === undefined || theirs === undefined) return runs;
  const speed = (ours.requestsPerSecond / theirs.requestsPerSecond).toFixed(2);
  console.log(`fiscus is ${speed} times as fast as scrapy and needs ${(ours.cpuMs / theirs.cpuMs).toFixed(2)} of its CPU`);
  return runs;
}

/** Requests a second and CPU a request (ms) of a program: medians over its rounds. */
function summarize({ name }: Harvester, runs: readonly Run[]): { requestsPerSecond: number; cpuMs: number } {
  const own = runs.filter((one) => one.name === name);
  const requestsPerSecond = median(own.map(({ requests, seconds }) => requests / seconds));
  const cpuMs = median(own.map(({ requests, cpuSeconds }) => (cpuSeconds * 1000) / requests));
  console.log(`${name.padEnd(18)} median ${requestsPerSecond.toFixed(0)} requests/s, ${cpuMs.toFixed(2)} ms CPU a request`);
  return { requestsPerSecond, cpuMs };
}

/** A whole run and one over the unchanged site. */
async function again(site: BenchSite): Promise<Run[]> {
  return inFolder(async (folder) => {
    const whole = fiscus('whole', options.concurrency);
    const first = await run({ ...whole, name: 'fiscus, first run' }, 1, site, folder);
    const second = await run({ ...whole, name: 'fiscus, second run' }, 1, site, folder);
    console.log(`the first run took ${(first.cpuSeconds / second.cpuSeconds).toFixed(1)} times the CPU of the second`);
    return [first, second];
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fiscus-bench-harvest-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!options.unchanged && options.only !== 'fiscus' && spawnSync('scrapy', ['version']).status !== 0) {
  console.error('bench:harvest: scrapy is missing; install python3-scrapy, or measure with --only fiscus');
  process.exit(3);
}
const machine = { cores: availableParallelism(), model: cpus()[0]?.model, node: process.version, loadBefore: loadavg() };
console.log(
  `${options.documents} documents of ${options.bytes} bytes, concurrency ${options.concurrency}; ${machine.cores} cores (${machine.model}), node ${machine.node}, load ${machine.loadBefore.map((value) => value.toFixed(1)).join(' ')}`,
);
const site = await BenchSite.start(options.documents, options.bytes, STEP);
const runs = await (options.unchanged ? again(site) : compare(site)).finally(() => site.stop());
writeMemory();
writeFileSync(file('json'), `${JSON.stringify({ date: new Date().toISOString(), machine, options, runs }, null, 1)}\n`);
console.log(`All figures: ${file('json')}, resident memory: ${file('csv')}, ${file('svg')}`);
