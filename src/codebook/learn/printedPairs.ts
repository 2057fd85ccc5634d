import type { LineCode } from '../../model/index.js';
import type { Classification } from '../entry.js';
import { nameKey, normalizeName } from '../names.js';
import { blankRows } from './blankRows.js';
import { type Disclosed, independentDocuments } from './independentDocuments.js';

/** Lists whose codes documents print beside names. */
export const LEARNED = ['functional', 'economic_department', 'economic_government', 'revenue', 'procurement'] as const;
export type LearnedClassification = Extract<Classification, (typeof LEARNED)[number]>;

/** A code and a name that documents print together: in how many independent documents, and of which years. */
export interface PrintedPair {
  classification: LearnedClassification;
  code: string;
  name: string;
  documents: number;
  years: number[];
}

/** Whether the list is one that can be learned. */
function isLearned(classification: LineCode['classification']): classification is LearnedClassification {
  return LEARNED.some((known) => known === classification);
}

/**
 * The pairs of code and name that disclosures print, in order of list, code and name. Pure. Spellings that differ in width, brackets and blanks are one
 * pair, named as most documents do; what was found by name proves nothing and is left out.
 */
export function printedPairs(disclosures: readonly Disclosed[]): PrintedPair[] {
  const groups = independentDocuments(disclosures);
  const pairs = new Map<string, { pair: PrintedPair; documents: Set<number>; spellings: Map<string, number> }>();
  disclosures.forEach((disclosure, i) => {
    const { year } = disclosure.facts;
    const printed = disclosure.line_codes.filter(({ origin, code_printed }) => origin !== 'named' && code_printed !== null);
    for (const { classification, code, name_printed } of [...printed, ...blankRows(disclosure)]) {
      if (!isLearned(classification) || code === null || name_printed === null) continue;
      const key = nameKey(name_printed);
      if (key.length < 2) continue;
      const id = `${classification}|${code}|${key}`;
      const known = pairs.get(id) ?? {
        pair: { classification, code, name: '', documents: 0, years: [] },
        documents: new Set<number>(),
        spellings: new Map<string, number>(),
      };
      pairs.set(id, known);
      known.documents.add(groups[i] ?? i);
      if (year !== null && !known.pair.years.includes(year)) known.pair.years.push(year);
      const spelling = normalizeName(name_printed);
      known.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + 1);
    }
  });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...pairs.values()]
    .map(({ pair, documents, spellings }) => ({
      ...pair,
      documents: documents.size,
      years: pair.years.sort((a, b) => a - b),
      name: [...spellings].sort((a, b) => b[1] - a[1] || order(a[0], b[0]))[0]?.[0] ?? '',
    }))
    .sort(
      (a, b) => LEARNED.indexOf(a.classification) - LEARNED.indexOf(b.classification) || order(a.code, b.code) || order(a.name, b.name),
    );
}
