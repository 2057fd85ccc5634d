import type { GridTable, Line } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type ReadTable, type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Breakdowns whose tables split a total by funding or part. */
const SPLIT: ReadonlySet<Line['breakdown']> = new Set(['functional', 'economic_department', 'economic_government', 'unit', 'project']);
/** What 财政拨款 is made of. */
const APPROPRIATIONS: ReadonlySet<Line['funding']> = new Set(['general', 'fund', 'state_capital', 'appropriation']);

/** The columns of amounts of one year and block: one line each. */
function columnsOf(lines: readonly Line[]): Line[] {
  const columns = new Map(
    lines.filter((line) => line.comparison === 'none' && line.column_role !== 'of_which').map((line) => [line.c, line]),
  );
  const [first] = columns.values();
  return [...columns.values()].filter((line) => line.year === first?.year && line.phase === first?.phase && line.block === first?.block);
}

/** Whether columns that split money by funding, or by part, have no column of all of it beside them. */
function lacksTotal(columns: readonly Line[]): boolean {
  const leaves = columns.filter((line) => line.column_role === 'leaf');
  const fundings = new Set(leaves.map((line) => line.funding));
  const parts = new Set(leaves.map((line) => line.part));
  const isAll = (line: Line) =>
    line.funding === null ||
    line.funding === 'all' ||
    ([...fundings].every((one) => APPROPRIATIONS.has(one)) && line.funding === 'appropriation');
  if (fundings.size > 1 && !columns.some(isAll)) return true;
  return parts.size > 1 && !columns.some((line) => line.part === 'all' || line.part === null || line.column_role === 'total');
}

const plain = (word: string) => word.replace(/\s/g, '');
const SUBTOTAL = /[小合总]计$/;

/** The headers over several columns, with whether one of these is their 小计. */
function groupsOf(grid: GridTable): Map<string, boolean> {
  const groups = new Map<string, string[]>();
  for (const path of grid.columns) {
    const [head, leaf] = [path.at(-2), path.at(-1)];
    if (head !== undefined && leaf !== undefined) groups.set(plain(head), [...(groups.get(plain(head)) ?? []), plain(leaf)]);
  }
  return new Map(
    [...groups].filter(([, leaves]) => leaves.length > 1).map(([head, leaves]) => [head, leaves.some((leaf) => SUBTOTAL.test(leaf))]),
  );
}

/** The headers without 小计 that have one in all other tables of the document, two at least. */
function headsWithoutSubtotal(table: ReadTable, all: readonly ReadTable[]): string[] {
  return [...groupsOf(table.grid)].flatMap(([head, has]) => {
    const elsewhere = all.flatMap((other) => (other === table ? [] : (groupsOf(other.grid).get(head) ?? [])));
    return !has && elsewhere.length > 1 && elsewhere.every((one) => one) ? [head] : [];
  });
}

/** Headers of sources of revenue. */
const SOURCE =
  /^(?:财政拨款(?:收入)?|一般公共预算(?:拨款|资金)?(?:收入)?|政府性基金预算?(?:拨款|资金)?(?:收入)?|事业(?:单位)?(?:经营)?收入|经营收入|上级补助收入|附属单位上缴收入|其他收入)$/;
/** Sources from which a header without a column of their total is remarkable. */
const SOURCES = 3;

/** Whether a header names sources of revenue, also such as have no amount, and no total of them. */
function hasSourcesOnly(grid: GridTable): boolean {
  const words = grid.columns.flat().map(plain);
  return (
    words.filter((word) => SOURCE.test(word)).length >= SOURCES && !words.some((word) => /[小合总]计|总额|金额|预算数|决算数/.test(word))
  );
}

/** Columns that split money by funding or part stand beside their 合计, and under a header with 小计 where that header has one elsewhere: what is missing was not read. */
export const totalColumn: Rule = {
  id: 'total_column',
  title: 'Columns that split an amount stand beside the column of their total',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'total_column', (table, all): TableAssertion | null => {
      const columns = columnsOf(table.lines);
      if (!SPLIT.has(table.table.breakdown) || columns.length === 0) return null;
      if (table.table.kind === 'revenue_summary' && hasSourcesOnly(table.grid))
        return { holds: false, cells: columns.length, message: 'the header has sources of revenue and no column of their total' };
      if (columns.length < 2) return null;
      const heads = headsWithoutSubtotal(table, all);
      const names = columns.map((line) => line.column_path.join(' / ')).join(', ');
      if (heads.length > 0)
        return { holds: false, cells: columns.length, message: `no 小计 under ${heads.join(', ')} though other tables have one` };
      const holds = !lacksTotal(columns);
      return {
        holds,
        cells: columns.length,
        message: holds ? `${names} have their total` : `${names} stand without a column of their total`,
      };
    }),
};
