import type { Flow } from '../../model/index.js';
import { FUNDING_WORDS, PART_WORDS, THREE_PUBLIC_WORDS } from '../lexicon/moneyWords.js';
import { BALANCE_ROW, COUNT_ROW, YEAR_ROW } from '../lexicon/rowWords.js';
import { COMPARISON_WORDS, PHASE_WORDS, printedYear, YEAR_WORDS } from '../lexicon/timeWords.js';
import { lookUp } from '../lexicon/word.js';
import type { DocumentContext, RowSays, TableFacets } from '../reading.js';
import { labelParts } from '../text/numbering.js';

const NOTHING: RowSays = { funding: null, part: null, year: null, phase: null, comparison: null, threePublic: null };

/** What a label says of year, phase and comparison where rows are years (2025年 | 2026年 | 增减变化金额). */
function timeOf(name: string, context: DocumentContext): Partial<RowSays> {
  const comparison = lookUp(COMPARISON_WORDS, name);
  if (comparison !== null) return { comparison };
  const offset = lookUp(YEAR_WORDS, name);
  const year = printedYear(name) ?? (offset !== null && context.year !== null ? context.year + offset : null);
  return { year, phase: lookUp(PHASE_WORDS, name) };
}

/**
 * What the labels of a row say of its figures: whose money a revenue row is, which part an expenditure row, which item a “三公” row, which year
 * a row of a table by years. Labels are taken from leaf to top.
 */
export function rowSays(
  labels: readonly string[],
  flow: Flow | null,
  facets: TableFacets,
  context: DocumentContext,
  byYear: boolean,
): RowSays {
  const names = labels.map((label) => labelParts(label).name).toReversed();
  const says: RowSays = { ...NOTHING };
  for (const name of names) {
    const balance = BALANCE_ROW.test(name);
    if (flow !== 'expenditure') says.funding ??= lookUp(FUNDING_WORDS, name);
    if (flow !== 'revenue') says.part ??= balance ? 'carry_over' : lookUp(PART_WORDS, name);
    if (facets.kind === 'three_public_expenses' && !COUNT_ROW.test(name)) says.threePublic ??= lookUp(THREE_PUBLIC_WORDS, name);
    if (byYear || YEAR_ROW.test(name)) Object.assign(says, timeOf(name, context));
  }
  return says;
}
