import type { Tried } from './series.js';

/** The mutants of one kind that changed a value by more than the tolerance. `caught` by a check that fails now; `noticed` by that or any other warning. */
export interface Tally {
  mutants: number;
  caught: number;
  noticed: number;
  covered: number;
  caughtOfCovered: number;
  noticedOfCovered: number;
}

const EMPTY: Tally = { mutants: 0, caught: 0, noticed: 0, covered: 0, caughtOfCovered: 0, noticedOfCovered: 0 };

/** Adds what came of a mutant to the tally of its kind; a mutant that changes no value does not count. */
export function count(tallies: Map<string, Tally>, tried: Tried): void {
  if (!tried.counts) return;
  const tally = tallies.get(tried.kind) ?? { ...EMPTY };
  const isCaught = tried.caughtBy.length > 0;
  const isNoticed = isCaught || tried.noticedBy.length > 0;
  const isCovered = tried.covering.length > 0;
  tallies.set(tried.kind, {
    mutants: tally.mutants + 1,
    caught: tally.caught + Number(isCaught),
    noticed: tally.noticed + Number(isNoticed),
    covered: tally.covered + Number(isCovered),
    caughtOfCovered: tally.caughtOfCovered + Number(isCovered && isCaught),
    noticedOfCovered: tally.noticedOfCovered + Number(isCovered && isNoticed),
  });
}

/** The share of the mutants over covered cells that a check caught; 1 where there are none. */
export function caughtOfCovered({ caughtOfCovered: caught, covered }: Tally): number {
  return covered === 0 ? 1 : caught / covered;
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);

/** The tallies as a table in Markdown, the kinds in the order given. */
export function tableOf(tallies: ReadonlyMap<string, Tally>, kinds: Iterable<string>): string[] {
  const rows = [...kinds].flatMap((kind) => {
    const t = tallies.get(kind);
    if (!t) return [];
    const shares = [
      [t.caught, t.mutants],
      [t.noticed, t.mutants],
      [t.covered, t.mutants],
      [t.caughtOfCovered, t.covered],
      [t.noticedOfCovered, t.covered],
    ].map(([part = 0, whole = 0]) => percent(part, whole));
    return [`| ${[kind, t.mutants, ...shares].join(' | ')} |`];
  });
  return [
    '| kind | mutants | caught | noticed | covered | caught of covered | noticed of covered |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ];
}

/** Why a mutant was not caught, for a person who studies it: the place and, of the identities that cover it, the first of each rule. */
export function missOf({ document, kind, n, note, covering, noticedBy }: Tried): object {
  const byRule = new Map(covering.map(({ rule, message }): [string, string] => [rule, message]).reverse());
  const why = covering.length === 0 ? 'no identity covers it' : noticedBy.length > 0 ? 'only noticed' : 'nothing fails';
  return { document, kind, n, note, why, noticedBy, covering: Object.fromEntries(byRule) };
}
