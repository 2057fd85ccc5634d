import type { Trial } from './trial.js';

/** The mutants of one kind that changed a value by more than the tolerance. */
export interface Tally {
  mutants: number;
  caught: number;
  covered: number;
  caughtOfCovered: number;
}

/** The share of mutants caught, of all and of those over covered cells. */
export interface Shares {
  caught: number;
  'caught of covered': number;
}

/** Adds a trial to the tally of its kind; a mutant that changes no value does not count. */
export function count(tallies: Map<string, Tally>, kind: string, trial: Trial): void {
  if (!trial.counts) return;
  const tally = tallies.get(kind) ?? { mutants: 0, caught: 0, covered: 0, caughtOfCovered: 0 };
  tally.mutants += 1;
  if (trial.caught) tally.caught += 1;
  if (trial.covered) tally.covered += 1;
  if (trial.covered && trial.caught) tally.caughtOfCovered += 1;
  tallies.set(kind, tally);
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** The shares of a tally. */
export function sharesOf(tally: Tally): Shares {
  return { caught: share(tally.caught, tally.mutants), 'caught of covered': share(tally.caughtOfCovered, tally.covered) };
}

const percent = (part: number, whole: number) => `${(100 * share(part, whole)).toFixed(1)} %`.padStart(8);

/** The tallies as lines of a table. */
export function tableOf(tallies: ReadonlyMap<string, Tally>): string[] {
  const head = `${'kind'.padEnd(16)} ${'caught'.padStart(12)}          ${'of covered'.padStart(12)}`;
  const rows = [...tallies].map(([kind, { mutants, caught, covered, caughtOfCovered }]) =>
    [
      kind.padEnd(16),
      `${caught}/${mutants}`.padStart(12),
      percent(caught, mutants),
      `${caughtOfCovered}/${covered}`.padStart(12),
      percent(caughtOfCovered, covered),
    ].join(' '),
  );
  return [head, ...rows];
}
