import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/index.js';
import { seededRandom } from '../crash/random.js';
import { generatedBudget } from './generatedBudget.js';
import { MUTATIONS } from './mutants.js';
import { baseline, tryMutant } from './trial.js';

const codebook = loadCodebook();
const document = () => generatedBudget(seededRandom(7), 2025);
const of = baseline(document(), 'generated', codebook);

describe('a generated budget', () => {
  it('is the same for the same random numbers', () => {
    expect(document()).toEqual(document());
  });

  it('adds up: no check fails, and an identity covers every amount', () => {
    expect([...of.outcomes.fails.keys()]).toEqual([]);
    expect(of.original.cells.filter(({ line }) => !of.tolerance.has(line.line_id))).toEqual([]);
  });
});

describe('mutants', () => {
  it.each(Object.keys(MUTATIONS))('of the kind “%s” are the same for the same seed and leave the original as it is', (kind) => {
    const before = JSON.stringify(of.model);
    const [first, again] = [1, 1].map((seed) => MUTATIONS[kind]?.({ ...of.original, random: seededRandom(seed) }));
    expect(first?.note).toBe(again?.note);
    expect(JSON.stringify(of.model)).toBe(before);
  });

  it('that change nothing do not count', () => {
    const trial = tryMutant(of, { model: of.model, touched: of.original.cells, note: '' }, 'generated', codebook);
    expect(trial).toMatchObject({ counts: false, caughtBy: [], noticedBy: [] });
  });

  it('whose unit is exchanged count and are caught', () => {
    const mutant = MUTATIONS['exchanged unit']?.({ ...of.original, random: seededRandom(1) });
    const trial = mutant && tryMutant(of, mutant, 'generated', codebook);
    expect(trial?.counts).toBe(true);
    expect(trial?.caughtBy).not.toEqual([]);
  });
});
