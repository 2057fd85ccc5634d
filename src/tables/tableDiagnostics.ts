import type { Diagnostic, GridTable, Place } from '../model/index.js';
import { someColumns } from './columnMapping.js';
import type { PrintedTable } from './joinPages.js';

/** What a person should know about one table: no unit over amounts, no header, rows joined over a page break. */
export function tableDiagnostics(table: GridTable, printed: PrintedTable): Diagnostic[] {
  const name = table.title ?? table.label ?? `table ${table.index}`;
  const place: Place = { table: table.index, ...(table.pages[0] === undefined ? {} : { page: table.pages[0] }) };
  const found: Diagnostic[] = printed.cutRows.map(({ page, row }) => ({
    stage: 'interpret',
    code: 'row_joined_over_pages',
    severity: 'info',
    place: { table: table.index, page, row },
    message: `a row of ${name} is cut by the page break and was made one row; compare it with the page if its figures look wrong`,
  }));
  for (const piece of printed.pieces) {
    const missing = (printed.edges?.length ?? 0) - (piece.edges?.length ?? 0);
    if (piece.edges === null || printed.edges === null || !someColumns(printed.edges, piece.edges)) continue;
    found.push({
      stage: 'interpret',
      code: 'columns_without_rules',
      severity: 'warning',
      place: { table: table.index, ...(piece.page === null ? {} : { page: piece.page }) },
      message: `${missing} columns of ${name} have no rules on this page; what they print stands beside the table as text: look at the page`,
    });
  }
  if (!table.form && table.columns.every((path) => path.length === 0))
    found.push({
      stage: 'interpret',
      code: 'header_not_found',
      severity: 'warning',
      place,
      message: `${name} has no header row; its columns have no names`,
    });
  return found;
}
