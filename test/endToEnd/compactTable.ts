import { stringify } from 'csv-stringify/sync';

/** A row of a published table. */
export type PublishedLike = Readonly<Record<string, unknown>>;

/** Rows of a table for a person to read: the columns that say the same in every row once, the others as CSV. */
export interface CompactTable {
  common: Record<string, string>;
  csv: string;
}

const SEPARATOR = ' / ';

/** The text of a value in a golden CSV: lists joined, null and empty lists blank, line breaks visible. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.join(SEPARATOR) : String(value);
  return text.replaceAll('\n', '⏎');
}

/**
 * The compact form of rows. A column with one value in all of several rows goes to `common`; `short` replaces what belongs to the bytes of the
 * document (its id in line and table ids) by nothing.
 */
export function compactTable(rows: readonly PublishedLike[], short: (text: string) => string): CompactTable {
  const names = Object.keys(rows[0] ?? {});
  const texts = rows.map((row) => names.map((name) => short(textOf(row[name]))));
  const varies = names.map((_, i) => rows.length === 1 || texts.some((row) => row[i] !== texts[0]?.[i]));
  const common = Object.fromEntries(names.flatMap((name, i) => (varies[i] ? [] : [[name, texts[0]?.[i] ?? '']])));
  const body = texts.map((row) => row.filter((_, i) => varies[i]));
  return { common, csv: stringify([names.filter((_, i) => varies[i]), ...body]) };
}
