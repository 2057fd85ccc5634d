import type { Box, RawGrid, TableBlock } from '../model/index.js';
import { bodyText, indentOf } from './printedText.js';

/** A cell while its table is being put together: text as body text, `raw` as the format states it, origin of the text on its page. */
export interface WorkCell {
  r: number;
  c: number;
  rs: number;
  cs: number;
  text: string;
  raw: string;
  page?: number | undefined;
  box?: Box | undefined;
  header: boolean;
  indent: number;
  repeat?: boolean | undefined;
  pieces?: { page: number; box: Box; text: string }[] | undefined;
}

/** A grid of cells that knows which cell covers which slot. */
export interface Grid {
  rows: number;
  columns: number;
  cells: WorkCell[];
}

/** One table block: the part of a printed table on one page, or the whole table where the format has no pages. */
export interface Piece {
  block: number;
  page: number | null;
  grid: Grid;
  box: Box | null;
  edges: number[] | null;
  evidence: string;
  caption: string | null;
  nested: RawGrid[];
}

/** slots[r][c] is the cell that covers the slot; undefined where none does. Where cells overlap the first keeps the slot. */
export function slotsOf(grid: Grid): (WorkCell | undefined)[][] {
  const slots: (WorkCell | undefined)[][] = Array.from({ length: grid.rows }, () =>
    new Array<WorkCell | undefined>(grid.columns).fill(undefined),
  );
  for (const cell of grid.cells)
    for (let r = cell.r; r < Math.min(grid.rows, cell.r + cell.rs); r++)
      for (let c = cell.c; c < Math.min(grid.columns, cell.c + cell.cs); c++) slots[r]![c] ??= cell;
  return slots;
}

/** Rows of a grid that are enough to tell its head from its body, and slots that may be looked at for it. */
const TOP_ROWS = 400;
const TOP_SLOTS = 2_000_000;

/** The top of a grid: enough rows to find its head, however large the grid. */
export function topOf(grid: Grid): Grid {
  const rows = Math.max(1, Math.min(grid.rows, TOP_ROWS, Math.floor(TOP_SLOTS / Math.max(1, grid.columns))));
  return rows >= grid.rows ? grid : { rows, columns: grid.columns, cells: grid.cells.filter((cell) => cell.r < rows) };
}

/** The cells that begin in a row, left to right. */
export function cellsByRow(grid: Grid): WorkCell[][] {
  const rows: WorkCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) rows[cell.r]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.c - b.c);
  return rows;
}

/** The grid of a format as a working grid; a cell that lies outside the stated size is cut to it. */
export function workGrid(raw: RawGrid, page?: number): Grid {
  const cells: WorkCell[] = [];
  for (const cell of raw.cells) {
    if (cell.r >= raw.rows || cell.c >= raw.columns) continue;
    cells.push({
      r: cell.r,
      c: cell.c,
      rs: Math.min(cell.rs, raw.rows - cell.r),
      cs: Math.min(cell.cs, raw.columns - cell.c),
      text: bodyText(cell.text),
      raw: cell.text,
      page: cell.page ?? page,
      box: cell.box,
      header: cell.header === true,
      indent: (cell.indent ?? 0) + indentOf(cell.text),
    });
  }
  return { rows: raw.rows, columns: raw.columns, cells };
}

/** The column borders of a grid: as the reader states them, else the most frequent left and right sides of its cells. */
function edgesOf(block: TableBlock, grid: Grid): number[] | null {
  if (block.columnEdges !== undefined && block.columnEdges.length === grid.columns + 1) return block.columnEdges;
  const edges = new Array<number | undefined>(grid.columns + 1).fill(undefined);
  for (const cell of grid.cells) {
    if (cell.box === undefined) return null;
    edges[cell.c] ??= cell.box[0];
    edges[cell.c + cell.cs] ??= cell.box[2];
  }
  const known = edges.filter((edge) => edge !== undefined);
  return known.length === edges.length ? known : null;
}

/** A table block as a piece. */
export function pieceOf(block: TableBlock, index: number): Piece {
  const grid = workGrid(block.grid, block.page);
  return {
    block: index,
    page: block.page ?? null,
    grid,
    box: block.box ?? null,
    edges: edgesOf(block, grid),
    evidence: block.evidence,
    caption: block.caption ?? null,
    nested: block.grid.cells.flatMap((cell) => cell.tables ?? []),
  };
}
