import type { GridCell, GridTable } from '../../model/index.js';
import { SIDE_SUM_ROW, SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { Block, ColumnReading } from '../reading.js';
import { fold } from '../text/fold.js';
import { rowText } from './rowCells.js';

/** Labels of sums, which may reach over to the amounts of a block beside theirs. */
const SUMS = [TOTAL_ROW, SUBTOTAL_ROW, SIDE_SUM_ROW] as const;
const HAN = /[\u4e00-\u9fff]/;

/** Which label column names a row first: in a row with two economic classifications the department's, a name of its own before a unit. */
const RANK: Readonly<Record<string, number>> = {
  own: 6,
  economic_department: 5,
  functional: 4,
  economic_government: 3,
  revenue: 3,
  project: 6,
  procurement: 2,
  unit: 1,
};

/** The labels a row prints in one block, from top to leaf, the indentation of the leaf and the page it stands on. */
export interface RowLabels {
  labels: string[];
  label: string;
  column: ColumnReading | null;
  indent: number | null;
  page: number | null;
}

/** Leading indentation in full-width characters: what the format says, else leading blanks. */
function indentOf(cell: GridCell | undefined, text: string): number | null {
  if (cell?.indent !== undefined) return cell.indent;
  const blanks = /^[\s\u3000\u00a0]+/.exec(text)?.[0] ?? '';
  return blanks === '' ? (cell ? 0 : null) : [...blanks].reduce((sum, ch) => sum + (ch === '\u3000' ? 1 : 0.5), 0);
}

/** Text of a cell on one line, with layout blanks at its ends dropped. */
function tidy(text: string): string {
  return text.replace(/\s*\n\s*/g, '').trim();
}

/** A 合计 in the block to the left whose cell reaches over to the amounts at column `amountsFrom` (公用经费合计 under two lists of codes), or null. */
function sumToTheLeft(texts: readonly string[], amountsFrom: number): string | null {
  const nearest = texts.slice(0, Math.max(0, amountsFrom)).findLast((text) => fold(text) !== '');
  return nearest !== undefined && SUMS.some((sum) => sum.test(fold(nearest))) ? tidy(nearest) : null;
}

/**
 * Reads the labels of a row: the label columns in front of the amounts (all where none stands there) from left to right, the leaf being the one that
 * names the row best.
 */
export function readRowLabels(table: GridTable, bySlot: ReadonlyMap<string, GridCell>, rowIndex: number, block: Block): RowLabels {
  const amountsFrom = Math.min(...block.amounts.map((column) => column.index));
  const leading = block.labels.filter((column) => column.index < amountsFrom);
  const found = (leading.length > 0 ? leading : block.labels)
    .map((column) => ({ column, ...rowText(table, bySlot, rowIndex, column) }))
    .filter(({ text }) => fold(text) !== '');
  const named = found.filter(({ column }) => column.role === 'label' || column.role === 'year');
  if (named.length === 0) {
    const stray = [...block.codes, ...block.ordinals, ...block.others]
      .map((column) => ({ column, ...rowText(table, bySlot, rowIndex, column) }))
      .find(({ text }) => HAN.test(text));
    if (!stray) {
      const sum = sumToTheLeft(table.rows[rowIndex]?.texts ?? [], amountsFrom);
      return { labels: sum === null ? [] : [sum], label: sum ?? '', column: null, indent: null, page: null };
    }
    return {
      labels: [tidy(stray.text)],
      label: tidy(stray.text),
      column: stray.column,
      indent: indentOf(stray.cell, stray.text),
      page: stray.cell?.page ?? null,
    };
  }
  const rank = (column: ColumnReading) => RANK[column.classification ?? 'own'] ?? 0;
  const best = named.reduce((a, b) => (rank(b.column) >= rank(a.column) ? b : a));
  const plain = named.filter(
    ({ column }) => (column.classification === null) === (best.column.classification === null) || column === best.column,
  );
  const above = best.column.classification === null ? plain.filter(({ column }) => column.index < best.column.index) : [];
  return {
    labels: [...above.map(({ text }) => tidy(text)), tidy(best.text)],
    label: tidy(best.text),
    column: best.column,
    indent: indentOf(best.cell, best.text),
    page: best.cell?.page ?? null,
  };
}
