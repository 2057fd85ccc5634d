import { mapColumns, remapColumns, sameColumns } from './columnMapping.js';
import { continues, firstKey, isHeadOnly } from './continuation.js';
import { type BrokenPair, cutMerged, mergeCut } from './cutCells.js';
import { isCutRow } from './cutRow.js';
import { isForm } from './form.js';
import type { Grid, Piece } from './grid.js';
import { type HeadLayout, headLayout } from './headLayout.js';
import { lineParts } from './lineParts.js';
import type { PrintedLine } from './printedLines.js';
import { type Head, headOf } from './repeatedHead.js';
import { linesOver, type Surroundings } from './surroundings.js';

/** A printed table after joining its pieces: one grid, the layout of its head, what is printed over it. */
export interface PrintedTable {
  grid: Grid;
  layout: HeadLayout;
  over: Surroundings;
  pieces: Piece[];
  edges: number[] | null;
  /** What continuation pages are compared with: the head, whether the table is a key-value sheet, the first text of its first row. */
  head: Head;
  form: boolean;
  firstKey: string;
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
    if (open !== undefined && repeated !== null) {
      const headCut = isHeadOnly(open);
      append(open, piece, repeated);
      if (headCut && repeated === 0) readHead(open);
    } else
      tables.push(startTable(piece, layout, open !== undefined && isBelow(open, piece, lines) ? { ...open.over, printed: false } : over));
    tables.at(-1)!.under = [...(between[i + 1] ?? [])];
  });
  return tables;
}

/** A table that so far is one piece. */
export function startTable(piece: Piece, layout: HeadLayout, over: Surroundings): PrintedTable {
  const { grid } = piece;
  return {
    grid: { ...grid, cells: [...grid.cells] },
    layout,
    over,
    pieces: [piece],
    edges: piece.edges,
    head: headOf(grid, layout),
    form: isForm(grid, layout.headerStart),
    firstKey: firstKey(grid, layout.headerStart),
    under: [],
    nested: [...piece.nested],
    cutRows: [],
  };
}

/** Reads the head of a table again, once the page break that cut it is joined. */
function readHead(table: PrintedTable): void {
  const { grid } = table;
  table.layout = headLayout(grid);
  table.head = headOf(grid, table.layout);
  table.form = isForm(grid, table.layout.headerStart);
  table.firstKey = firstKey(grid, table.layout.headerStart);
}

/** Lines at the foot of a page that may belong to the table at the top of the next. */
const LINES_AT_FOOT = 4;

/** What is printed over a piece: on its own page, and at the foot of the page before where nothing but that stands over it. */
function overPiece(piece: Piece, lines: readonly PrintedLine[]): Surroundings {
  const own = lines.filter((line) => line.page === piece.page);
  const over = linesOver(own);
  const foot = lines.filter((line) => line.page !== piece.page).slice(-LINES_AT_FOOT);
  const printed = lines.length > 0;
  const unexplained = own.some((line) => !lineParts(line.text).explained && lineParts(line.text).rest !== over.title);
  if (piece.page === null || foot.length === 0 || unexplained || (over.title !== null && over.label !== null)) return { ...over, printed };
  const before = linesOver(over.title === null ? foot : foot.filter((line) => lineParts(line.text).label !== null));
  return {
    ...over,
    title: over.title ?? before.title,
    label: over.label ?? before.label,
    unit: over.unit ?? before.unit,
    unitPlace: over.unitPlace ?? before.unitPlace,
    organization: over.organization ?? before.organization,
    organizationCode: over.organizationCode ?? before.organizationCode,
    year: over.year ?? before.year,
    printed,
  };
}

/** Whether a table stands right under the one before, under the same title: nothing printed between, same page or no pages. */
function isBelow(open: PrintedTable, piece: Piece, lines: readonly PrintedLine[]): boolean {
  const page = open.pieces.at(-1)!.page;
  return lines.length === 0 && (page === null || piece.page === null || piece.page - page <= 1);
}

/** Puts a continuation piece under the table: columns mapped, the repeated head marked, what the page break cut made whole. */
function append(open: PrintedTable, piece: Piece, repeated: number): void {
  const lower = alignColumns(open, piece);
  const offset = open.grid.rows;
  const atBreak = new Map(open.grid.cells.filter((cell) => cell.r + cell.rs === offset).map((cell) => [`${cell.c}+${cell.cs}`, cell]));
  const pairs: BrokenPair[] = [];
  for (const below of lower.cells) {
    const above = below.r === repeated && below.r + below.rs <= lower.rows ? atBreak.get(`${below.c}+${below.cs}`) : undefined;
    if (above !== undefined && above.r >= open.layout.bodyStart) pairs.push({ above, below });
  }
  const cutRow = isCutRow(open.grid, open.layout.bodyStart, lower, repeated);
  const cut = cutRow ? pairs : cutMerged(pairs, open.grid.cells);
  const gone = new Set(cut.map(({ below }) => below));
  for (const cell of lower.cells) {
    if (cell.r < repeated) cell.repeat = true;
    cell.r += cutRow && cell.r >= repeated ? offset - 1 : offset;
  }
  for (const pair of cut) mergeCut(pair, repeated === 0);
  for (const cell of lower.cells) if (!gone.has(cell)) open.grid.cells.push(cell);
  if (cutRow) open.cutRows.push({ page: piece.page ?? 0, row: offset - 1 });
  open.grid = { rows: offset + lower.rows - (cutRow ? 1 : 0), columns: Math.max(open.grid.columns, lower.columns), cells: open.grid.cells };
  open.pieces.push(piece);
  open.nested.push(...piece.nested);
}

/** Brings the table and a piece to common columns, by their borders where these agree, else column by column; gives the piece's grid. */
function alignColumns(open: PrintedTable, piece: Piece): Grid {
  const { edges } = open;
  if (edges === null || piece.edges === null || (!sameColumns(edges, piece.edges) && open.grid.columns === piece.grid.columns))
    return piece.grid;
  const mapping = mapColumns(edges, piece.edges);
  const columns = mapping.edges.length - 1;
  open.grid = remapColumns(open.grid, mapping.upper, columns);
  open.edges = mapping.edges;
  return remapColumns(piece.grid, mapping.lower, columns);
}
