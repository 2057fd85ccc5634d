import type { Diagnostic, GridCell, GridTable, TableRow } from '../../model/index.js';

/** What the readers of forms are given: `grids[i]` is the printed grid of `tables[i]`. */
export interface FormsInput {
  grids: readonly GridTable[];
  tables: readonly TableRow[];
  facts: { document_id: string; year: number | null; organization: string | null };
  /** The id of the line that a cell of a table prints, or null. */
  lineAt: (tableIndex: number, r: number, c: number) => string | null;
}

/** The place columns of a record taken from a row of a table. */
export function tablePlace(
  input: FormsInput,
  tableIndex: number,
  r: number,
  cell?: GridCell | null,
): { table_id: string; page: number | null; r: number } {
  const grid = input.grids[tableIndex];
  return { table_id: input.tables[tableIndex]?.table_id ?? '', page: cell?.page ?? grid?.pages[0] ?? null, r };
}

/** A diagnostic about a cell of a form. */
export function formDiagnostic(
  input: FormsInput,
  tableIndex: number,
  cell: GridCell,
  code: string,
  severity: Diagnostic['severity'],
  message: string,
): Diagnostic {
  return {
    stage: 'interpret',
    code,
    severity,
    place: {
      document: input.facts.document_id,
      table: tableIndex,
      row: cell.r,
      column: cell.c,
      ...(cell.page === undefined ? {} : { page: cell.page }),
      ...(cell.box === undefined ? {} : { box: cell.box }),
    },
    message,
  };
}
