import type { Measures } from '../measures.js';
import type { Recovered } from './recovery.js';

/** Share of the items that pass, 1 where there are none. */
export function share<T>(items: readonly T[], pass: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(pass).length / items.length;
}

/** The measures of a recovery: higher is better, all are shares of rows. */
export function recoveryMeasures(rows: readonly Recovered[]): Measures {
  const told = rows.filter((row) => row.told);
  const untold = rows.filter((row) => !row.told);
  return {
    'right where the name is unique or the parent printed': share(told, ({ outcome }) => outcome === 'right'),
    'best guess right where neither': share(untold, ({ outcome }) => outcome === 'right' || outcome === 'guessed'),
    'not wrong, or marked': share(rows, ({ outcome }) => outcome !== 'wrong'),
  };
}
