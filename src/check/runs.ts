import type { Line } from '../model/index.js';

/** The column of a line; columns of one block that are headed alike are one list, printed in runs side by side (科目 | 决算数 | 科目 | 决算数). */
export function runKey(line: Line): string {
  return `${line.block}|${line.block === null || line.column_path.length === 0 ? line.c : line.column_path.join('|')}`;
}

/** The rows without one above them in the other runs of the list that a total closes (公用经费合计 below the last of three). */
export function inOtherRuns(total: Line, table: readonly Line[]): Line[] {
  if (total.row_role !== 'total') return [];
  return table.filter(
    (line) =>
      line.c !== total.c &&
      line.parent_line_id === null &&
      (line.row_role === 'leaf' || line.row_role === 'subtotal') &&
      runKey(line) === runKey(total),
  );
}
