import { zLine } from '../../src/model/index.js';
import { leafSums, type SummedLine, tablesThatAddUp } from './leafSums.js';
import type { Measures } from './measures.js';

/** A place of the corpus and its documents. */
export interface Place {
  name: string;
  files: readonly string[];
}

/** In how many tables of a place the leaves add up to the printed totals. */
export interface PlaceSums {
  place: string;
  tables: number;
  holding: number;
}

/** The documents by the folder they lie in: their place. */
export function places(files: readonly string[]): Place[] {
  const found = new Map<string, string[]>();
  for (const file of files) {
    const name = file.split('/').at(-2) ?? '';
    found.set(name, [...(found.get(name) ?? []), file]);
  }
  return [...found].map(([name, list]) => ({ name, files: list })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Counts the tables that add up, place by place; `linesOf` gives the lines of files as `fiscus lines --json` prints them. */
export function sumsByPlace(files: readonly string[], linesOf: (files: readonly string[]) => string): PlaceSums[] {
  return places(files).map(({ name, files: own }) => {
    const lines: SummedLine[] = linesOf(own)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => zLine.parse(JSON.parse(line)));
    return { place: name, ...tablesThatAddUp(leafSums(lines)) };
  });
}

/** The share of tables that add up, of each place and of all. */
export function sumMeasures(sums: readonly PlaceSums[]): Measures {
  const share = (holding: number, tables: number) => holding / Math.max(1, tables);
  const all = sums.reduce((sum, { tables, holding }) => ({ tables: sum.tables + tables, holding: sum.holding + holding }), {
    tables: 0,
    holding: 0,
  });
  return Object.fromEntries([
    ...sums.map(({ place, tables, holding }) => [`${place} share`, share(holding, tables)] as const),
    ['all share', share(all.holding, all.tables)] as const,
  ]);
}
