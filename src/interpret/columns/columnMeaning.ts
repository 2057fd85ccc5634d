import type { Codebook } from '../../codebook/index.js';
import type { Flow } from '../../model/index.js';
import { moneyUnitIn } from '../amounts/moneyUnit.js';
import { FLOW_WORDS, NEUTRAL_HEADER, SUBTOTAL_HEADER, SUM_HEADER } from '../lexicon/headerWords.js';
import { FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS } from '../lexicon/moneyWords.js';
import { COMPARISON_WORDS, PHASE_WORDS, printedYear, QUANTITY_WORDS, YEAR_WORDS } from '../lexicon/timeWords.js';
import { lookUp, type Word } from '../lexicon/word.js';
import type { ColumnMeaning, DocumentContext, EconomicClass, TableFacets } from '../reading.js';
import { fold } from '../text/fold.js';

/** What the deepest header word that a lexicon knows says. */
function deepest<T>(lexicon: readonly Word<T>[], path: readonly string[]): T | null {
  for (const word of path.toReversed()) {
    const found = lookUp(lexicon, word);
    if (found !== null) return found;
  }
  return null;
}

/** What the highest header word that a lexicon knows says, or null. */
function highest<T>(lexicon: readonly Word<T>[], path: readonly string[]): T | null {
  for (const word of path) {
    const found = lookUp(lexicon, word);
    if (found !== null) return found;
  }
  return null;
}

/** Side of the budget that a header names, its highest word first: 本年收入 / 基本支出 is what was received for it. */
function flowOf(path: readonly string[]): Flow | null {
  return highest(
    FLOW_WORDS,
    path.filter((word) => lookUp(FLOW_WORDS, word) !== 'both'),
  );
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

/** A header word without what it compares with: 2024年预算数比2023年执行数 is about a budget, 完成年初预算的% about no budget. */
function withoutBase(word: string): string {
  return word.replace(/^完成.*$|(?<=.)[比较为占].*$/, '');
}

/** Header words that no lexicon explains. */
function unexplainedWords(path: readonly string[], folded: readonly string[], economic: EconomicClass | null): string[] {
  return path.filter((printed, depth) => {
    const word = folded[depth] ?? '';
    const known =
      word === '' ||
      NEUTRAL_HEADER.test(word) ||
      SUM_HEADER.test(word) ||
      SUBTOTAL_HEADER.test(word) ||
      printedYear(word) !== null ||
      moneyUnitIn(printed) !== null ||
      printed === economic?.name ||
      word === economic?.code ||
      [FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS, PHASE_WORDS, YEAR_WORDS, COMPARISON_WORDS, QUANTITY_WORDS, FLOW_WORDS].some(
        (lexicon: readonly Word<unknown>[]) => lexicon.some(({ pattern }) => pattern.test(word)),
      );
    return !known;
  });
}

const PRINTED_CLASS = /^([35])\d{2}$/;

/**
 * The economic class that a header names (基本支出 by 工资福利支出 | 商品和服务支出 ..., 机关工资福利支出 over 501), or null. Classes are the department's unless a
 * code is printed or the table is about the government's.
 */
function economicClassOf(path: readonly string[], facets: TableFacets, context: DocumentContext, codebook: Codebook): EconomicClass | null {
  const code = path.map(fold).find((word) => PRINTED_CLASS.test(word));
  const printed = path.findLast((word) => !PRINTED_CLASS.test(fold(word))) ?? '';
  if (code !== undefined)
    return { list: code.startsWith('3') ? 'economic_department' : 'economic_government', code, name: printed, origin: 'printed' };
  const name = fold(printed);
  if (!/支出$|补助$|^资本性|^对|^机关/.test(name) || lookUp(PART_WORDS, name) !== null) return null;
  if (name === '其他支出' || FLOW_WORDS.some(({ value, pattern }) => value === 'both' && pattern.test(name))) return null;
  const list = facets.breakdown === 'economic_government' ? 'economic_government' : 'economic_department';
  const [match] = codebook.findByName(list, name, { year: context.year, level: 1 });
  return match && match.score >= 0.97 ? { list, code: match.code, name: printed, origin: 'named' } : null;
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
  const measured = deepest(QUANTITY_WORDS, folded);
  const compared = deepest(COMPARISON_WORDS, folded) ?? 'none';
  const comparison = compared === 'change' && measured === 'percent' ? 'change_percent' : compared;
  const quantity = comparison === 'change_percent' || comparison === 'share' ? 'percent' : (measured ?? 'money');
  const threePublic = facets.kind === 'three_public_expenses' ? deepest(THREE_PUBLIC_WORDS, folded) : null;
  const part = deepest(PART_WORDS, folded);
  const economic = facets.kind === 'three_public_expenses' ? null : economicClassOf(path, facets, context, codebook);
  return {
    flow: flowOf(folded),
    funding: folded.some((word) => lookUp(FUNDING_WORDS, word) === 'carry_over') ? 'carry_over' : deepest(FUNDING_WORDS, folded),
    part: folded.some((word) => lookUp(PART_WORDS, word) === 'carry_over') ? 'carry_over' : part,
    phase: deepest(PHASE_WORDS, comparison === 'none' ? folded : folded.map(withoutBase)),
    year: comparison === 'none' ? yearOf(folded, context) : context.year,
    comparison,
    quantity,
    threePublic,
    economic,
    unit: path.map(moneyUnitIn).findLast((unit) => unit !== null) ?? null,
    role: 'leaf',
    unexplained: unexplainedWords(path, folded, economic),
  };
}
