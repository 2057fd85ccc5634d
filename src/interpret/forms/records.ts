import type { GridTable } from '../../model/index.js';
import { normalizeLabel } from './labels.js';

/** Which header words name a column of a record table, matched against the leaf of its header path (or the whole path). */
export interface ColumnWords<K extends string> {
  column: K;
  pattern: RegExp;
}

/** The body column of each record column, by header words; the first that fits is taken. */
export function findColumns<K extends string>(grid: GridTable, words: readonly ColumnWords<K>[]): Map<K, number> {
  const found = new Map<K, number>();
  for (const [index, path] of grid.columns.entries()) {
    const leaf = normalizeLabel(path.at(-1) ?? '');
    const match = words.find(({ column, pattern }) => !found.has(column) && pattern.test(leaf));
    if (match !== undefined) found.set(match.column, index);
  }
  return found;
}
