import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** The fields of a line that the sums need; the rest of a line is not kept. */
const zSummedLine = zLine.pick({
  line_id: true,
  document_id: true,
  table_id: true,
  block: true,
  column_path: true,
  r: true,
  c: true,
  year: true,
  phase: true,
  comparison: true,
  quantity: true,
  row_role: true,
  column_role: true,
  parent_line_id: true,
  amount: true,
  resolution: true,
});

/** Counts the tables that add up, place by place. `printed` are the lines of all files as `fiscus lines --json` prints them, one after another. */
export async function sumsByPlace(files: readonly string[], printed: AsyncIterable<string>): Promise<PlaceSums[]> {
  const byDocument = new Map<string, SummedLine[]>();
  for await (const text of printed) {
    const line = zSummedLine.parse(JSON.parse(text));
    const known = byDocument.get(line.document_id);
    if (known === undefined) byDocument.set(line.document_id, [line]);
    else known.push(line);
  }
  return places(files).map(({ name, files: own }) => {
    const documents = new Set(own.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')));
    return { place: name, ...tablesThatAddUp(leafSums([...documents].flatMap((id) => byDocument.get(id) ?? []))) };
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
