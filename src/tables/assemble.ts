import type { CellRole, GridCell, GridTable } from '../model/index.js';
import { bodyColumns } from './bodyColumns.js';
import { bodyRows } from './bodyRows.js';
import { isCodePieceHead } from './columnNumbers.js';
import { isEmptyTable } from './emptiness.js';
import type { WorkCell } from './grid.js';
import { formUnit, headerUnit } from './headerUnit.js';
import type { PrintedTable } from './joinPages.js';
import { isNote, joinNotes, lineParts, yearAlone } from './lineParts.js';
import { headText } from './printedText.js';
import { absorb, NOTHING, notesUnder, placeOf, type Surroundings, withoutSectionNumber } from './surroundings.js';
import { isTitleText } from './titleWords.js';

/** A joined table as the contract states it. `index` is its place among the document's tables. */
export function assemble(table: PrintedTable, index: number): GridTable {
  const { grid, pieces, form } = table;
  const role = roleOf(table);
  const roles = new Map(grid.cells.map((cell) => [cell, role(cell)]));
  const having = (wanted: CellRole) => grid.cells.filter((cell) => roles.get(cell) === wanted && cell.repeat !== true);
  const said = saidInGrid(table, having('meta'));
  const body = having('body');
  const header = having('header');
  const { columnAt, columns } = bodyColumns(grid, header, body);
  const rows = bodyRows(body, columnAt);
  const unit = said.unit === null ? (form ? formUnit(body) : headerUnit(header)) : null;
  const caption = pieces[0]!.caption;
  const notes = [...having('note').map((cell) => headText(cell.raw)), ...notesUnder(table.under)];
  const pages = [...new Set(pieces.map((piece) => piece.page).filter((page) => page !== null))].sort((a, b) => a - b);
  const places = grid.cells.flatMap((cell) => (cell.repeat === true ? [] : [cell.page ?? null])).filter((page) => page !== null);
  return {
    index,
    title: said.title ?? (caption === null || caption.trim() === '' ? null : withoutSectionNumber(lineParts(headText(caption)).rest)),
    label: said.label,
    pages: pages.length > 0 ? pages : [...new Set(places)].sort((a, b) => a - b),
    unit: said.unit ?? unit?.unit ?? null,
    unitPlace:
      said.unitPlace ??
      (unit === null ? null : placeOf({ page: unit.cell.page, box: unit.cell.box, row: unit.cell.r, column: unit.cell.c })),
    meta: { organization: said.organization, organizationCode: said.organizationCode, year: said.year, asOf: said.asOf },
    empty: isEmptyTable(columns, rows, form),
    form,
    note: joinNotes(notes),
    columns,
    columnAt,
    rows,
    cells: grid.cells.map((cell) => gridCell(cell, roles.get(cell)!)).sort((a, b) => a.r - b.r || a.c - b.c),
    evidence: pieces[0]!.evidence,
    blocks: pieces.map((piece) => piece.block),
  };
}

/** The role of each cell by its row; a row that prints one cell, at its beginning, and there begins as a note is one. */
function roleOf(table: PrintedTable): (cell: WorkCell) => CellRole {
  const { grid, layout, form } = table;
  const printed = new Map<number, number>();
  for (const cell of grid.cells) if (cell.text !== '') printed.set(cell.r, (printed.get(cell.r) ?? 0) + 1);
  return (cell) => {
    if (cell.repeat === true) return 'header';
    if (cell.r < layout.headerStart) return 'meta';
    if (cell.r === layout.columnNumberRow) return isCodePieceHead(cell) ? 'header' : 'column_number';
    if (cell.r < layout.bodyStart && !form && !layout.bodyCells.has(cell)) return 'header';
    return cell.c === 0 && printed.get(cell.r) === 1 && isNote(cell.text) ? 'note' : 'body';
  };
}

/** What the lines over the table and the meta rows of its grid say together; the grid's own rows are nearer. */
function saidInGrid(table: PrintedTable, meta: readonly WorkCell[]): Surroundings {
  const { over } = table;
  const said: Surroundings = { ...over, unit: null, unitPlace: null };
  const inside: Surroundings = { ...NOTHING, printed: over.printed };
  for (const cell of meta) {
    const parts = lineParts(cell.text.replaceAll('\n', ' '));
    const before = inside.unit;
    absorb(inside, parts, { page: cell.page ?? null, box: cell.box ?? null });
    if (before === null && inside.unit !== null)
      inside.unitPlace = placeOf({ page: cell.page, box: cell.box, row: cell.r, column: cell.c });
    if (yearAlone(parts.rest) !== null) inside.year ??= yearAlone(parts.rest);
    else if (isTitleText(parts.rest)) inside.title ??= withoutSectionNumber(parts.rest);
    else if (parts.rest !== '' && inside.organization === null) inside.organization = parts.rest;
  }
  const unit = inside.unit === null ? over : inside;
  return {
    ...said,
    title: inside.title ?? over.title,
    label: inside.label ?? over.label,
    unit: unit.unit,
    unitPlace: unit.unitPlace,
    organization: inside.organization ?? over.organization,
    organizationCode: inside.organizationCode ?? over.organizationCode,
    year: inside.year ?? over.year,
    asOf: inside.asOf ?? over.asOf,
  };
}

function gridCell(cell: WorkCell, role: CellRole): GridCell {
  return {
    r: cell.r,
    c: cell.c,
    rs: cell.rs,
    cs: cell.cs,
    text: cell.text,
    role,
    ...(cell.repeat === true ? { repeat: true } : {}),
    ...(cell.page === undefined ? {} : { page: cell.page }),
    ...(cell.box === undefined ? {} : { box: cell.box }),
    ...(cell.pieces === undefined ? {} : { pieces: cell.pieces }),
    ...(cell.indent === 0 ? {} : { indent: cell.indent }),
  };
}
