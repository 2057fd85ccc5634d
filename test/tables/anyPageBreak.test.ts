import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../src/extract/pdf/index.js';
import type { Block, DocumentModel, TableBlock } from '../../src/model/index.js';
import { readTables } from '../../src/tables/index.js';

const sample = path.resolve(import.meta.dirname, '../../samples/xushui-2024.pdf');

let model: DocumentModel;

/** The rows from `from` to `to` of a table block as the piece of it on `page`, under the rows before `head` printed again. */
function pieceOf(block: TableBlock, from: number, to: number, page: number, head: number): TableBlock {
  const cells = block.grid.cells
    .filter((cell) => cell.r < head || (cell.r >= from && cell.r < to))
    .map((cell) => ({ ...cell, page, r: cell.r < head ? cell.r : cell.r - from + head }));
  return { ...block, page, grid: { ...block.grid, rows: to - from + head, cells } };
}

/** The rows that tables made of these blocks have, by table. */
function rowsOf(blocks: readonly Block[]): string[][] {
  return readTables({ ...model, blocks: [...blocks] }).tables.map((table) => table.rows.map(({ texts }) => texts.join('|')));
}

/** Every first piece of a printed table, and every row in front of which a page may break without cutting a cell. */
function breaks(): { block: TableBlock; head: number; cut: number }[] {
  return readTables(model).tables.flatMap((table) => {
    const block = model.blocks[table.blocks[0]!];
    const first = table.rows[0]?.r;
    if (block?.type !== 'table' || first === undefined || table.form) return [];
    const uncut = (row: number): boolean => !block.grid.cells.some((cell) => cell.r < row && cell.r + cell.rs > row);
    return Array.from({ length: block.grid.rows }, (_, cut) => ({ block, head: first, cut })).filter(
      ({ cut }) => cut > first && uncut(cut),
    );
  });
}

beforeAll(async () => {
  model = await readPdf(readFileSync(sample));
});

describe('a page break in front of any row of the sample’s tables changes no row', () => {
  test.each([
    ['without the head', false],
    ['under the head printed again', true],
  ])('%s', (_, repeated) => {
    const wrong = breaks().filter(({ block, head, cut }) => {
      const upper = pieceOf(block, 0, cut, 1, 0);
      const lower = pieceOf(block, cut, block.grid.rows, 2, repeated ? head : 0);
      return JSON.stringify(rowsOf([upper, lower])) !== JSON.stringify(rowsOf([{ ...block, page: 1 }]));
    });
    expect(breaks().length).toBeGreaterThan(50);
    expect(wrong.map(({ block, cut }) => `page ${block.page} row ${cut}`)).toEqual([]);
  });
});
