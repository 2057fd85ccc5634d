import type { Codebook } from '../../codebook/index.js';
import type { Flow, Funding } from '../../model/index.js';
import { moneyUnitIn } from '../amounts/moneyUnit.js';
import { FLOW_WORDS, NEUTRAL_HEADER, SUBTOTAL_HEADER, SUM_HEADER } from '../lexicon/headerWords.js';
import { BUDGETS, FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS } from '../lexicon/moneyWords.js';
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

/** Whose money a header names: carried-over money wherever it says so, else its deepest word; 财政拨款 below a budget (一般公共预算 / 其中：财政拨款) is of that budget. */
function fundingOf(folded: readonly string[]): Funding | null {
  const named = folded.map((word) => lookUp(FUNDING_WORDS, word)).filter((funding) => funding !== null);
  if (named.includes('carry_over')) return 'carry_over';
  const last = named.at(-1) ?? null;
  return last === 'appropriation' ? (named.findLast((funding) => BUDGETS.has(funding)) ?? last) : last;
}

/** A header word without what it compares with: 2024年预算数比2023年执行数 is about a budget, 完成年初预算的% about no budget. */
function withoutBase(word: string): string {
  return word.replace(/^完成.*$|(?<=.)[比较为占].*$/, '');
}

/** Header words that neither a lexicon nor `isClass` (whether a word names the economic class above a column's own) explains. */
function unexplainedWords(
  path: readonly string[],
  folded: readonly string[],
  economic: EconomicClass | null,
  isClass: (word: string) => boolean,
): string[] {
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
      isClass(printed) ||
      [FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS, PHASE_WORDS, YEAR_WORDS, COMPARISON_WORDS, QUANTITY_WORDS, FLOW_WORDS].some(
        (lexicon: readonly Word<unknown>[]) => lexicon.some(({ pattern }) => pattern.test(word)),
      );
    return !known;
  });
}

const PRINTED_CLASS = /^([35])\d{2}$/;
/** How well a header must fit the name of a class. */
const CLASS_NAME = 0.97;

/** The 类 that 机关运行经费 are mostly spent by; their tables print its 款 (办公费 | 印刷费) without it. */
const OPERATING_CLASS = { economic_department: '302', economic_government: '502' } as const;

/** The 类 of an economic list that a header word names, or null. */
function namedClass(word: string, list: EconomicClass['list'], year: number | null, codebook: Codebook): string | null {
  const name = fold(word);
  if (!/支出$|补助$|^资本性|^对|^机关/.test(name) || lookUp(PART_WORDS, name) !== null) return null;
  if (name === '其他支出' || FLOW_WORDS.some(({ value, pattern }) => value === 'both' && pattern.test(name))) return null;
  const [match] = codebook.findByName(list, name, { year, level: 1 });
  return match && match.score >= CLASS_NAME ? match.code : null;
}

/**
 * The economic class that a header names (基本支出 by 工资福利支出 | 商品和服务支出 ..., 机关工资福利支出 over 501), its 款 below it (工资福利支出 over 基本工资), or null.
 * Classes are the department's unless a code is printed or the table is about the government's.
 */
function economicClassOf(path: readonly string[], facets: TableFacets, context: DocumentContext, codebook: Codebook): EconomicClass | null {
  const printedCode = path.map(fold).find((word) => PRINTED_CLASS.test(word));
  const words = path.filter((word) => !PRINTED_CLASS.test(fold(word)));
  const leaf = words.at(-1) ?? '';
  if (printedCode !== undefined) {
    const list = printedCode.startsWith('3') ? 'economic_department' : 'economic_government';
    return { list, code: printedCode, name: leaf, origin: 'printed' };
  }
  const list = facets.breakdown === 'economic_government' ? 'economic_government' : 'economic_department';
  const { year } = context;
  if (facets.kind === 'operating_expenses' && words.length > 1) {
    const [goods] = codebook.findByName(list, fold(leaf), { year, parent: OPERATING_CLASS[list], level: 2 });
    if (goods && goods.score >= CLASS_NAME) return { list, code: goods.code, name: leaf, origin: 'named' };
  }
  for (const [depth, word] of [...words.entries()].reverse()) {
    const code = namedClass(word, list, year, codebook);
    if (code === null) continue;
    if (depth === words.length - 1) return { list, code, name: word, origin: 'named' };
    if (SUM_HEADER.test(fold(leaf)) || SUBTOTAL_HEADER.test(fold(leaf))) return { list, code, name: word, origin: 'named' };
    const [below] = codebook.findByName(list, fold(leaf), { year, parent: code, level: 2 });
    return below && below.score >= CLASS_NAME ? { list, code: below.code, name: leaf, origin: 'named' } : null;
  }
  return null;
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
  const isClass = (word: string) => economic !== null && namedClass(word, economic.list, context.year, codebook) !== null;
  return {
    flow: flowOf(folded),
    funding: fundingOf(folded),
    part: folded.some((word) => lookUp(PART_WORDS, word) === 'carry_over') ? 'carry_over' : part,
    phase: deepest(PHASE_WORDS, comparison === 'none' ? folded : folded.map(withoutBase)),
    year: comparison === 'none' ? yearOf(folded, context) : context.year,
    comparison,
    quantity,
    threePublic,
    economic,
    unit: path.map(moneyUnitIn).findLast((unit) => unit !== null) ?? null,
    role: 'leaf',
    unexplained: unexplainedWords(path, folded, economic, isClass),
  };
}
