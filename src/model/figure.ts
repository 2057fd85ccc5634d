import { hashId } from './identity.js';
import type { Line } from './published/lines.js';

/** Tables whose amounts are excerpts or items (goods, services, running expenses of one office), not figures of the budget. */
const NO_FIGURES: ReadonlySet<Line['kind']> = new Set([
  'procurement',
  'purchased_services',
  'operating_expenses',
  'overall_performance',
  'institutions',
  'assets',
  'form_list',
  'unknown',
]);
/** Breakdowns whose uncoded total row is the total of the flow. */
const TOTAL_BREAKDOWNS: ReadonlySet<Line['breakdown']> = new Set([
  'summary',
  'functional',
  'economic_department',
  'economic_government',
  'project',
]);
const ROLE_RANK: Record<Line['row_role'], number> = { total: 2, subtotal: 1, leaf: 0, of_which: -1, balance: -1 };

/** The classification columns of a line, in the order of the `figures` table. */
export function figureCodes(line: Line): (string | null)[] {
  return [
    line.functional_code,
    line.economic_department_code,
    line.economic_government_code,
    line.revenue_code,
    line.funding_source,
    line.three_public_item,
    line.project_code,
  ];
}

/** The codes that tell figures apart: a funding source that says what the facet says (财政拨款收入 in a row, 财政拨款 over a column) is none. */
function distinguishingCodes(line: Line): (string | null)[] {
  return figureCodes(line.funding_source === line.funding ? { ...line, funding_source: null } : line);
}

/** The columns that say which amount of money a line states; null where it states none that stands for itself (a change, a count, a part of a row). */
function ownKey(line: Line): string | null {
  if (line.comparison !== 'none' || line.quantity !== 'money' || line.amount === null) return null;
  if (line.year === null || line.phase === null || line.flow === null || line.flow === 'both') return null;
  if (line.funding === null || line.part === null || line.column_role === 'of_which' || line.column_role === 'balance') return null;
  if (NO_FIGURES.has(line.kind) || (line.kind === 'project_performance' && line.project_code === null)) return null;
  if (line.kind === 'three_public_expenses' && line.three_public_item === null) return null;
  const codes = figureCodes(line);
  const coded = codes.some((code) => code !== null);
  if (line.row_role === 'balance' || (line.row_role === 'of_which' && !coded)) return null;
  if (!coded && !isTotal(line)) return null;
  if (line.breakdown === 'project' && line.row_role === 'leaf' && line.project_code === null) return null;
  return hashId(
    line.organization_id,
    line.scope,
    line.unit_code ?? line.unit_name,
    line.year,
    line.phase,
    line.flow,
    line.funding,
    line.part,
    ...distinguishingCodes(line),
  );
}

/** Whether an uncoded row is the total of its flow, or of one budget unit. */
function isTotal(line: Line): boolean {
  if (line.row_role === 'subtotal' && line.breakdown === 'summary') return CURRENT_YEAR.test(line.row_path.at(-1) ?? '');
  if (line.row_role === 'total') return TOTAL_BREAKDOWNS.has(line.breakdown) || line.breakdown === 'unit';
  return line.scope === 'unit' && line.breakdown === 'unit';
}

/** Groups items by a key, in order of first appearance. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The one line that stands for the rest of its group (the total of its row or of its rows), or none where the lines are equals. */
function whole(lines: readonly Line[], role: 'column_role' | 'row_role'): Line[] {
  if (lines.length <= 1) return [...lines];
  const rank = Math.max(...lines.map((line) => ROLE_RANK[line[role]]));
  const top = lines.filter((line) => ROLE_RANK[line[role]] === rank);
  const [first] = top;
  return rank > 0 && first && top.every((line) => line.amount === first.amount) ? [first] : [];
}

/** Sub-totals of the year without what is carried over: 本年收入合计. */
const CURRENT_YEAR = /^(?:本年|当年|本期)/;

const isNonZero = (line: Line) => line.amount !== null && line.amount !== '0';
const blockOf = (line: Line) => `${line.table_id}|${line.block}`;
const rowOf = (line: Line) => `${blockOf(line)}|${line.r}`;

/** Whether a column sums the money of all sources, what is carried over included: a total, or a subtotal that is not headed 本年收入. */
function sumsAllFunding(line: Line): boolean {
  if (line.column_role === 'total') return true;
  return line.column_role === 'subtotal' && line.funding === 'all' && !line.column_path.some((word) => CURRENT_YEAR.test(word));
}

/**
 * The lines whose amount mixes this year's money with what is carried over, so that tables without the carried-over part print another amount under the same
 * words: grand totals over balance rows (收入总计, 支出总计), sums over a column 上年结转 on the revenue side, columns of single fundings beside such a column on the
 * expenditure side.
 */
function mixedWithBalances(lines: readonly Line[]): Set<Line> {
  const blocks = new Set(lines.filter((line) => line.row_role === 'balance' && isNonZero(line)).map(blockOf));
  const rows = new Set(lines.filter((line) => line.funding === 'carry_over' && line.row_role !== 'balance' && isNonZero(line)).map(rowOf));
  return new Set(
    lines.filter((line) => {
      if (line.row_role === 'total' && blocks.has(blockOf(line))) return true;
      if (!rows.has(rowOf(line)) || line.funding === 'carry_over') return false;
      return line.flow === 'revenue' ? sumsAllFunding(line) : line.funding !== 'all';
    }),
  );
}

/**
 * The lines of one document that state a figure (DATA.md: one amount of money once), by figure id. Of lines in one row with the same facets only the row's total counts
 * (人员经费 and 公用经费 are parts of 基本支出); of rows of one table with the same facets only their subtotal. Money carried over from last year or to the next is kept apart.
 */
export function figureLines(lines: readonly Line[]): Map<string, Line[]> {
  const mixed = mixedWithBalances(lines);
  const stated = (line: Line) => (mixed.has(line) ? null : ownKey(line));
  const byRow = groupBy(lines, (line) => {
    const key = stated(line);
    return key && `${rowOf(line)}|${key}`;
  });
  const ofRows = [...byRow.values()].flatMap((group) => whole(group, 'column_role'));
  const byTable = groupBy(ofRows, (line) => `${line.table_id}|${stated(line)}`);
  const ofTables = [...byTable.values()].flatMap((group) => whole(group, 'row_role'));
  return groupBy(ofTables, stated);
}
