import type { Codebook } from '../../codebook/index.js';
import { moneyUnitIn } from '../amounts/moneyUnit.js';
import { FLOW_WORDS, NEUTRAL_HEADER, SUBTOTAL_HEADER, SUM_HEADER } from '../lexicon/headerWords.js';
import { FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS } from '../lexicon/moneyWords.js';
import { COMPARISON_WORDS, PHASE_WORDS, printedYear, QUANTITY_WORDS, YEAR_WORDS } from '../lexicon/timeWords.js';
import { lookUp, type Word } from '../lexicon/word.js';
import type { ColumnMeaning, DocumentContext, TableFacets } from '../reading.js';
import { fold } from '../text/fold.js';

/** What the deepest header word that a lexicon knows says. */
function deepest<T>(lexicon: readonly Word<T>[], path: readonly string[]): T | null {
  for (const word of path.toReversed()) {
    const found = lookUp(lexicon, word);
    if (found !== null) return found;
  }
  return null;
}

/** Year of the figures of a column: in digits, else relative to the document's year, else null. */
function yearOf(path: readonly string[], context: DocumentContext): number | null {
  for (const word of path.toReversed()) {
    const stated = printedYear(word);
    if (stated !== null) return stated;
    const offset = lookUp(YEAR_WORDS, word);
    if (offset !== null && context.year !== null) return context.year + offset;
  }
  return null;
}

/** Header words that no lexicon explains. */
function unexplainedWords(path: readonly string[], folded: readonly string[], economicCode: string | null): string[] {
  return path.filter((printed, depth) => {
    const word = folded[depth] ?? '';
    const known =
      word === '' ||
      NEUTRAL_HEADER.test(word) ||
      SUM_HEADER.test(word) ||
      SUBTOTAL_HEADER.test(word) ||
      printedYear(word) !== null ||
      moneyUnitIn(printed) !== null ||
      (economicCode !== null && depth === folded.length - 1) ||
      [FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS, PHASE_WORDS, YEAR_WORDS, COMPARISON_WORDS, QUANTITY_WORDS, FLOW_WORDS].some(
        (lexicon: readonly Word<unknown>[]) => lexicon.some(({ pattern }) => pattern.test(word)),
      );
    return !known;
  });
}

/** The department economic class that a header names (基本支出 by 工资福利支出 | 商品和服务支出 ...), or null. */
function economicCodeOf(leaf: string, context: DocumentContext, codebook: Codebook): string | null {
  if (!/支出$|补助$|^资本性|^对/.test(leaf) || FLOW_WORDS.some(({ value, pattern }) => value === 'both' && pattern.test(leaf))) return null;
  const [match] = codebook.findByName('economic_department', leaf, { year: context.year, level: 1 });
  return match && match.score >= 0.97 && leaf !== '其他支出' ? match.code : null;
}

/**
 * What the header of an amount column says, deepest word first. `role` is set afterwards for all columns of a block together (columnRoles).
 */
export function readColumnMeaning(
  path: readonly string[],
  facets: TableFacets,
  context: DocumentContext,
  codebook: Codebook,
): ColumnMeaning {
  const folded = path.map(fold);
  const leaf = folded.at(-1) ?? '';
  const comparison = deepest(COMPARISON_WORDS, folded) ?? 'none';
  const measured = deepest(QUANTITY_WORDS, folded);
  const quantity = comparison === 'change_percent' || comparison === 'share' ? 'percent' : (measured ?? 'money');
  const threePublic = facets.kind === 'three_public_expenses' ? deepest(THREE_PUBLIC_WORDS, folded) : null;
  const part = deepest(PART_WORDS, folded);
  const economicCode = facets.kind === 'three_public_expenses' || part !== null ? null : economicCodeOf(leaf, context, codebook);
  const flow = deepest(FLOW_WORDS, folded);
  return {
    flow: flow === 'both' ? null : flow,
    funding: deepest(FUNDING_WORDS, folded),
    part,
    phase: deepest(PHASE_WORDS, folded),
    year: comparison === 'none' ? yearOf(folded, context) : context.year,
    comparison,
    quantity,
    threePublic,
    economicCode,
    unit: path.map(moneyUnitIn).findLast((unit) => unit !== null) ?? null,
    role: 'leaf',
    unexplained: unexplainedWords(path, folded, economicCode),
  };
}
