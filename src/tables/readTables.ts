import type { Diagnostic, DocumentModel, GridTable } from '../model/index.js';
import { assemble } from './assemble.js';
import { type Piece, pieceOf, workGrid } from './grid.js';
import { headLayout } from './headLayout.js';
import { joinPages, type PrintedTable, startTable } from './joinPages.js';
import { linesBetweenTables } from './printedLines.js';
import { NOTHING } from './surroundings.js';
import { tableDiagnostics } from './tableDiagnostics.js';

/** The tables of a document and what was noticed about them. */
export interface TablesReading {
  tables: GridTable[];
  diagnostics: Diagnostic[];
}

/**
 * Reads a document's table blocks into printed tables: pieces over pages joined, meta rows, header paths and column numbers told from the body,
 * title, label, unit and note attached. Tables nested in cells follow the table that holds them. Pure; never throws for what a document does.
 */
export function readTables(model: DocumentModel): TablesReading {
  const { tables: indexes, between } = linesBetweenTables(model);
  const pieces: Piece[] = [];
  for (const index of indexes) {
    const block = model.blocks[index];
    if (block?.type === 'table') pieces.push(pieceOf(block, index));
  }
  const printed = joinPages(pieces, between).flatMap((table) => [table, ...nestedTables(table)]);
  const tables = printed.map((table, index) => assemble(table, index));
  return { tables, diagnostics: tables.flatMap((table, i) => tableDiagnostics(table, printed[i]!)) };
}

/** The tables nested in a table's cells, at any depth, as tables of their own. */
function nestedTables(table: PrintedTable): PrintedTable[] {
  return table.nested.flatMap((raw) => {
    const grid = workGrid(raw, table.pieces[0]!.page ?? undefined);
    const piece: Piece = { ...table.pieces[0]!, grid, edges: null, caption: null, nested: raw.cells.flatMap((cell) => cell.tables ?? []) };
    const inner = startTable(piece, headLayout(grid), NOTHING);
    return [inner, ...nestedTables(inner)];
  });
}
