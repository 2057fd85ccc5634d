/**
 * `npm run mutants`: changes documents as a reader could misread them, one change at a time, and counts the changes that checks notice (docs/mutants.md). Without
 * arguments it takes the project's samples and generated budgets; with files or folders it takes those. The floors of configuration/accuracy-floors.json belong to the series of the
 * default seed and number, and hold only that one.
 *   --seed S       repeats a series            --number N    mutants of each kind, dealt out to the documents
 *   --kind K       only this kind; repeatable  --cache DIR   keeps what extraction gave
 *   --misses FILE  one JSON object a mutant that counts and was not caught
 */
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadCodebook } from '../../src/codebook/index.js';
import { samplesFolder } from '../sharedFolder.js';
import { MUTATIONS } from './mutants.js';
import { caughtOfCovered, count, missOf, type Tally, tableOf } from './report.js';
import { fileSources, generatedSources, type Order, type Source, series } from './series.js';

const DEFAULTS = { seed: '1', number: '16' } as const;
/** Budgets that the series without arguments generates. */
const GENERATED = 4;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: DEFAULTS.seed },
    number: { type: 'string', default: DEFAULTS.number },
    kind: { type: 'string', multiple: true, default: Object.keys(MUTATIONS) },
    cache: { type: 'string' },
    misses: { type: 'string' },
  },
});
const codebook = loadCodebook();
const order: Order = {
  kinds: new Map(Object.entries(MUTATIONS).filter(([kind]) => values.kind.includes(kind))),
  number: Number(values.number),
  seed: Number(values.seed),
};
const unknown = values.kind.filter((kind) => !(kind in MUTATIONS));
if (unknown.length > 0 || !Number.isInteger(order.seed) || !(order.number > 0)) {
  console.error(`--kind is one of ${Object.keys(MUTATIONS).join(', ')}; --seed and --number are numbers`);
  process.exit(2);
}
const misses = values.misses === undefined ? null : openSync(values.misses, 'w');

/** Runs a series and prints what came of it. */
async function measured(name: string, sources: readonly Source[]): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>();
  let [documents, printed, covered] = [0, 0, 0];
  for await (const found of series(sources, order, codebook)) {
    if ('printed' in found) {
      documents += 1;
      printed += found.printed;
      covered += found.covered;
      continue;
    }
    count(tallies, found);
    if (misses !== null && found.counts && found.caughtBy.length === 0) writeSync(misses, `${JSON.stringify(missOf(found))}\n`);
  }
  const share = printed === 0 ? 0 : (100 * covered) / printed;
  console.log(`${name}, seed ${order.seed}, ${order.number} of each kind, ${documents} documents`);
  console.log(`An identity covers ${covered} of ${printed} printed amounts that are not zero (${share.toFixed(2)} %).\n`);
  console.log(`${tableOf(tallies, order.kinds.keys()).join('\n')}\n`);
  return tallies;
}

/** The sample document in every format it is there in; the samples of a portal are other documents. */
const sampleFiles = readdirSync(samplesFolder, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [path.join(samplesFolder, entry.name)] : [],
);
const zFloors = z.record(z.string(), z.record(z.string(), z.number()));
const floors = zFloors.parse(
  JSON.parse(readFileSync(fileURLToPath(new URL('../../configuration/accuracy-floors.json', import.meta.url)), 'utf8')),
);

const below: string[] = [];
if (positionals.length > 0) await measured(positionals.join(' '), fileSources(positionals, values.cache));
else {
  for (const [name, sources] of [
    ['mutants of samples', fileSources(sampleFiles, values.cache)],
    ['mutants of generated budgets', generatedSources(GENERATED, order.seed)],
  ] as const) {
    const tallies = await measured(name, sources);
    const isRecorded = values.seed === DEFAULTS.seed && values.number === DEFAULTS.number;
    for (const [kind, least] of isRecorded ? Object.entries(floors[name] ?? {}) : []) {
      const tally = tallies.get(kind);
      const share = tally === undefined ? 1 : caughtOfCovered(tally);
      if (share < least) below.push(`${name}: ${kind} ${share.toFixed(4)}, the floor is ${least}`);
    }
  }
}
if (misses !== null) closeSync(misses);
if (below.length > 0) {
  console.error(`\nBelow the floors of configuration/accuracy-floors.json:\n  ${below.join('\n  ')}`);
  process.exitCode = 1;
}
