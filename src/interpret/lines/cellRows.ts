import { type CellRow, type GridCell, tableId } from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import type { ColumnReading, TableReading } from '../reading.js';
import { fold } from '../text/fold.js';

const DATE = /^\d{4}(年|[-/.])\d{1,2}(月|[-/.])(\d{1,2}日?)?/;
const BY_COLUMN: Readonly<Record<ColumnReading['role'], CellRow['role']>> = {
  ordinal: 'ordinal',
  code: 'code',
  label: 'label',
  year: 'label',
  text: 'text',
  measure_unit: 'text',
  amount: 'amount',
  quantity: 'quantity',
  percent: 'percent',
};

/** What a body cell is for: by its column, corrected by what it prints. A cell of a form has no column of its own. */
function bodyRole(cell: GridCell, columns: readonly ColumnReading[], formRole: CellRow['role'] | undefined): CellRow['role'] {
  const text = fold(cell.text);
  if (text === '') return 'blank';
  if (formRole) return formRole;
  if (DATE.test(text)) return 'date';
  const column = columns.find(({ at }) => at >= cell.c && at < cell.c + cell.cs);
  if (!column) return 'text';
  const role = BY_COLUMN[column.role];
  const printed = parsePrintedAmount(text);
  if (role === 'amount' || role === 'quantity' || role === 'percent') {
    if (printed.kind === 'text') return 'text';
    return printed.kind === 'number' && printed.unit === '%' ? 'percent' : role;
  }
  if (role === 'code' && /[\u4e00-\u9fff]/.test(text)) return 'label';
  return role;
}

/** The published cells of a table: the whole printed grid with what each cell is for. `formRoles` (by `r,c`) are known for forms. */
export function cellRows(reading: TableReading, documentId: string, formRoles: ReadonlyMap<string, CellRow['role']>): CellRow[] {
  const { table, columns } = reading;
  const id = tableId(documentId, table.index);
  return table.cells.map((cell) => ({
    table_id: id,
    r: cell.r,
    c: cell.c,
    rs: cell.rs,
    cs: cell.cs,
    text: cell.text,
    page: cell.page ?? null,
    box: cell.box ?? null,
    role: cell.role === 'body' ? bodyRole(cell, columns, formRoles.get(`${cell.r},${cell.c}`)) : cell.role,
    repeat: cell.repeat ?? false,
  }));
}
