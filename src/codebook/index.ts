import type { LineCode } from '../model/index.js';
import type { NameContext, NameMatch } from './codeList.js';
import { CodeList } from './codeList.js';
import { type EconomicPair, loadCorrespondence } from './correspondence.js';
import { hashDataFiles } from './dataFiles.js';
import { divisionAt, divisionFinder } from './division.js';
import type { Classification, CodeEntry, MappedCode } from './entry.js';
import { type FundingSource, loadLexicons, type ThreePublicEntry } from './lexicon.js';
import { loadMapping } from './mapping.js';
import { type ObservedRow, readObserved } from './observed.js';

export type { NameContext, NameMatch } from './codeList.js';
export type { EconomicPair } from './correspondence.js';
export { type Classification, type CodeEntry, inForce, type MappedCode, zClassification } from './entry.js';
export type { Disclosed } from './learn/independentDocuments.js';
export { type PrintedPair, printedPairs } from './learn/printedPairs.js';
export { type Proposal, proposals } from './learn/proposals.js';
export type { FundingSource, ThreePublicEntry } from './lexicon.js';
export { nameKey, nameScore, normalizeName, SAME_NAME } from './names.js';
export { type ObservedRow, readObserved } from './observed.js';

/** The official classifications by year. Pure look-ups; large lists are read when first asked for. */
export interface Codebook {
  /** Hash of the data: results that depend on the codebook are keyed by it. */
  version: string;
  /** The version of a code in force in the year; the newest where the year is unknown; null where there is none. */
  entry(classification: Classification, code: string, year: number | null): CodeEntry | null;
  /** All versions of a code, oldest first. */
  entries(classification: Classification, code: string): readonly CodeEntry[];
  /** Every version of every code of a list. */
  list(classification: Classification): readonly CodeEntry[];
  /** What the codebook says of a code printed with this name in that year; `none` where no name is printed. */
  agreement(classification: Classification, code: string, printedName: string | null, year: number | null): LineCode['agreement'];
  /** The codes that a printed name may mean, best first; see `NameMatch`. */
  findByName(classification: Classification, printed: string, context: NameContext): readonly NameMatch[];
  /** The pairs of the two economic classifications in which a code of either stands. */
  economicPairs(code: string): readonly EconomicPair[];
  /** COFOG 1999 group or class of a functional code. */
  cofog(functionalCode: string): MappedCode | null;
  /** GFSM 2014 expense code of a department economic code. */
  gfsm(economicDepartmentCode: string): MappedCode | null;
  /** The division under a code, also a retired one (`successor` names what came after it). */
  division(code: string, year: number | null): CodeEntry | null;
  /** The division that a printed organization name begins with; null where none or not one only. */
  divisionByName(text: string, year: number | null): CodeEntry | null;
  /** The funding source that a revenue label names. */
  fundingSource(printed: string): FundingSource | null;
  /** The “三公” item that a label names. */
  threePublicItem(printed: string): ThreePublicEntry | null;
}

/** The version of the codebook that `loadCodebook` gives, without loading it. */
export function codebookVersion(): string {
  return hashDataFiles();
}

let loaded: Codebook | undefined;

/** Loads the codebook once a process. Throws where the data shipped with the release is missing or malformed. */
export function loadCodebook(): Codebook {
  loaded ??= openCodebook(readObserved());
  return loaded;
}

/** A codebook of the official lists and the given observations only (all that ship: `loadCodebook`). */
export function openCodebook(observed: readonly ObservedRow[]): Codebook {
  const lists = new Map<Classification, CodeList>();
  const list = (classification: Classification): CodeList => {
    const known = lists.get(classification);
    if (known) return known;
    const opened = new CodeList(classification, `${classification}.csv`, observed);
    lists.set(classification, opened);
    return opened;
  };
  let findDivision: ReturnType<typeof divisionFinder> | undefined;
  let pairs: readonly EconomicPair[] | undefined;
  return {
    version: codebookVersion(),
    entry: (classification, code, year) => list(classification).entry(code, year),
    entries: (classification, code) => list(classification).entries(code),
    list: (classification) => list(classification).all,
    agreement: (classification, code, name, year) => list(classification).agreement(code, name, year),
    findByName: (classification, name, context) => list(classification).findByName(name, context),
    economicPairs: (code) => {
      pairs ??= loadCorrespondence();
      return pairs.filter((pair) => pair.department_code === code || pair.government_code === code);
    },
    cofog: loadMapping('functional_cofog.csv', 'cofog.csv', [7, 5, 3]),
    gfsm: loadMapping('economic_gfsm.csv', 'gfsm.csv', [5, 3]),
    division: (code, year) => divisionAt(list('division'), code, year),
    divisionByName(text, year) {
      findDivision ??= divisionFinder(list('division'));
      return findDivision(text, year);
    },
    ...loadLexicons(),
  };
}
