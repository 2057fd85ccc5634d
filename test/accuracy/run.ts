/**
 * `npm run accuracy`: reads the hand-keyed and other people's documents with the built command line, scores them with score.py, prints the
 * table and holds it against configuration/accuracy-floors.json; holds the blocks of real PDFs against their text layers and the leaves of their tables against the printed totals. `--raise` lifts floors to what was measured; nothing lowers them.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createReadStream, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sharedFolder } from '../sharedFolder.js';
import { measureConservation } from './conservation.js';
import { type Measures, readMeasures } from './measures.js';
import { sumMeasures, sumsByPlace } from './placeSums.js';
import { accuracySuites, corpusPdfs, type Suite } from './suites.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const floorsFile = path.join(root, 'configuration/accuracy-floors.json');
const zFloors = z.record(z.string(), z.record(z.string(), z.number()));
/** Every measured figure is rounded down to this many digits before it becomes a floor. */
const DIGITS = 4;
const WORST_PAGES = 10;
const NUMBERS_SHOWN = 8;

if (!existsSync(sharedFolder)) {
  console.error(`accuracy: ${sharedFolder} is missing; set FISCUS_SHARED to the folder with the truth files`);
  process.exit(3);
}
const work = mkdtempSync(path.join(tmpdir(), 'fiscus-accuracy-'));
const printed = new Map<string, string>();

/** Runs a command of the built command line over files and gives the file with what it printed. Throws where it fails. */
async function fiscus(command: Suite['command'], files: readonly string[]): Promise<string> {
  const output = path.join(work, `${printed.size}.jsonl`);
  printed.set([command, ...files].join('\n'), output);
  const stdout = openSync(output, 'w');
  const options = command === 'lines' ? ['--json'] : [];
  const child = spawn(process.execPath, ['dist/cli/main.js', command, ...options, ...files], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
  });
  const [exitCode] = await once(child, 'close');
  closeSync(stdout);
  if (exitCode !== 0) throw new Error(`fiscus ${command} ended with exit code ${exitCode}`);
  return output;
}

/** What the built command line prints for the files of a suite; suites that read the same files share one run. */
async function predicted(suite: Suite): Promise<string> {
  return printed.get([suite.command, ...suite.files].join('\n')) ?? fiscus(suite.command, suite.files);
}

/** What score.py says of a suite. */
async function score(suite: Suite): Promise<string> {
  const only = suite.only.flatMap((name) => ['--only', name]);
  return execFileSync('python3', [path.join(sharedFolder, 'tools/score.py'), suite.mode, suite.truth, await predicted(suite), ...only], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

const floors = zFloors.parse(JSON.parse(readFileSync(floorsFile, 'utf8')));
const raised: Record<string, Measures> = structuredClone(floors);
const below: string[] = [];

/** Holds a suite's measures against its floors. */
function hold(name: string, measures: Measures): void {
  const floor = floors[name] ?? {};
  for (const [measure, least] of Object.entries(floor)) {
    const measured = measures[measure];
    if (measured === undefined || measured < least)
      below.push(`${name}: ${measure} is ${measured ?? 'not measured'}, the floor is ${least}`);
  }
  const mine: Measures = { ...floor };
  for (const [measure, measured] of Object.entries(measures)) {
    mine[measure] = Math.max(mine[measure] ?? 0, Math.floor(measured * 10 ** DIGITS) / 10 ** DIGITS);
  }
  raised[name] = mine;
}

for (const suite of accuracySuites(sharedFolder)) {
  const output = (await score(suite)).trim();
  console.log(`${suite.name} (${suite.files.length} files)\n  ${output.split('\n').at(-1)}`);
  hold(suite.name, readMeasures(output));
}
const pdfs = corpusPdfs(sharedFolder);
// The command reads in processes of its own while the text layers are read here.
const [{ numbers, shortfalls }, linesOfPdfs] = await Promise.all([measureConservation(pdfs), fiscus('lines', pdfs)]);
const missing = shortfalls.reduce((sum, page) => sum + page.missing.length, 0);
console.log(`conservation (${pdfs.length} files)\n  numbers ${numbers}, ${missing} of them in no block of their page; the worst pages:`);
for (const { file, page, missing: lost } of shortfalls.slice(0, WORST_PAGES))
  console.log(`    ${path.basename(file)} p.${page}: ${lost.slice(0, NUMBERS_SHOWN).join(' ')}${lost.length > NUMBERS_SHOWN ? ' …' : ''}`);
const sums = await sumsByPlace(pdfs, createInterface({ input: createReadStream(linesOfPdfs) }));
console.log(
  `leaf sums (${pdfs.length} files)\n${sums.map(({ place, tables, holding }) => `    ${place} ${holding}/${tables} tables`).join('\n')}`,
);
hold('leaf sums', sumMeasures(sums));
hold('conservation', { 'numbers in one block': 1 - missing / Math.max(1, numbers) });
rmSync(work, { recursive: true });
if (process.argv.includes('--raise')) writeFileSync(floorsFile, `${JSON.stringify(raised, null, 2)}\n`);
if (below.length > 0) {
  console.error(`\nBelow the floors of configuration/accuracy-floors.json:\n  ${below.join('\n  ')}`);
  process.exit(1);
}
console.log('\nEvery measure is at or above its floor (configuration/accuracy-floors.json).');
