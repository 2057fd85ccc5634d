/**
 * `npm run mutants`: changes documents as a reader could misread them, one change at a time, and counts the changes that checks and diagnostics notice. Without
 * arguments it takes the project's samples and generated budgets; with files or folders it takes those. The floors of configuration/accuracy-floors.json belong to the series of the
 * default seed and number, and hold only that one.
 *   --seed S      repeats a series            --mutants N   mutants of each kind
 *   --cache DIR   keeps what extraction gave  --missed      prints the mutants over covered cells that nothing noticed
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Codebook, loadCodebook } from '../../src/codebook/index.js';
import type { DocumentModel } from '../../src/model/index.js';
import { seededRandom } from '../crash/random.js';
import { samplesFolder } from '../sharedFolder.js';
import { documentFiles, documentModel } from './documents.js';
import { generatedBudget } from './generatedBudget.js';
import { MUTATIONS, type Mutant, type Mutation, type Original } from './mutants.js';
import { count, sharesOf, type Tally, tableOf } from './report.js';
import { baseline, tryMutant } from './trial.js';

const DEFAULTS = { seed: '1', mutants: '16' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: DEFAULTS.seed },
    mutants: { type: 'string', default: DEFAULTS.mutants },
    cache: { type: 'string' },
    missed: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.mutants);
/** How often a place is drawn before a document is taken to have none for a kind of mutant. */
const ATTEMPTS = 8;
const codebook: Codebook = loadCodebook();

/** A document to change: its name and how to get it. */
interface Source {
  name: string;
  model: () => Promise<DocumentModel>;
}
const fromFiles = (paths: readonly string[]): Source[] =>
  documentFiles(paths).map((file) => ({ name: path.basename(file), model: () => documentModel(file, values.cache) }));
const generated: Source[] = Array.from({ length: 4 }, (_, i) => ({
  name: `generated ${i}`,
  model: async () => generatedBudget(seededRandom(seed * 1000 + i), 2024 + (i % 2)),
}));

/** The sample document in every format it is there in; the samples of a portal are other documents. */
const sampleFiles = readdirSync(samplesFolder, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [path.join(samplesFolder, entry.name)] : [],
);

interface Series {
  tallies: Map<string, Tally>;
  printed: number;
  covered: number;
}

/** How many mutants of a kind a document gets when they are dealt out to all documents in turn, starting anywhere. */
const dealt = (documents: number, index: number, first: number) =>
  Math.floor(wanted / documents) + ((index - first + documents) % documents < wanted % documents ? 1 : 0);

/** What a mutation makes where it finds something to change; some amounts have no neighbour, some tables no title. */
function firstMutant(mutation: Mutation, original: Original): Mutant | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const mutant = mutation(original);
    if (mutant) return mutant;
  }
  return null;
}

/** Mutants of every kind, dealt out to the documents. */
async function series(sources: readonly Source[]): Promise<Series> {
  const found: Series = {
    tallies: new Map(Object.keys(MUTATIONS).map((kind) => [kind, { mutants: 0, caught: 0, covered: 0, caughtOfCovered: 0 }])),
    printed: 0,
    covered: 0,
  };
  const starts = seededRandom(seed);
  const first = new Map(Object.keys(MUTATIONS).map((kind) => [kind, Math.floor(starts() * sources.length)]));
  for (const [i, source] of sources.entries()) {
    const random = seededRandom(seed * 100_000 + i);
    const of = baseline(await source.model(), source.name, codebook);
    found.printed += of.original.cells.length;
    found.covered += of.original.cells.filter(({ line }) => of.tolerance.has(line.line_id)).length;
    for (const [kind, mutation] of Object.entries(MUTATIONS)) {
      for (let n = dealt(sources.length, i, first.get(kind) ?? 0); n > 0; n -= 1) {
        const mutant = firstMutant(mutation, { ...of.original, random });
        if (!mutant) break;
        const trial = tryMutant(of, mutant, source.name, codebook);
        count(found.tallies, kind, trial);
        if (values.missed && trial.counts && !trial.caught)
          console.log(`${trial.covered ? 'missed' : 'uncovered'} ${kind}: ${source.name} ${mutant.note}`);
      }
    }
  }
  return found;
}

/** Prints a series. */
function print(name: string, { tallies, printed, covered }: Series): void {
  const share = printed === 0 ? 0 : (100 * covered) / printed;
  console.log(
    `${name}: ${covered} of ${printed} printed amounts that are not zero are covered by an identity that holds (${share.toFixed(1)} %)`,
  );
  for (const line of tableOf(tallies)) console.log(`  ${line}`);
}

const zFloors = z.record(z.string(), z.record(z.string(), z.number()));
const floors = zFloors.parse(
  JSON.parse(readFileSync(fileURLToPath(new URL('../../configuration/accuracy-floors.json', import.meta.url)), 'utf8')),
);

if (positionals.length > 0) print(`${positionals.join(' ')}, seed ${seed}`, await series(fromFiles(positionals)));
else {
  const below: string[] = [];
  for (const [name, sources] of [
    ['mutants of samples', fromFiles(sampleFiles)],
    ['mutants of generated budgets', generated],
  ] as const) {
    const found = await series(sources);
    print(`${name}, seed ${seed}`, found);
    const shares = Object.fromEntries([...found.tallies].map(([kind, tally]) => [kind, sharesOf(tally)['caught of covered']]));
    const recorded = values.seed === DEFAULTS.seed && values.mutants === DEFAULTS.mutants;
    for (const [kind, least] of recorded ? Object.entries(floors[name] ?? {}) : []) {
      const measured = shares[kind] ?? 0;
      if (measured < least) below.push(`${name}: ${kind} ${measured.toFixed(4)}, the floor is ${least}`);
    }
  }
  if (below.length > 0) {
    console.error(`\nBelow the floors of configuration/accuracy-floors.json:\n  ${below.join('\n  ')}`);
    process.exit(1);
  }
}
