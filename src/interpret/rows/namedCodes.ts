import type { Codebook } from '../../codebook/index.js';
import { BALANCE_ROW, SIDE_SUM_ROW, SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { Block, CodeReading, RowReading } from '../reading.js';

export type NamedClassification = 'functional' | 'economic_department' | 'economic_government';
const NAMED: readonly NamedClassification[] = ['functional', 'economic_department', 'economic_government'];
const SURE = 0.95;
const GOOD = 0.85;
const DIGITS = [3, 5, 7];

/** Whether a row may carry a classification name at all: no sum, no balance. */
function mayBeNamed(row: RowReading): boolean {
  const { name } = row.parts;
  return name !== '' && ![TOTAL_ROW, SUBTOTAL_ROW, SIDE_SUM_ROW, BALANCE_ROW].some((pattern) => pattern.test(name)) && !row.isUnit;
}

/** Whether a name stands in a list as printed, at any level. */
function isKnown(codebook: Codebook, classification: NamedClassification, row: RowReading, year: number | null): boolean {
  const [match] = codebook.findByName(classification, row.parts.name, { year });
  return match !== undefined && match.score >= SURE;
}

/** The list whose names most rows of a block print, if at least half of them do; a list that header or title name needs no majority. */
export function listOfNames(
  rows: readonly RowReading[],
  block: Block,
  codebook: Codebook,
  year: number | null,
): NamedClassification | null {
  const named = rows.filter(mayBeNamed);
  const stated = NAMED.find((classification) => classification === block.classification);
  const candidates = stated ? [stated] : NAMED;
  const counts = candidates.map((classification) => ({
    classification,
    known: named.filter((row) => isKnown(codebook, classification, row, year)).length,
  }));
  const best = counts.reduce((a, b) => (b.known > a.known ? b : a));
  const enough = stated ? best.known > 0 : best.known * 2 >= named.length && best.known > 0;
  return enough ? best.classification : null;
}

/** Codes above and including `code`, deepest first, then the top of the list. */
function chain(code: string | null): (string | null)[] {
  const above = code === null ? [] : DIGITS.filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits));
  return [...above.toReversed(), null];
}

/**
 * The code of one name: below the code before it first, then beside it, then above (a numbered row is looked for among the 类 first); a fuzzy fit
 * counts only where no exact one is found.
 */
function codeOfName(
  codebook: Codebook,
  classification: NamedClassification,
  name: string,
  before: string | null,
  numbered: boolean,
  year: number | null,
): CodeReading | null {
  const places = numbered ? [null, ...chain(before)] : chain(before);
  for (const threshold of [SURE, GOOD]) {
    for (const parent of places) {
      const level = parent === null ? 1 : DIGITS.indexOf(parent.length) + 2;
      const [match] = codebook.findByName(classification, name, { year, parent, level });
      if (!match || match.score < threshold || match.ambiguous) continue;
      return { classification, code: match.code, printed: null, name, origin: 'named', score: match.score, runnerUp: match.runnerUp };
    }
  }
  const [match] = codebook.findByName(classification, name, { year });
  if (!match || match.ambiguous || match.score < SURE) return null;
  return { classification, code: match.code, printed: null, name, origin: 'named', score: match.score, runnerUp: match.runnerUp };
}

/**
 * Finds codes for the rows of a block that print names only. The names below a named row are looked for under
 * its code. What fits no name, or several as well, stays without a code.
 */
export function addNamedCodes(rows: readonly RowReading[], block: Block, codebook: Codebook, year: number | null): void {
  const classification = listOfNames(rows, block, codebook, year);
  if (classification === null) return;
  block.classification = classification;
  let before: string | null = null;
  for (const row of rows) {
    if (row.isUnit || TOTAL_ROW.test(row.parts.name)) before = null;
    const printed = row.codes.get(classification);
    if (printed) before = printed.code;
    if (printed || !mayBeNamed(row)) continue;
    const found = codeOfName(codebook, classification, row.parts.name, before, row.parts.style !== null, year);
    if (!found) continue;
    row.codes.set(classification, found);
    before = found.code;
  }
}
