import type { Codebook } from '../../codebook/index.js';
import type { GridCell, GridTable } from '../../model/index.js';
import { nameTotalRows } from '../columns/threePublicTotals.js';
import type { Classification } from '../lexicon/headerWords.js';
import { BUDGETS } from '../lexicon/moneyWords.js';
import type { Block, ColumnReading, DocumentContext, RowReading, TableFacets } from '../reading.js';
import { fold } from '../text/fold.js';
import { labelParts } from '../text/numbering.js';
import { markUnits, setScopes } from './budgetUnits.js';
import { setParents } from './hierarchy.js';
import { setLadderParents } from './labelLadder.js';
import { forgetLocalNumbers, replaceLocalNumbers } from './localNumbers.js';
import { addNamedCodes } from './namedCodes.js';
import { splitCodeAndName } from './printedCode.js';
import { rowText } from './rowCells.js';
import { type CodeMemory, readPrintedCodes } from './rowCodes.js';
import { readRowLabels } from './rowLabels.js';
import { setRoles } from './rowRoles.js';
import { rowSays } from './rowSays.js';
import { setSumParents } from './sumHierarchy.js';

/** Whether a row prints anything in the columns of a block. */
function isPrinted(texts: readonly string[], block: Block): boolean {
  return [...block.labels, ...block.codes, ...block.amounts].some((column) => fold(texts[column.index] ?? '') !== '');
}

/** The unit that a row prints in a column of units that does not hold its label. */
function unitBeside(
  table: GridTable,
  bySlot: ReadonlyMap<string, GridCell>,
  index: number,
  block: Block,
  label: ColumnReading | null,
): string | null {
  const column = block.labels.find((other) => other.classification === 'unit' && other !== label);
  const text = column ? rowText(table, bySlot, index, column).text.trim() : '';
  return text === '' ? null : text;
}

/** What a row prints in the label columns of one list each. */
function listNames(table: GridTable, index: number, block: Block): Map<Classification, string> {
  const names = new Map<Classification, string>();
  for (const column of block.labels) {
    const text = table.rows[index]?.texts[column.index] ?? '';
    if (column.classification !== null && fold(text) !== '') names.set(column.classification, text);
  }
  return names;
}

/** Digits that number classes of units in the column of their codes; codes of units have three or more. */
const CLASS_NUMBER = /^\d{1,2}$/;

/** Whether a row prints the number of a class of units in a column of unit codes. */
function printsUnitClass(table: GridTable, index: number, block: Block): boolean {
  const columns = block.codes.filter(({ classification }) => classification === 'unit');
  return columns.some((column) => CLASS_NUMBER.test(fold(table.rows[index]?.texts[column.index] ?? '')));
}

/** Reads one row of a block; hierarchy, role and scope come later for all rows together. */
function readRow(
  table: GridTable,
  bySlot: ReadonlyMap<string, GridCell>,
  index: number,
  block: Block,
  facets: TableFacets,
  context: DocumentContext,
  memory: CodeMemory,
): RowReading {
  const { labels, label, indent, page, column } = readRowLabels(table, bySlot, index, block);
  const parts = labelParts(splitCodeAndName(label)?.name ?? label);
  const says = rowSays(
    labels.map((text) => splitCodeAndName(text)?.name ?? text),
    block.flow ?? facets.flow,
    facets,
    context,
    column?.role === 'year',
  );
  const codes = readPrintedCodes(table, bySlot, index, block, memory);
  return {
    index,
    r: table.rows[index]?.r ?? index,
    block,
    labels,
    label,
    labelColumn: column,
    parts,
    indent,
    page,
    names: listNames(table, index, block),
    codes,
    unsure: new Map(),
    unitCode: null,
    unitName: null,
    unitBeside: unitBeside(table, bySlot, index, block, column),
    isUnit: false,
    isUnitClass: codes.size === 0 && printsUnitClass(table, index, block),
    scope: 'department_total',
    role: 'leaf',
    parent: null,
    level: 0,
    says,
  };
}

/** An item printed below a coded row without a code of its own (a project below its 项) belongs to that code. */
function inheritCodes(rows: readonly RowReading[]): void {
  for (const row of rows) {
    if (row.label === '' || row.codes.size > 0 || row.isUnit || row.parent === null || row.parts.style !== null) continue;
    for (const [classification, code] of row.parent.codes) {
      if (classification !== 'unit' && code.origin !== 'named')
        row.codes.set(classification, { ...code, origin: 'inherited', printed: null });
    }
  }
}

/** The name of an official code or of a unit says nothing of funding or part (文化产业发展专项支出 is no project); neither does what is bought. */
function forgetNames(row: RowReading, facets: TableFacets): void {
  const named = [...row.codes.keys()].some((classification) => classification !== 'unit' && classification !== 'project');
  if (!named && !row.isUnit && facets.kind !== 'procurement') return;
  row.says.funding = null;
  row.says.part = null;
}

/** What a row does not say itself it takes from the row above it: 其中：专项资金 below 一般公共预算拨款 is general money. */
function inheritSays(row: RowReading): void {
  const above = row.parent?.says;
  if (!above) return;
  // 其中：财政拨款 below 一般公共预算 is of that budget.
  if (row.parts.ofWhich && row.says.funding === 'appropriation' && BUDGETS.has(above.funding)) row.says.funding = above.funding;
  row.says.funding ??= above.funding;
  row.says.part ??= above.part;
}

/** Reads the rows of one block of a table: labels, codes, units, hierarchy, roles. */
export function readRows(
  table: GridTable,
  bySlot: ReadonlyMap<string, GridCell>,
  block: Block,
  facets: TableFacets,
  context: DocumentContext,
  codebook: Codebook,
): RowReading[] {
  const memory: CodeMemory = new Map();
  const rows = table.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => isPrinted(row.texts, block))
    .map(({ index }) => readRow(table, bySlot, index, block, facets, context, memory));
  markUnits(table, rows, block, context);
  const numbered = replaceLocalNumbers(rows, codebook, context.year);
  if (facets.kind !== 'three_public_expenses') addNamedCodes(rows, block, codebook, context);
  for (const row of rows) forgetNames(row, facets);
  if (!setLadderParents(table, rows, block)) setParents(rows);
  setSumParents(table, rows);
  setScopes(rows, context);
  setRoles(rows);
  nameTotalRows(rows, facets);
  inheritCodes(rows);
  forgetLocalNumbers(numbered);
  for (const row of rows) inheritSays(row);
  return rows;
}
