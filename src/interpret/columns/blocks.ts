import type { Kind } from '../../model/index.js';
import { FLOW_WORDS } from '../lexicon/headerWords.js';
import { lookUp } from '../lexicon/word.js';
import type { Block, ColumnReading, TableFacets } from '../reading.js';
import { fold } from '../text/fold.js';

/** Kinds whose rows are projects, things to be bought or “三公” items. */
const ITEM_LISTS: ReadonlySet<Kind> = new Set<Kind>([
  'project_expenditure',
  'procurement',
  'purchased_services',
  'project_performance',
  'overall_performance',
  'three_public_expenses',
]);

const isAmount = (column: ColumnReading) => column.role === 'amount' || column.role === 'quantity' || column.role === 'percent';

/** Whether a new block begins at column `i`: labels or codes behind amounts, with a label and amounts of their own. */
function beginsBlock(columns: readonly ColumnReading[], i: number, current: readonly ColumnReading[]): boolean {
  if (!current.some(isAmount) || current.at(-1)?.role === 'code') return false;
  const role = columns[i]?.role;
  if (role !== 'label' && role !== 'code' && role !== 'ordinal') return false;
  const next = columns.findIndex((column, k) => k > i && isAmount(column));
  return next >= 0 && columns.slice(i, next).some((column) => column.role === 'label');
}

/**
 * The shortest header word from the top that tells the block's label column from those of the other blocks; null where all are headed alike. A list printed
 * in several runs side by side, each with one amount, is one block by name (公用经费 | 公用经费 beside 人员经费).
 */
function blockName(labels: readonly (readonly string[])[], index: number, oneAmountEach: boolean): string | null {
  const mine = labels[index] ?? [];
  const key = (path: readonly string[], depth = path.length) => path.slice(0, depth).map(fold).join('\u001f');
  const others = oneAmountEach ? labels.filter((path) => key(path) !== key(mine)) : labels.filter((_, other) => other !== index);
  if (others.length === 0) return null;
  for (let depth = 1; depth <= mine.length; depth += 1) {
    if (others.every((path) => key(path, depth) !== key(mine, depth))) return mine[depth - 1] ?? '';
  }
  return String(index + 1);
}

/** The side that the header of a block names, if the table has two sides. */
function blockFlow(columns: readonly ColumnReading[], facets: TableFacets): Block['flow'] {
  if (facets.flow === 'revenue' || facets.flow === 'expenditure') return facets.flow;
  for (const column of columns) {
    for (const word of column.path) {
      const flow = lookUp(FLOW_WORDS, fold(word));
      if (flow === 'revenue' || flow === 'expenditure') return flow;
    }
  }
  return null;
}

/** Groups the columns of a table into blocks, left to right; a column before the first label (序号) belongs to the first block. */
export function groupBlocks(columns: readonly ColumnReading[], facets: TableFacets): Block[] {
  const groups: ColumnReading[][] = [];
  let current: ColumnReading[] = [];
  columns.forEach((column, i) => {
    if (beginsBlock(columns, i, current)) {
      groups.push(current);
      current = [];
    }
    current.push(column);
  });
  groups.push(current);
  const labelPaths = groups.map((group) => group.find((column) => column.role === 'label')?.path ?? group[0]?.path ?? []);
  const oneAmountEach = groups.every((group) => group.filter(isAmount).length === 1);
  return groups.map((group, index) => ({
    index,
    name: groups.length === 1 ? null : blockName(labelPaths, index, oneAmountEach),
    flow: groups.length === 1 ? (facets.flow === 'both' ? null : facets.flow) : blockFlow(group, facets),
    classification:
      group.find((column) => column.role === 'label' && column.classification !== null && column.classification !== 'unit')
        ?.classification ?? null,
    hasBalances: !ITEM_LISTS.has(facets.kind),
    ordinals: group.filter((column) => column.role === 'ordinal'),
    codes: group.filter((column) => column.role === 'code'),
    labels: group.filter((column) => column.role === 'label' || column.role === 'year'),
    amounts: group.filter(isAmount),
    others: group.filter((column) => column.role === 'text' || column.role === 'measure_unit'),
  }));
}
