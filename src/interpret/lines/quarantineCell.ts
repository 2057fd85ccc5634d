import { type GridCell, type GridTable, hashId, type QuarantineRow, tableId } from '../../model/index.js';

/** A printed number that no line states, with its place and the reason. */
export function quarantineCell(
  documentId: string,
  table: GridTable,
  r: number,
  c: number,
  printed: string,
  cell: GridCell | undefined,
  reason: string,
  detail: string,
): QuarantineRow {
  return {
    id: hashId(documentId, table.index, r, c, reason),
    document_id: documentId,
    table_id: tableId(documentId, table.index),
    page: cell?.page ?? table.pages[0] ?? null,
    box: cell?.box ?? null,
    r,
    c,
    printed,
    reason_code: reason,
    detail,
    since: 'interpret',
    decision: null,
  };
}
