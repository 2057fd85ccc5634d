import type { Codebook } from '../../codebook/index.js';
import type { GridTable } from '../../model/index.js';
import type { Block, ColumnReading, DocumentContext, TableFacets } from '../reading.js';
import { fold } from '../text/fold.js';
import { groupBlocks } from './blocks.js';
import { readColumnMeaning } from './columnMeaning.js';
import { columnProfile } from './columnProfile.js';
import { columnKind } from './columnRole.js';
import { setColumnRoles } from './columnRoles.js';
import { nameTotalColumns } from './threePublicTotals.js';

/** Code columns side by side under one header (科目编码 over three columns) hold the levels of one code. */
function setPieces(columns: ColumnReading[], table: GridTable): void {
  for (let i = 0; i < columns.length; i += 1) {
    const first = columns[i];
    if (first?.role !== 'code' || first.piece !== null) continue;
    let end = i + 1;
    while (columns[end]?.role === 'code' && fold(columns[end]?.path.join() ?? '') === fold(first.path.join())) end += 1;
    const short = columns.slice(i + 1, end).every((column) => table.rows.every((row) => fold(row.texts[column.index] ?? '').length <= 2));
    if (end - i < 2 || !short) continue;
    columns.slice(i, end).forEach((column, piece) => {
      column.piece = piece;
      column.classification = first.classification;
    });
    i = end - 1;
  }
}

/** In a table without a label column the first text column in front of the amounts names the rows. */
function promoteLabel(columns: ColumnReading[]): void {
  if (columns.some((column) => column.role === 'label')) return;
  const firstAmount = columns.findIndex((column) => column.meaning !== null);
  const named = columns.find((column, i) => column.role === 'text' && i < firstAmount);
  if (named) named.role = 'label';
}

/** A code column in pieces takes its list from the 类 column, a plain label column from the code column beside it. */
function shareClassification(columns: ColumnReading[]): void {
  let before: ColumnReading | undefined;
  for (const column of columns) {
    if (column.role === 'code' && column.piece !== null && column.piece > 0 && before?.role === 'code')
      column.classification = before.classification;
    const named = column.role === 'label' && (column.classification === null || column.classification === 'unit');
    if (named && before?.role === 'code' && before.classification !== null && before.classification !== 'unit') {
      const leaf = fold(column.path.at(-1) ?? '');
      if (/名称|科目/.test(leaf) && !/单位|部门名称/.test(leaf)) column.classification = before.classification;
    }
    before = column;
  }
}

/** Reads the columns of a table: role and meaning of each, and the blocks they form. */
export function readColumns(
  table: GridTable,
  facets: TableFacets,
  context: DocumentContext,
  codebook: Codebook,
): { columns: ColumnReading[]; blocks: Block[] } {
  let seen = false;
  const columns = table.columns.map((path, index): ColumnReading => {
    const kind = columnKind(table, index, columnProfile(table, index), seen, facets.kind);
    const reading: ColumnReading = {
      index,
      at: table.columnAt[index] ?? index,
      path: path.filter((word) => fold(word) !== ''),
      ...kind,
      meaning: null,
    };
    if (kind.role !== 'amount') return reading;
    seen = true;
    const meaning = readColumnMeaning(reading.path, facets, context, codebook);
    const counted = meaning.quantity === 'percent' ? 'percent' : meaning.quantity === 'money' ? 'amount' : 'quantity';
    return { ...reading, role: counted, meaning };
  });
  promoteLabel(columns);
  setPieces(columns, table);
  shareClassification(columns);
  const blocks = groupBlocks(columns, facets);
  for (const block of blocks) {
    setColumnRoles(block);
    nameTotalColumns(block, facets);
  }
  return { columns, blocks };
}
