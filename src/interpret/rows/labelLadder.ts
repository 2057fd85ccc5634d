import type { GridTable } from '../../model/index.js';
import type { Block, ColumnReading, RowReading } from '../reading.js';
import { fold } from '../text/fold.js';
import { isClosing } from './hierarchy.js';

/** The label columns in front of the amounts: what stands behind them (indicators beside a project's money) is no level of the list. */
function leadingLabels(block: Block): ColumnReading[] {
  const amountsFrom = Math.min(...block.amounts.map((column) => column.index));
  return block.labels.filter((column) => column.index < amountsFrom);
}

/** Index of the first leading label column a row fills itself, or null. */
function depthOf(table: GridTable, row: RowReading): number | null {
  const texts = table.rows[row.index]?.texts ?? [];
  const depth = leadingLabels(row.block).findIndex((column) => fold(texts[column.index] ?? '') !== '');
  return depth < 0 ? null : depth;
}

/** Whether a block prints each level of its list in a column of its own (大类 | 专项 | 品目), rows of a level leaving the others blank. */
function isLadder(table: GridTable, rows: readonly RowReading[], block: Block): boolean {
  const plain = leadingLabels(block).filter((column) => column.role === 'label' && column.classification !== 'unit');
  if (plain.length < 2 || block.codes.length > 0) return false;
  const depths = rows.filter((row) => !isClosing(row)).map((row) => depthOf(table, row));
  const deeper = depths.filter((depth, i) => i > 0 && depth !== null && depth > (depths[i - 1] ?? 0)).length;
  const alone = rows.filter((row) => !isClosing(row) && row.labels.length === 1 && depthOf(table, row) === 0).length;
  return deeper > 0 && alone > 0;
}

/**
 * Parents in a list whose levels stand in columns of their own: the last row before that begins further left. A unit that stands in the same column
 * as the category before it is below it. Returns whether the block is such a list.
 */
export function setLadderParents(table: GridTable, rows: readonly RowReading[], block: Block): boolean {
  if (!isLadder(table, rows, block)) return false;
  let open: { depth: number; row: RowReading }[] = [];
  for (const row of rows) {
    if (isClosing(row)) {
      open = [];
      row.parent = null;
      continue;
    }
    const depth = depthOf(table, row) ?? block.labels.length;
    const below = row.isUnit && open.some((item) => item.depth === depth && !item.row.isUnit);
    const rank = below ? depth + 0.5 : depth;
    open = open.filter((item) => item.depth < rank);
    row.parent = open.at(-1)?.row ?? null;
    open.push({ depth: rank, row });
  }
  return true;
}
