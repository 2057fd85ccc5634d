import { type Codebook, inForce, loadCodebook, nameKey, openCodebook, readObserved } from '../../../src/codebook/index.js';
import { readDocumentTables } from '../../../src/interpret/readDocumentTables.js';
import type { CodeReading, RowReading, TableReading } from '../../../src/interpret/reading.js';
import type { PrintedDocument } from './corpus.js';
import { withoutCodes } from './hiddenCodes.js';
import { HIDDEN_LISTS, type HiddenList } from './hiddenLists.js';

/**
 * What became of a hidden code: found (`right`, `wrong`); not taken but the best guess (`guessed`) or not (`marked`). `told` says whether the name is that of one
 * code only or the row's parent is printed above it.
 */
export interface Recovered {
  file: string;
  title: string | null;
  list: HiddenList;
  code: string;
  name: string;
  told: boolean;
  outcome: 'right' | 'wrong' | 'guessed' | 'marked';
  found: string | null;
}

/** A code that a row prints beside a name, and the row. */
interface Printed {
  row: RowReading;
  list: HiddenList;
  code: string;
  name: string;
}

/** The codes of a table that are printed beside names. */
function printedCodes(reading: TableReading): Printed[] {
  return reading.rows.flatMap((row) =>
    HIDDEN_LISTS.flatMap((list) => {
      const found: CodeReading | undefined = row.codes.get(list);
      if (!found?.name || found.printed === null || found.origin === 'named') return [];
      return [{ row, list, code: found.code, name: found.name }];
    }),
  );
}

const pairKey = (list: string, code: string, name: string) => `${list}|${code}|${nameKey(name)}`;

/** The codebook that documents of all other places leave: the lists, and of what was learned what those print too. */
function learnedElsewhere(place: string, printed: ReadonlyMap<string, ReadonlySet<string>>): Codebook {
  return openCodebook(
    readObserved().filter((row) =>
      [...(printed.get(pairKey(row.classification, row.code, row.name)) ?? [])].some((other) => other !== place),
    ),
  );
}

/** Whether only one code of the list has the name in the year. */
function isUnique(codebook: Codebook, list: HiddenList, name: string, year: number | null): boolean {
  const key = nameKey(name);
  const codes = codebook
    .list(list)
    .filter((entry) => inForce(entry, year) && [entry.name, ...entry.aliases].some((official) => nameKey(official) === key))
    .map(({ code }) => code);
  return new Set(codes).size === 1;
}

/** Whether a row above prints the parent of the code in the same block. */
function hasParent({ row, list, code }: Printed, reading: TableReading): boolean {
  const parent = code.length > 3 ? code.slice(0, -2) : null;
  return (
    parent === null ||
    reading.rows.some((other) => other.block === row.block && other.index < row.index && other.codes.get(list)?.code === parent)
  );
}

/** The row of another reading of a table that has the same label column. */
function sameRow(row: RowReading, reading: TableReading | undefined): RowReading | undefined {
  const labels = new Set(row.block.labels.map(({ index }) => index));
  return reading?.rows.find((other) => other.index === row.index && other.block.labels.some(({ index }) => labels.has(index)));
}

/** What became of one hidden code. */
function outcomeOf(code: string, row: RowReading | undefined, list: HiddenList): Pick<Recovered, 'outcome' | 'found'> {
  const found = row?.codes.get(list)?.code ?? null;
  if (found !== null) return { outcome: found === code ? 'right' : 'wrong', found };
  return { outcome: row?.unsure.get(list)?.code === code ? 'guessed' : 'marked', found: null };
}

/**
 * Hides the printed codes of all tables of the documents and finds them again from names, order and indentation, for each place with a codebook that has
 * learned nothing from it. Rows whose printed code and name contradict each other, and local codes, have no truth and are left out.
 */
export function recoverCodes(documents: readonly PrintedDocument[]): Recovered[] {
  const codebook = loadCodebook();
  const originals = documents.map(({ grids, units, context }) => readDocumentTables(grids, units, context, codebook));
  const places = new Map<string, Set<string>>();
  documents.forEach(({ place }, i) => {
    for (const { list, code, name } of originals[i]?.flatMap(printedCodes) ?? []) {
      const key = pairKey(list, code, name);
      places.set(key, (places.get(key) ?? new Set()).add(place));
    }
  });
  const books = new Map([...new Set(documents.map(({ place }) => place))].map((place) => [place, learnedElsewhere(place, places)]));
  return documents.flatMap(({ file, place, units, context }, i) => {
    const readings = originals[i] ?? [];
    const hidden = readDocumentTables(readings.map(withoutCodes), units, context, books.get(place) ?? codebook);
    return readings.flatMap((reading, t) =>
      printedCodes(reading).flatMap((printed): Recovered[] => {
        const { row, list, code, name } = printed;
        if (!['agrees', 'other_year'].includes(codebook.agreement(list, code, name, context.year))) return [];
        const told = hasParent(printed, reading) || isUnique(codebook, list, name, context.year);
        return [{ file, title: reading.table.title, list, code, name, told, ...outcomeOf(code, sameRow(row, hidden[t]), list) }];
      }),
    );
  });
}
