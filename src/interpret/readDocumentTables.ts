import type { Codebook } from '../codebook/index.js';
import type { GridTable } from '../model/index.js';
import type { TableUnit } from './amounts/tableUnits.js';
import type { Classification } from './lexicon/headerWords.js';
import type { DocumentContext, TableReading } from './reading.js';
import { readTable } from './readTable.js';

/** The codes that rows of the tables surely have, by list. */
function surelyCoded(readings: readonly TableReading[]): Map<Classification, Set<string>> {
  const known = new Map<Classification, Set<string>>();
  for (const { rows } of readings) {
    for (const row of rows) {
      for (const [classification, { code }] of row.codes) known.set(classification, (known.get(classification) ?? new Set()).add(code));
    }
  }
  return known;
}

/**
 * Reads the tables of a document. Those with names that may mean several codes are read again knowing which codes the document has elsewhere: a table
 * of names only repeats what another one prints with codes.
 */
export function readDocumentTables(
  grids: readonly GridTable[],
  units: readonly TableUnit[],
  context: DocumentContext,
  codebook: Codebook,
): TableReading[] {
  const unitOf = (index: number) => units[index] ?? { unit: null, from: null };
  const readings = grids.map((grid, index) => readTable(grid, unitOf(index), context, codebook));
  const knownCodes = surelyCoded(readings);
  return readings.map((reading, index) =>
    reading.rows.some((row) => row.unsure.size > 0)
      ? readTable(reading.table, unitOf(index), { ...context, knownCodes }, codebook)
      : reading,
  );
}
