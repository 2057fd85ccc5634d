import { hashId } from '../../model/index.js';
import type { ColumnReading, RowReading } from '../reading.js';
import { fold } from '../text/fold.js';
import type { LineMeaning } from './lineMeaning.js';

/** How often a statement was made so far in a document, so that repetitions keep apart. */
export type Occurrences = Map<string, number>;

/** Key of a statement made of these parts: the same in another version of the document; repetitions are counted. */
export function statementKey(parts: readonly (string | number | null)[], occurrences: Occurrences): string {
  const statement = hashId(...parts);
  const occurrence = occurrences.get(statement) ?? 0;
  occurrences.set(statement, occurrence + 1);
  return hashId(...parts, occurrence);
}

/** Printed labels from top to leaf: the rows above the row that are no sums, then its own labels. */
export function rowPath(row: RowReading): string[] {
  const above: string[] = [];
  for (let at = row.parent, depth = 0; at !== null && depth < 20; at = at.parent, depth += 1) {
    if (at.role !== 'total' && at.label !== '' && at.index < row.index) above.unshift(at.label);
  }
  return [...above, ...row.labels];
}

/** What a line of a table states: who, whose unit, when, what, and the printed paths. */
export function lineStatement(
  organizationId: string,
  facets: { breakdown: string; kind: string },
  row: RowReading,
  path: readonly string[],
  column: ColumnReading,
  meaning: LineMeaning,
): (string | number | null)[] {
  return [
    organizationId,
    row.scope,
    row.unitCode ?? row.unitName,
    meaning.year,
    meaning.phase,
    meaning.flow,
    meaning.funding,
    meaning.part,
    facets.breakdown,
    facets.kind,
    row.block.name,
    path.map(fold).join('/'),
    column.path.map(fold).join('/'),
  ];
}
