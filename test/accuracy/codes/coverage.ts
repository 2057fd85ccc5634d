import { type Codebook, nameKey } from '../../../src/codebook/index.js';
import type { RowReading, TableReading } from '../../../src/interpret/reading.js';
import { splitCodeAndName } from '../../../src/interpret/rows/printedCode.js';
import { fold } from '../../../src/interpret/text/fold.js';
import { HIDDEN_LISTS } from './hiddenLists.js';

/** A row that prints an official code or name beside amounts. */
export interface Codable {
  title: string | null;
  texts: readonly string[];
  /** Whether it got a code, or is marked as meaning one of several. */
  coded: boolean;
}

/** Names of fewer characters are words of any text. */
const SHORTEST_NAME = 3;

/** Whether a cell prints a code of an official list, alone or in front of a name. */
function printsCode(codebook: Codebook, text: string): boolean {
  const alone = fold(text).replace(/[[\]()]/g, '');
  const split = splitCodeAndName(text);
  return HIDDEN_LISTS.some(
    (list) =>
      (/^\d{5,7}$/.test(alone) && codebook.entries(list, alone).length > 0) ||
      (split !== null && split.code.length >= 3 && codebook.entries(list, split.code).length > 0),
  );
}

/** Whether a cell is the name of a code of that year. */
function printsName(codebook: Codebook, text: string, year: number | null): boolean {
  if (nameKey(splitCodeAndName(text)?.name ?? text).length < SHORTEST_NAME) return false;
  return HIDDEN_LISTS.some((list) => codebook.findByName(list, text, { year })[0]?.score === 1);
}

/** The rows of a table with amounts that carry an official code or name. */
export function codableRows({ table, rows }: TableReading, codebook: Codebook, year: number | null): Codable[] {
  if (table.form) return [];
  return rows.flatMap((row: RowReading): Codable[] => {
    const { labels, codes, others, ordinals, amounts } = row.block;
    if (amounts.length === 0) return [];
    const texts = [...ordinals, ...codes, ...labels, ...others].map((column) => table.rows[row.index]?.texts[column.index] ?? '');
    const codable = texts.some((text) => printsCode(codebook, text) || printsName(codebook, text, year));
    return codable ? [{ title: table.title, texts, coded: row.codes.size > 0 || row.unsure.size > 0 }] : [];
  });
}
