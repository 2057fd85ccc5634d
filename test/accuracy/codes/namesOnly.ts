import { nameKey } from '../../../src/codebook/index.js';
import type { TableReading } from '../../../src/interpret/reading.js';

/** A row of a table of names only, with the code that another table of the document prints beside the same name, walking down both. */
export interface NameAgainstCode {
  name: string;
  code: string;
  /** The code that was found by name; null where the name stays ambiguous. */
  found: string | null;
}

/** Fewer rows than this, or only 类, are no table of a classification. */
const FEWEST_ROWS = 5;

/** The functional names of a table that prints no functional code: 款 and 项 among them. Empty for other tables. */
function namesOnly({ rows }: TableReading): { name: string; found: string | null }[] {
  if (rows.some((row) => (row.codes.get('functional')?.origin ?? 'named') !== 'named')) return [];
  const named = rows.flatMap((row) => {
    const known = row.codes.get('functional') ?? row.unsure.get('functional');
    return known ? [{ name: nameKey(known.name ?? ''), found: row.codes.get('functional')?.code ?? null, level: known.code.length }] : [];
  });
  return named.length >= FEWEST_ROWS && named.some(({ level }) => level > 3) ? named : [];
}

/** The functional codes that a table prints beside names, in order. */
function printed({ rows }: TableReading): { name: string; code: string }[] {
  return rows.flatMap((row) => {
    const code = row.codes.get('functional');
    return code && code.origin !== 'named' && code.printed !== null && code.name ? [{ name: nameKey(code.name), code: code.code }] : [];
  });
}

/** Holds the tables of a document that print functional names only against the longest one that prints them with codes (广州's 表5 against 表3). */
export function namesAgainstCodes(readings: readonly TableReading[]): NameAgainstCode[] {
  const truth = readings.map(printed).reduce((longest, codes) => (codes.length > longest.length ? codes : longest), []);
  return readings.map(namesOnly).flatMap((names) => {
    let at = 0;
    return names.flatMap(({ name, found }): NameAgainstCode[] => {
      const next = truth.findIndex((row, i) => i >= at && row.name === name);
      const row = truth[next];
      if (!row) return [];
      at = next + 1;
      return [{ ...row, found }];
    });
  });
}
