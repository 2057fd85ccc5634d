import type { Disclosure, DocumentModel, GridTable, Line, RawCell } from '../../src/model/index.js';

/** A line of a table with the cell that the reader extracted for it. */
export interface PrintedCell {
  line: Line;
  /** Index of the line's table. */
  table: number;
  /** Index of the model's block and the cell in its grid. */
  block: number;
  cell: RawCell;
}

/** A key of an extracted cell: its place on the page, else its coordinates in the block. */
function keyOf(cell: { page?: number | undefined; box?: readonly number[] | undefined; r: number; c: number }, block: number): string {
  return cell.box === undefined ? `${block}|${cell.r}|${cell.c}` : `${cell.page}|${cell.box.join()}`;
}

const withoutSpace = (text: string) => text.replace(/\s/g, '');

/** The extracted cells of a table by their key. */
function extractedCells(model: DocumentModel, table: GridTable): Map<string, { block: number; cell: RawCell }> {
  const cells = new Map<string, { block: number; cell: RawCell }>();
  for (const index of table.blocks) {
    const block = model.blocks[index];
    if (block?.type !== 'table') continue;
    for (const cell of block.grid.cells) cells.set(keyOf(cell, index), { block: index, cell });
  }
  return cells;
}

/** The money lines of a document that are not zero, each with the extracted cell that prints it; lines whose cell was put together from several are left out. */
export function printedCells(model: DocumentModel, disclosure: Disclosure): PrintedCell[] {
  return disclosure.grids.flatMap((table, index) => {
    const extracted = extractedCells(model, table);
    const grid = new Map(table.cells.map((cell) => [`${cell.r}|${cell.c}`, cell]));
    const tableId = disclosure.tables[index]?.table_id;
    return disclosure.lines.flatMap((line) => {
      if (line.table_id !== tableId || line.quantity !== 'money' || line.amount === null || line.amount === '0') return [];
      const cell = grid.get(`${line.r}|${line.c}`);
      const found = cell && extracted.get(keyOf(cell, table.blocks[0] ?? -1));
      return found && withoutSpace(found.cell.text) === withoutSpace(line.printed) ? [{ line, table: index, ...found }] : [];
    });
  });
}
