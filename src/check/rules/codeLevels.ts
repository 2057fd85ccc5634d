import type { Codebook } from '../../codebook/index.js';
import type { Line } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** The classifications whose codes are hierarchies, with the lengths of their levels: 类 201, 款 20101, 项 2010101; 类 301, 款 30101. */
const LEVELS = {
  functional_code: [3, 5, 7],
  economic_department_code: [3, 5],
  economic_government_code: [3, 5],
  revenue_code: [3, 5, 7],
} as const;
type Classification = keyof typeof LEVELS;
/** The official list of each. */
const LISTS = {
  functional_code: 'functional',
  economic_department_code: 'economic_department',
  economic_government_code: 'economic_government',
  revenue_code: 'revenue',
} as const;

/** Rows of the lowest level from which a row without any below it is remarkable. */
const USUAL = 3;

/** The codes of the rows of a table in one classification; of leaf rows with an amount only where that is asked for. */
function codesOf(lines: readonly Line[], classification: Classification, leaves = false): Set<string> {
  const rows = leaves ? lines.filter((line) => line.row_role === 'leaf' && line.amount !== null && line.amount !== '0') : lines;
  return new Set(rows.flatMap((line) => line[classification] ?? []));
}

/** Upper codes of a level that at least half of the groups of rows print and some do not. */
function missingAbove(codes: ReadonlySet<string>, length: number): string[] {
  const groups = new Set([...codes].filter((code) => code.length > length).map((code) => code.slice(0, length)));
  const missing = [...groups].filter((group) => !codes.has(group));
  return missing.length <= groups.size / 2 ? missing : [];
}

/** Leaf rows of an upper level in a table whose leaf rows are nearly all of the lowest: the rows below them are missing. */
function missingBelow(leaves: ReadonlySet<string>, lowest: number): string[] {
  const shallow = [...leaves].filter((code) => code.length < lowest);
  const full = leaves.size - shallow.length;
  return full >= USUAL && shallow.length * USUAL < full ? shallow : [];
}

/** Whether the official list has codes below a code. */
function hasLevelBelow(codebook: Codebook, classification: Classification, code: string): boolean {
  return codebook.list(LISTS[classification]).some((entry) => entry.code.length > code.length && entry.code.startsWith(code));
}

/** What a table says of its codes in one classification. */
function judge(
  lines: readonly Line[],
  classification: Classification,
  codebook: Codebook,
): { codes: number; above: string[]; below: string[] } {
  const codes = codesOf(lines, classification);
  const levels = LEVELS[classification].filter((length) => [...codes].some((code) => code.length === length));
  const lowest = levels.at(-1);
  if (levels.length < 2 || lowest === undefined) return { codes: 0, above: [], below: [] };
  const above = levels.slice(0, -1).flatMap((length) => missingAbove(codes, length));
  const below = missingBelow(codesOf(lines, classification, true), lowest).filter((code) => hasLevelBelow(codebook, classification, code));
  return { codes: codes.size, above, below };
}

/** Where the rows of a table have their 类 and 款 over them, every group of rows does, and where they go down to 项, all do: a row that is missing was not read. */
export const codeLevels: Rule = {
  id: 'code_levels',
  title: 'The levels of codes (类, 款, 项) that most rows of a table have are there for all of them',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'code_levels', ({ lines }): TableAssertion | null => {
      const found = (Object.keys(LEVELS) as Classification[]).map((classification) => judge(lines, classification, index.codebook));
      const codes = found.reduce((all, one) => all + one.codes, 0);
      if (codes === 0) return null;
      const above = found.flatMap((one) => one.above);
      const below = found.flatMap((one) => one.below);
      const faults = [
        ...(above.length > 0 ? [`no row has the code ${above.join(', ')} though rows below it are printed`] : []),
        ...(below.length > 0 ? [`${below.join(', ')} has no rows below it though the others do`] : []),
      ];
      return {
        holds: faults.length === 0,
        cells: codes,
        message: faults.length === 0 ? `${codes} codes have all levels` : faults.join('; '),
      };
    }),
};
