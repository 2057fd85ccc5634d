import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Codebook } from '../../src/codebook/index.js';
import type { DocumentModel } from '../../src/model/index.js';
import { seededRandom } from '../crash/random.js';
import { documentFiles, documentModel } from './documents.js';
import { generatedBudget } from './generatedBudget.js';
import type { Mutant, Mutation, Original } from './mutation.js';
import { type Baseline, baseline, type Trial, tryMutant } from './trial.js';

/** A document to change: its name and how to get it. */
export interface Source {
  name: string;
  model: () => Promise<DocumentModel>;
}

/** The documents in files and folders; what extraction gives is kept in the cache folder, if any. */
export function fileSources(paths: readonly string[], cache: string | undefined): Source[] {
  return documentFiles(paths).map((file) => ({ name: path.basename(file), model: () => documentModel(file, cache) }));
}

/** Budgets of departments that do not exist, others for another seed. */
export function generatedSources(count: number, seed: number): Source[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `generated ${i}`,
    model: async () => generatedBudget(seededRandom(seed * 1000 + i), 2024 + (i % 2)),
  }));
}

/** What is wanted of a series: `number` mutants of each of the kinds, dealt out to the documents. */
export interface Order {
  kinds: ReadonlyMap<string, Mutation>;
  number: number;
  seed: number;
}

/** A mutant that was tried: the document, its kind and its number among the mutants of this kind of the document. */
export interface Tried extends Trial {
  document: string;
  kind: string;
  n: number;
  note: string;
}

/** How many amounts that are not zero a document prints in tables, and how many of them an identity covers. */
export interface Covered {
  document: string;
  printed: number;
  covered: number;
}

/** How often a place is drawn before a document is taken to have none for a kind of mutant. */
const ATTEMPTS = 8;

/** Random numbers that only depend on what they are for, so that a mutant can be made again alone. */
function randomFor(...of: readonly (string | number)[]): () => number {
  return seededRandom(createHash('sha256').update(of.join('|')).digest().readUInt32LE());
}

/** What a mutation makes where it finds something to change; some amounts have no neighbour, some tables no title. */
function firstMutant(mutation: Mutation, original: Original): Mutant | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const mutant = mutation(original);
    if (mutant) return mutant;
  }
  return null;
}

/** The n-th mutant of a kind of a document, tried; null where the document has none. The same seed, document, kind and number give the same mutant. */
export function tryOne(
  of: Baseline,
  document: string,
  kind: string,
  mutation: Mutation,
  n: number,
  seed: number,
  codebook: Codebook,
): Tried | null {
  const mutant = firstMutant(mutation, { ...of.original, random: randomFor(seed, document, kind, n) });
  return mutant && { document, kind, n, note: mutant.note, ...tryMutant(of, mutant, document, codebook) };
}

/** How many mutants of a kind a document gets when they are dealt out to all documents in turn, starting anywhere. */
function dealt(number: number, documents: number, index: number, first: number): number {
  return Math.floor(number / documents) + ((index - first + documents) % documents < number % documents ? 1 : 0);
}

/** Mutants of every kind of some documents, each with what came of it; before those of a document what it covers. */
export async function* series(sources: readonly Source[], order: Order, codebook: Codebook): AsyncGenerator<Tried | Covered> {
  for (const [i, source] of sources.entries()) {
    const numbers = [...order.kinds.keys()].map((kind) => {
      const first = Math.floor(randomFor(order.seed, kind)() * sources.length);
      return dealt(order.number, sources.length, i, first);
    });
    if (Math.max(...numbers) === 0) continue;
    const of = baseline(await source.model(), source.name, codebook);
    const { cells } = of.original;
    yield { document: source.name, printed: cells.length, covered: cells.filter(({ line }) => of.tolerance.has(line.line_id)).length };
    for (const [at, [kind, mutation]] of [...order.kinds].entries()) {
      for (let n = 0; n < (numbers[at] ?? 0); n += 1) {
        const tried = tryOne(of, source.name, kind, mutation, n, order.seed, codebook);
        if (!tried) break;
        yield tried;
      }
    }
  }
}
