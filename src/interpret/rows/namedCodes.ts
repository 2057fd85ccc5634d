import type { Codebook } from '../../codebook/index.js';
import { BALANCE_ROW, SIDE_SUM_ROW, SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { Block, CodeReading, RowReading } from '../reading.js';
import { labelParts } from '../text/numbering.js';

export type NamedClassification = 'functional' | 'economic_department' | 'economic_government';
const NAMED: readonly NamedClassification[] = ['functional', 'economic_department', 'economic_government'];
const SURE = 0.95;
const GOOD = 0.85;
const DIGITS = [3, 5, 7];

/** A name that may stand in an official list: the row's own, or what it prints in a column of that list. */
interface Name {
  row: RowReading;
  name: string;
  numbered: boolean;
}

/** The names that the rows of a block print for a list. Sums, balances and units have none. */
function namesOf(rows: readonly RowReading[], block: Block, classification: NamedClassification): Name[] {
  const column = block.labels.find((label) => label.classification === classification);
  return rows.flatMap((row) => {
    const own = column === undefined || row.labelColumn === column;
    if (own && row.isUnit) return [];
    const parts = own ? row.parts : labelParts(row.names.get(classification) ?? '');
    const sum = [TOTAL_ROW, SUBTOTAL_ROW, SIDE_SUM_ROW, BALANCE_ROW].some((pattern) => pattern.test(parts.name));
    return parts.name === '' || sum ? [] : [{ row, name: parts.name, numbered: parts.style !== null }];
  });
}

/** How many of the names stand in the list as printed, at any level. */
function known(names: readonly Name[], codebook: Codebook, classification: NamedClassification, year: number | null): number {
  return names.filter(({ name }) => (codebook.findByName(classification, name, { year })[0]?.score ?? 0) >= SURE).length;
}

/**
 * The lists that the names of a block belong to: those that its label columns name, where at least one name fits; else the list that at least half
 * of the rows print names of.
 */
export function listsOfNames(rows: readonly RowReading[], block: Block, codebook: Codebook, year: number | null): NamedClassification[] {
  const stated = NAMED.filter((classification) => block.labels.some((label) => label.classification === classification));
  const count = (classification: NamedClassification) => known(namesOf(rows, block, classification), codebook, classification, year);
  if (stated.length > 0) return stated.filter((classification) => count(classification) > 0);
  const best = NAMED.map((classification) => ({ classification, fits: count(classification) })).reduce((a, b) => (b.fits > a.fits ? b : a));
  const all = namesOf(rows, block, best.classification).length;
  return best.fits > 0 && best.fits * 2 >= all ? [best.classification] : [];
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
  const found = (match: { code: string; score: number; runnerUp: string | null }): CodeReading => ({
    classification,
    code: match.code,
    printed: null,
    name,
    origin: 'named',
    score: match.score,
    runnerUp: match.runnerUp,
  });
  for (const threshold of [SURE, GOOD]) {
    for (const parent of places) {
      const level = parent === null ? 1 : DIGITS.indexOf(parent.length) + 2;
      const [match] = codebook.findByName(classification, name, { year, parent, level });
      if (match && match.score >= threshold && !match.ambiguous) return found(match);
    }
  }
  const [match] = codebook.findByName(classification, name, { year });
  return match && !match.ambiguous && match.score >= SURE ? found(match) : null;
}

/**
 * Finds codes for the rows of a block that print names only. The names below a named row are looked for under its code. What fits no name, or
 * several as well, stays without a code.
 */
export function addNamedCodes(rows: readonly RowReading[], block: Block, codebook: Codebook, year: number | null): void {
  for (const classification of listsOfNames(rows, block, codebook, year)) {
    block.classification ??= classification;
    const names = new Map(namesOf(rows, block, classification).map((name) => [name.row, name]));
    let before: string | null = null;
    for (const row of rows) {
      if (row.isUnit || TOTAL_ROW.test(row.parts.name)) before = null;
      const printed = row.codes.get(classification);
      if (printed) before = printed.code;
      const named = names.get(row);
      if (printed || !named) continue;
      const found = codeOfName(codebook, classification, named.name, before, named.numbered, year);
      if (!found) continue;
      row.codes.set(classification, found);
      before = found.code;
    }
  }
}
