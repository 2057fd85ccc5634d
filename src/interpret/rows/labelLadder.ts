import type { GridTable } from '../../model/index.js';
import type { Block, ColumnReading, RowReading } from '../reading.js';
import { fold } from '../text/fold.js';
import { isClosing } from './hierarchy.js';

/** The label columns in front of the amounts: what stands behind them (indicators beside a project's money) is no level of the list. */
function leadingLabels(block: Block): ColumnReading[] {
  const amountsFrom = Math.min(...block.amounts.map((column) => column.index));
  return block.labels.filter((column) => column.index < amountsFrom);
}

/** The leading label columns of a block that a row fills itself, by their place among them. */
function filledBy(table: GridTable, row: RowReading): number[] {
  const texts = table.rows[row.index]?.texts ?? [];
  return leadingLabels(row.block).flatMap((column, depth) => (fold(texts[column.index] ?? '') === '' ? [] : [depth]));
}

/** Whether a block prints each level of its list in a column of its own (大类 | 专项 | 品目), rows of a level leaving the others blank. */
function isLadder(table: GridTable, rows: readonly RowReading[], block: Block): boolean {
  const plain = leadingLabels(block).filter((column) => column.role === 'label' && column.classification !== 'unit');
  if (plain.length < 2 || block.codes.length > 0) return false;
  const depths = rows.filter((row) => !isClosing(row)).map((row) => filledBy(table, row)[0] ?? null);
  const deeper = depths.filter((depth, i) => i > 0 && depth !== null && depth > (depths[i - 1] ?? 0)).length;
  const alone = rows.filter((row) => !isClosing(row) && row.labels.length === 1 && filledBy(table, row)[0] === 0).length;
  return deeper > 0 && alone > 0;
}

/** A row that the rows behind it may be parts of: the column it begins in, the label columns it fills, the labels above it that go on from a sibling. */
interface Step {
  depth: number;
  filled: readonly number[];
  row: RowReading;
  carried: readonly string[];
}

/** The labels that a row beginning at `depth` leaves blank because its sibling among the closed steps prints them (专项 | 会议费, then blank | 培训费). */
function carriedLabels(table: GridTable, closed: readonly Step[], depth: number): string[] {
  const sibling = closed.findLast((step) => step.depth <= depth);
  if (sibling === undefined) return [];
  const texts = table.rows[sibling.row.index]?.texts ?? [];
  const columns = leadingLabels(sibling.row.block).slice(sibling.depth, depth);
  return [...sibling.carried, ...columns.flatMap(({ index }) => texts[index]?.replace(/\s*\n\s*/g, '').trim() || [])];
}

/**
 * Parents in a list whose levels stand in columns of their own: the last row before that begins further left and leaves the column blank that the row
 * begins in. One that fills this column too is the sibling whose other labels go on. A unit that stands in the same column as the category before it
 * is below it. Returns whether the block is such a list.
 */
export function setLadderParents(table: GridTable, rows: readonly RowReading[], block: Block): boolean {
  if (!isLadder(table, rows, block)) return false;
  let open: Step[] = [];
  for (const row of rows) {
    if (isClosing(row)) {
      open = [];
      row.parent = null;
      continue;
    }
    const filled = filledBy(table, row);
    const depth = filled[0] ?? block.labels.length;
    const below = row.isUnit && open.some((step) => step.depth === depth && !step.row.isUnit);
    const rank = below ? depth + 0.5 : depth;
    const isAbove = (step: Step) => step.depth < rank && (step.depth >= depth || !step.filled.includes(depth));
    const carried = carriedLabels(
      table,
      open.filter((step) => !isAbove(step)),
      depth,
    );
    open = open.filter(isAbove);
    row.parent = open.at(-1)?.row ?? null;
    row.labels = [...carried, ...row.labels];
    open.push({ depth: rank, filled, row, carried });
  }
  return true;
}
