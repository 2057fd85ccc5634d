import type { GridTable, Line } from '../../model/index.js';
import { type DisclosureIndex, groupLines, labelOf } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { lineIdentity, type Rule } from '../rule.js';
import { type ReadTable, readTablesOf, type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Header words of columns that state a part of the money of a row. */
const PART = /收入|支出|拨款|资金|经费|预算|基金/;
/** Header words of columns that are no part: totals, excerpts, changes. */
const NO_PART = /合计|总计|小计|总额|其中|增减|比|占|结转|结余/;

/** The grid columns beside a total, under the same header, that state parts of its money whether or not they print any. */
function partColumns(grid: GridTable, whole: Line): number[] {
  const prefix = whole.column_path.slice(0, -1);
  const at = grid.columns.flatMap((path, i) => {
    const [column, leaf] = [grid.columnAt[i], path.at(-1) ?? ''];
    const beside =
      column !== undefined && column !== whole.c && path.length > prefix.length && prefix.every((word, depth) => path[depth] === word);
    return beside && PART.test(leaf) && !path.slice(prefix.length).some((word) => NO_PART.test(word)) ? [column] : [];
  });
  return at.length >= 2 ? at : [];
}

const isStated = (line: Line) => line.comparison === 'none' && line.amount !== null && line.amount !== '0';

/** The totals of a table's rows: one column of totals a block, under no total of its own. */
function wholesOf(lines: readonly Line[]): Line[] {
  const totals = lines.filter((line) => line.column_role === 'total' && line.comparison === 'none');
  return groupLines(totals, (line) => `${line.block}|${line.c}`).flatMap(([first]) => first ?? []);
}

/** A total that is not zero has a part that is not zero: where the columns of the parts are there and all blank in its row, an amount was not read. */
export const blankTotals: Rule = {
  id: 'blank_parts',
  title: 'A total that is not zero has parts, and parts have a total',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const disclosure of index.disclosures) {
      for (const { grid, lines } of readTablesOf(index, disclosure)) {
        for (const whole of wholesOf(lines)) yield* inRows(index, this.id, grid, lines, whole);
      }
    }
  },
  assertions: (index) => tableAssertions(index, 'blank_parts', blankColumn),
};

/** Headers of the total of a row. */
const TOTAL = /^[合总]计$/;
/** Rows with amounts from which a column of totals without any is remarkable. */
const ROWS = 3;

/** Whether the column of totals of a table prints anything, where several rows print amounts beside it. */
function blankColumn({ grid, lines }: ReadTable): TableAssertion | null {
  const columns = grid.columns.flatMap((path, at) => (TOTAL.test((path.at(-1) ?? '').replace(/\s/g, '')) ? [at] : []));
  const [at] = columns;
  const stated = lines.filter(isStated);
  const rows = new Set(stated.map(({ r }) => r));
  if (columns.length !== 1 || at === undefined || grid.form || rows.size < ROWS) return null;
  const holds = grid.rows.some(({ texts }) => (texts[at] ?? '') !== '');
  const header = grid.columns[at]?.join(' / ') ?? '';
  return {
    holds,
    cells: stated.length,
    message: holds
      ? `${header} is filled`
      : `${header} is blank in all rows though ${rows.size} of them print amounts; look where the totals stand`,
  };
}

/** The rows of a table in which either the total or all its parts are blank. */
function* inRows(index: DisclosureIndex, rule: string, grid: GridTable, lines: readonly Line[], whole: Line): Iterable<Identity> {
  const columns = new Set(partColumns(grid, whole));
  if (columns.size === 0) return;
  for (const row of groupLines(lines.filter(isStated), (line) => `${line.block}|${line.r}`)) {
    const total = row.find((line) => line.c === whole.c);
    const parts = row.filter(
      (line) => columns.has(line.c) && line.column_role === 'leaf' && line.year === whole.year && line.phase === whole.phase,
    );
    const others = row.filter((line) => line.c !== whole.c);
    if (total && others.length === 0) yield lineIdentity(index, rule, total, [], `${labelOf(total)} = its parts, all blank`);
    const [first] = parts;
    if (!total && first)
      yield {
        ...lineIdentity(index, rule, first, [], `${parts.map(labelOf).join(' + ')} = its total, which is blank`),
        left: parts.map((part) => index.cell(part)),
      };
  }
}
