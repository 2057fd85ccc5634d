import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildChild } from '../crash/build.js';
import { simulate } from './simulate.js';

/**
 * Harvests a simulated site of many departments and years with faults, changes and SIGKILLs of the harvesting process. Exits 1 and keeps the folder where a
 * promise was broken. `--departments`, `--years`, `--kills`, `--seed`, `--rate` (requests a second), `--concurrency`.
 */
const option = (value: string) => ({ type: 'string', default: value }) as const;
const { values } = parseArgs({
  options: {
    departments: option('2000'),
    years: option('3'),
    kills: option('10'),
    seed: option('1'),
    rate: option('500'),
    concurrency: option('8'),
  },
});
const settings = {
  departments: Number(values.departments),
  years: Number(values.years),
  kills: Number(values.kills),
  seed: Number(values.seed),
  requestsPerSecond: Number(values.rate),
  concurrency: Number(values.concurrency),
};
const folder = mkdtempSync(path.join(tmpdir(), 'fiscus-simulate-'));
const started = performance.now();
const { problems, ...counts } = await simulate(buildChild(), path.join(folder, 'simulated'), settings, (line) => console.log(line));
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${JSON.stringify({ ...settings, ...counts, seconds })}`);
if (problems.length > 0) {
  for (const problem of problems) console.log(`broken: ${problem}`);
  console.log(`the state is kept in ${folder}`);
  process.exitCode = 1;
} else {
  rmSync(folder, { recursive: true });
  console.log('every reachable document is stored once, nothing was asked for that robots.txt disallows, no rate was exceeded');
}
