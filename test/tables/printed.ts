import type { Block, DocumentModel, RawCell, RawGrid, TableBlock } from '../../src/model/index.js';
import { type Grid, workGrid } from '../../src/tables/grid.js';

/**
 * A grid drawn as text: one line a row, cells between `|`. `<` belongs to the cell on its left, `^` to the cell above. `⏎` is a line break.
 */
export function draw(text: string): RawGrid {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n')));
  const columns = Math.max(...rows.map((row) => row.length));
  const owner: RawCell[][] = [];
  const cells: RawCell[] = [];
  rows.forEach((row, r) => {
    owner.push([]);
    row.forEach((cell, c) => {
      const left = cell === '<' ? owner[r]![c - 1] : undefined;
      const above = cell === '^' ? owner[r - 1]![c] : undefined;
      const spanning = left ?? above;
      if (spanning === undefined) {
        const own = { r, c, rs: 1, cs: 1, text: cell };
        cells.push(own);
        owner[r]![c] = own;
        return;
      }
      spanning.cs = Math.max(spanning.cs, c - spanning.c + 1);
      spanning.rs = Math.max(spanning.rs, r - spanning.r + 1);
      owner[r]![c] = spanning;
    });
  });
  return { rows: rows.length, columns, cells };
}

/** A drawn grid as the room works on it. */
export function grid(text: string): Grid {
  return workGrid(draw(text));
}

/** A drawn grid as a table block without pages. */
export function table(text: string): TableBlock {
  return { type: 'table', grid: draw(text), evidence: 'stated' };
}

/** A drawn grid as the piece of a table on a PDF page; columns are 100 points wide from `left` on unless `edges` says otherwise. */
export function piece(page: number, text: string, edges?: number[]): TableBlock {
  const raw = draw(text);
  const columnEdges = edges ?? Array.from({ length: raw.columns + 1 }, (_, i) => 50 + 100 * i);
  for (const cell of raw.cells) {
    cell.page = page;
    cell.box = [columnEdges[cell.c]!, 100 + 20 * cell.r, columnEdges[cell.c + cell.cs]!, 100 + 20 * (cell.r + cell.rs)];
  }
  return {
    type: 'table',
    grid: raw,
    evidence: 'ruled',
    columnEdges,
    page,
    box: [columnEdges[0]!, 100, columnEdges.at(-1)!, 100 + 20 * raw.rows],
  };
}

/** A paragraph, on a page where one is given: 12 points high, at `y`, from `x0` to `x1`. */
export function line(text: string, page?: number, y = 50, x0 = 50, x1 = 350): Block {
  return { type: 'paragraph', text, ...(page === undefined ? {} : { page, box: [x0, y, x1, y + 12] }) };
}

/** A heading without a page. */
export function heading(text: string): Block {
  return { type: 'heading', level: 1, text };
}

/** A document of these blocks. */
export function documentOf(...blocks: Block[]): DocumentModel {
  return { sha256: '0'.repeat(64), mediaType: 'application/pdf', title: null, pages: [], blocks, diagnostics: [] };
}
