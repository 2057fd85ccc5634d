import type { Codebook } from '../../codebook/index.js';
import { BALANCE_ROW, SIDE_SUM_ROW, SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { Block, CodeReading, DocumentContext, RowReading } from '../reading.js';
import { labelParts } from '../text/numbering.js';
import { CodeSearch, type Found, SURE_NAME } from './codeSearch.js';

export type NamedClassification = 'functional' | 'economic_department' | 'economic_government' | 'revenue';
const NAMED: readonly NamedClassification[] = ['functional', 'economic_department', 'economic_government'];
const OTHER_ECONOMIC: Readonly<Partial<Record<NamedClassification, NamedClassification>>> = {
  economic_department: 'economic_government',
  economic_government: 'economic_department',
};

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
  return names.filter(({ name }) => (codebook.findByName(classification, name, { year })[0]?.score ?? 0) >= SURE_NAME).length;
}

/** Codes of taxes, and how many of their names say that a block lists the revenue of a government and no sources of a department. */
const TAX = /^101/;
const FEWEST_TAXES = 2;

/** Whether the rows are a government's revenue by kind: several are taxes. A department's sources (其他收入, 上级补助收入) only sound like names of the list. */
function listsTaxes(rows: readonly RowReading[], block: Block, codebook: Codebook, year: number | null): boolean {
  if (block.flow !== 'revenue') return false;
  const taxes = namesOf(rows, block, 'revenue').filter(({ name }) => {
    const [match] = codebook.findByName('revenue', name, { year });
    return match !== undefined && match.score >= SURE_NAME && TAX.test(match.code);
  });
  return taxes.length >= FEWEST_TAXES;
}

/**
 * The lists that the names of a block belong to: those that its label columns name, where at least one name fits (the other economic list where more of
 * the names fit that one: headers are cut off at page borders, 府预算支出经济科目); else the list that at least half of the rows print names of.
 */
export function listsOfNames(rows: readonly RowReading[], block: Block, codebook: Codebook, year: number | null): NamedClassification[] {
  const stated = NAMED.filter((classification) => block.labels.some((label) => label.classification === classification));
  const count = (classification: NamedClassification) => known(namesOf(rows, block, classification), codebook, classification, year);
  const [only] = stated;
  const other = only === undefined || block.labels.length > 1 ? undefined : OTHER_ECONOMIC[only];
  if (only !== undefined && other !== undefined && count(other) > count(only)) return [other];
  if (listsTaxes(rows, block, codebook, year)) return ['revenue'];
  if (stated.length > 0) return stated.filter((classification) => count(classification) > 0);
  const best = NAMED.map((classification) => ({ classification, fits: count(classification) })).reduce((a, b) => (b.fits > a.fits ? b : a));
  const all = namesOf(rows, block, best.classification).length;
  return best.fits > 0 && best.fits * 2 >= all ? [best.classification] : [];
}

/** The code that a search found for a name. */
function named(classification: NamedClassification, name: string, found: Found): CodeReading {
  return { classification, code: found.code, printed: null, name, origin: 'named', score: found.score, runnerUp: found.runnerUp };
}

/**
 * Finds codes for the rows of a block that print names only (see `CodeSearch`). What fits no name stays without a code; where several codes fit and
 * nothing tells which, the best guess goes to `unsure`.
 */
export function addNamedCodes(rows: readonly RowReading[], block: Block, codebook: Codebook, context: DocumentContext): void {
  for (const classification of listsOfNames(rows, block, codebook, context.year)) {
    if (block.labels.length === 1 || block.classification === null) block.classification = classification;
    const names = new Map(namesOf(rows, block, classification).map((name) => [name.row, name]));
    const searched = rows.map((row) => {
      const name = names.get(row);
      const other = OTHER_ECONOMIC[classification];
      return {
        code: row.codes.get(classification)?.code ?? null,
        name: name?.name ?? null,
        numbered: name?.numbered ?? false,
        across: (other && row.codes.get(other)?.code) ?? null,
      };
    });
    const search = new CodeSearch(codebook, classification, context, searched);
    for (const [index, row] of rows.entries()) {
      if (row.isUnit || TOTAL_ROW.test(row.parts.name)) search.close();
      const printed = row.codes.get(classification);
      const name = names.get(row);
      if (printed) search.open(printed.code);
      if (printed || !name) continue;
      const found = search.find(index);
      if (found === null) continue;
      (found.sure ? row.codes : row.unsure).set(classification, named(classification, name.name, found));
      if (found.sure) search.open(found.code);
    }
  }
}
