import type { GridTable, Line } from '../../model/index.js';
import { type DisclosureIndex, groupLines, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { lineIdentity, type Rule } from '../rule.js';
import { readTablesOf } from '../tableAssertion.js';

/** A header that names an excerpt of the column before it. */
const EXCERPT = /^其中/;
/** Headers of columns that state the whole of their group. */
const WHOLE = /^(?:[合总小]计|总额|金额|预算数|决算数)$/;
/** Blanks of a header, which printers put between its characters. */
const BLANKS = /\s/g;

/** The grid column that an excerpt (其中：…) is taken from: the only column of totals under the same header; null where there is none, or several. */
function wholeColumn(grid: GridTable, excerpt: Line): number | null {
  const at = grid.columnAt.indexOf(excerpt.c);
  const path = grid.columns[at] ?? [];
  const depth = path.findIndex((word) => EXCERPT.test(word.replace(BLANKS, '')));
  if (depth < 0) return null;
  const header = path.slice(0, depth);
  const wholes = grid.columns.flatMap((other, i) => {
    const isBeside = other.length === depth + 1 && header.every((word, d) => other[d] === word);
    const column = grid.columnAt[i];
    return isBeside && column !== undefined && WHOLE.test((other[depth] ?? '').replace(BLANKS, '')) ? [column] : [];
  });
  return wholes.length === 1 ? (wholes[0] ?? null) : null;
}

const isStated = (line: Line) => line.comparison === 'none' && line.amount !== null && line.amount !== '0' && !line.amount.startsWith('-');

/** 其中：预留给中小企业 is no more than the 小计 beside it: an excerpt is a part of what it is taken from, and a blank is zero. */
export const ofWhich: Rule = {
  id: 'of_which',
  title: 'An excerpt (其中) is no more than the amount that it is taken from',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const disclosure of index.disclosures) {
      for (const { grid, lines } of readTablesOf(index, disclosure)) {
        for (const row of groupLines(lines, (line) => `${line.block}|${line.r}`)) yield* inRow(index, this.id, grid, row);
      }
    }
  },
};

/** The excerpts of a row, each with what it is taken from. */
function* inRow(index: DisclosureIndex, rule: string, grid: GridTable, row: readonly Line[]): Iterable<Identity> {
  for (const excerpt of row) {
    if (excerpt.column_role !== 'of_which' || !isStated(excerpt)) continue;
    const column = wholeColumn(grid, excerpt);
    if (column === null) continue;
    const whole = row.find((line) => line.c === column);
    const message = `${labelOf(excerpt)} ≤ ${whole ? labelOf(whole) : 'what it is taken from, which is blank'}`;
    yield lineIdentity(index, rule, excerpt, whole ? [index.cell(whole)] : [], message, 'at_most');
  }
}
