import { type Disclosure, type Line, type Statement, toDecimal } from '../model/index.js';
import { groupLines } from './disclosureIndex.js';
import { amountCell, type StatementTree } from './prose.js';

/** A statement and the lines of a table that add up to it. */
export interface Comparison {
  statement: Statement;
  lines: readonly Line[];
}

/** Department economic classes (GB) of the expenses that prose names by their own subject code. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  office: ['30201'],
  printing: ['30202'],
  consulting: ['30203'],
  water: ['30205'],
  electricity: ['30206'],
  post_and_telecommunications: ['30207'],
  property_management: ['30209'],
  travel: ['30211'],
  maintenance: ['30213'],
  rent: ['30214'],
  conference: ['30215'],
  training: ['30216'],
  special_materials: ['30218'],
  labour: ['30226'],
  entrusted_business: ['30227'],
  union_dues: ['30228'],
  welfare: ['30229'],
  union_and_welfare: ['30228', '30229'],
  other_transport: ['30239'],
  other_goods_and_services: ['30299'],
};
/** The columns into which a table splits basic expenditure, by the subject code of prose. */
const COLUMNS: Readonly<Record<string, RegExp>> = {
  personnel: /^人员(?:经费|支出|类)?/,
  public_operating: /^(?:日常)?公用(?:经费|支出|类)?/,
};

/** Whether lines print the amount of a statement, given how far each is rounded or cut. */
function agrees({ statement, lines }: Comparison): boolean {
  const cell = amountCell(statement);
  if (cell === null) return false;
  const sum = lines.reduce((total, line) => total.plus(line.amount ?? '0'), toDecimal('0'));
  const tolerance = lines.reduce((total, line) => total.plus(line.resolution ?? '0'), cell.resolution);
  return sum.minus(cell.amount).abs().lte(tolerance);
}

/** The money of each table that states basic expenditure by economic class. */
function basicTables(lines: readonly Line[]): Line[][] {
  return groupLines(lines, (line) =>
    line.part === 'basic' && line.breakdown === 'economic_department' && line.comparison === 'none' && line.amount !== null
      ? `${line.table_id}|${line.block}|${line.year}|${line.phase}`
      : null,
  );
}

/** The total of a table in the column that a pattern names, or null. */
function totalIn(table: readonly Line[], column: RegExp): Line | null {
  return table.find((line) => line.row_role === 'total' && column.test(line.column_path.at(-1) ?? '')) ?? null;
}

const isOf = (table: readonly Line[], statement: Statement) =>
  table[0]?.year === statement.year && (statement.phase === null || table[0]?.phase === statement.phase);

/**
 * 人员经费 and 公用经费 in prose with the totals of those columns: only as parts of a basic expenditure that is the total of the same table, so that
 * both speak of the same money.
 */
function* basicParts(tree: StatementTree, tables: readonly Line[][]): Iterable<Comparison> {
  for (const statement of tree.disclosure.statements) {
    const column = COLUMNS[statement.subject_code ?? ''];
    const whole = statement.parent_ordinal === null ? undefined : tree.byOrdinal.get(statement.parent_ordinal);
    if (column === undefined || whole === undefined || statement.amount === null) continue;
    for (const table of tables) {
      const total = table.find((line) => line.row_role === 'total' && line.column_role === 'total');
      const part = totalIn(table, column);
      if (!total || !part || !isOf(table, statement) || !agrees({ statement: whole, lines: [total] })) continue;
      yield { statement, lines: [part] };
      break;
    }
  }
}

/** A statement about running expenses and its parts, each with the lines of a table that its words name. */
function expensePairs(tree: StatementTree, whole: Statement, table: readonly Line[]): Comparison[] {
  const total = totalIn(table, COLUMNS.public_operating ?? /$^/);
  const columns = new Set(total === null ? table.filter((line) => line.column_role === 'total').map((line) => line.c) : [total.c]);
  const pairs: Comparison[] = total === null ? [] : [{ statement: whole, lines: [total] }];
  for (const statement of tree.partsOf.get(whole.ordinal) ?? []) {
    const classes = CLASSES[statement.subject_code ?? ''] ?? [];
    const lines = classes.flatMap((code) => table.find((line) => columns.has(line.c) && line.economic_department_code === code) ?? []);
    if (statement.amount !== null && lines.length > 0 && lines.length === classes.length) pairs.push({ statement, lines });
  }
  return pairs;
}

/**
 * 机关运行经费 and its parts (办公费, 邮电费 ...) in prose with 公用经费 by economic class. What a department counts as running expenses is its own, so a table is
 * only held against them where most of the amounts, and at least two, are those of the table: the others then are meant to be.
 */
function* operatingExpenses(tree: StatementTree, tables: readonly Line[][]): Iterable<Comparison> {
  for (const whole of tree.disclosure.statements) {
    if (whole.subject_code !== 'operating_expenses' || whole.amount === null) continue;
    let best: { pairs: Comparison[]; agreeing: number } = { pairs: [], agreeing: 1 };
    for (const table of tables) {
      if (!isOf(table, whole)) continue;
      const pairs = expensePairs(tree, whole, table);
      const agreeing = pairs.filter(agrees).length;
      if (agreeing > best.agreeing && agreeing * 2 > pairs.length) best = { pairs, agreeing };
    }
    yield* best.pairs;
  }
}

/** 固定资产 in prose with the total of the table of fixed assets at the same date. */
function* fixedAssets(disclosure: Disclosure, lines: readonly Line[]): Iterable<Comparison> {
  const titled = new Set(disclosure.tables.filter((table) => /固定资产/.test(table.title ?? '')).map((table) => table.table_id));
  for (const statement of disclosure.statements) {
    if (statement.subject_code !== 'fixed_assets' || statement.amount === null || /净值|原值/.test(statement.subject)) continue;
    const total = lines.find(
      (line) =>
        line.kind === 'assets' &&
        line.quantity === 'money' &&
        line.amount !== null &&
        line.row_role === 'total' &&
        line.year === statement.year &&
        (titled.has(line.table_id) || /固定资产/.test(line.row_path.at(-1) ?? '')),
    );
    if (total) yield { statement, lines: [total] };
  }
}

/** The expenses and assets that sentences name, with the lines of tables that certainly state the same. */
export function* expenseComparisons(tree: StatementTree, lines: readonly Line[]): Iterable<Comparison> {
  const tables = basicTables(lines);
  yield* basicParts(tree, tables);
  yield* operatingExpenses(tree, tables);
  yield* fixedAssets(tree.disclosure, lines);
}
