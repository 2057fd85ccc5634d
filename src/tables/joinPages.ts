import type { Box } from '../model/index.js';
import { mapColumns, remapColumns } from './columnMapping.js';
import { continues } from './continuation.js';
import { isCutRow } from './cutRow.js';
import type { Grid, Piece, WorkCell } from './grid.js';
import { type HeadLayout, headLayout } from './headLayout.js';
import type { PrintedLine } from './printedLines.js';
import { bodyText } from './printedText.js';
import { linesOver, type Surroundings } from './surroundings.js';

/** A printed table after joining its pieces: one grid, the layout of its head, what is printed over it. */
export interface PrintedTable {
  grid: Grid;
  layout: HeadLayout;
  over: Surroundings;
  pieces: Piece[];
  edges: number[] | null;
  /** Lines between the last piece and the next table, or the end. */
  under: PrintedLine[];
  nested: Piece['nested'];
  cutRows: { page: number; row: number }[];
}

/** Joins the pieces of printed tables over pages. `between[i]` are the lines before piece i; the last list follows the last piece. */
export function joinPages(pieces: readonly Piece[], between: readonly (readonly PrintedLine[])[]): PrintedTable[] {
  const tables: PrintedTable[] = [];
  pieces.forEach((piece, i) => {
    const lines = between[i] ?? [];
    const open = tables.at(-1);
    const over = overPiece(piece, lines);
    const layout = headLayout(piece.grid);
    const repeated = open === undefined ? null : continues(open, { piece, layout, over, lines });
    if (open !== undefined && repeated !== null) append(open, piece, repeated);
    else
      tables.push({
        grid: piece.grid,
        layout,
        over: open !== undefined && isBelow(open, piece, lines) ? { ...open.over, printed: false } : over,
        pieces: [piece],
        edges: piece.edges,
        under: [],
        nested: [...piece.nested],
        cutRows: [],
      });
    tables.at(-1)!.under = [...(between[i + 1] ?? [])];
  });
  return tables;
}

/** What is printed over a piece: on its own page, or at the foot of the page before where its own page starts with it. */
function overPiece(piece: Piece, lines: readonly PrintedLine[]): Surroundings {
  const own = lines.filter((line) => line.page === piece.page);
  const over = linesOver(own);
  const rest = lines.filter((line) => line.page !== piece.page);
  if (piece.page === null || rest.length === 0 || (over.title !== null && over.label !== null))
    return { ...over, printed: lines.length > 0 };
  const explained = own.every((line) => linesOver([line]).title !== null || linesOver([line]).printed);
  const before = linesOver(rest.slice(-2));
  const label = over.label ?? (explained ? before.label : null);
  const title = over.title ?? (explained ? before.title : null);
  return { ...over, title, label, printed: lines.length > 0 };
}

/** Whether a table stands right under the one before, under the same title: nothing printed between, same page or no pages. */
function isBelow(open: PrintedTable, piece: Piece, lines: readonly PrintedLine[]): boolean {
  const page = open.pieces.at(-1)!.page;
  return lines.length === 0 && (page === null || piece.page === null || piece.page - page <= 1);
}

/** Puts a continuation piece under the table: columns mapped, the repeated head marked, a row cut by the page break made whole. */
function append(open: PrintedTable, piece: Piece, repeated: number): void {
  let lower: Grid = piece.grid;
  if (open.edges !== null && piece.edges !== null) {
    const mapping = mapColumns(open.edges, piece.edges);
    const columns = mapping.edges.length - 1;
    open.grid = remapColumns(open.grid, mapping.upper, columns);
    lower = remapColumns(lower, mapping.lower, columns);
    open.edges = mapping.edges;
  }
  const cut = isCutRow(open.grid, open.layout.bodyStart, lower, repeated);
  const offset = open.grid.rows;
  if (cut) open.cutRows.push({ page: piece.page ?? 0, row: offset - 1 });
  const atBreak = open.grid.cells.filter((cell) => cell.r + cell.rs === offset);
  for (const cell of lower.cells) {
    const above = cell.r === repeated ? atBreak.find((other) => other.c === cell.c && other.cs === cell.cs) : undefined;
    const spansOn = repeated === 0 && above !== undefined && above.rs > 1 && above.text !== '' && cell.text === '';
    if (cell.r < repeated) cell.repeat = true;
    cell.r += cut && cell.r >= repeated ? offset - 1 : offset;
    if (above !== undefined && (cut || spansOn)) mergeCut(above, cell, repeated === 0);
    else open.grid.cells.push(cell);
  }
  open.grid = { rows: offset + lower.rows - (cut ? 1 : 0), columns: Math.max(open.grid.columns, lower.columns), cells: open.grid.cells };
  open.pieces.push(piece);
  open.nested.push(...piece.nested);
}

/** Makes the part of a cell below a page break part of the cell above it; `adjacent` where no repeated head lies between them. */
function mergeCut(above: WorkCell, below: WorkCell, adjacent: boolean): void {
  const pieces = [...(above.pieces ?? pieceOfCell(above)), ...pieceOfCell(below)];
  if (pieces.length > 1) above.pieces = pieces;
  if (below.text !== '') {
    above.raw = `${above.raw}\n${below.raw}`;
    above.text = bodyText(above.raw);
  }
  if (adjacent) above.rs = Math.max(above.rs, below.r + below.rs - above.r);
}

function pieceOfCell(cell: WorkCell): { page: number; box: Box; text: string }[] {
  return cell.page === undefined || cell.box === undefined ? [] : [{ page: cell.page, box: cell.box, text: cell.text }];
}
