import { isBlank, isCell } from './dump.js';

/** Share of the rows from the first complete one on that must be complete, so that a table counts as regular. */
const REGULAR_SHARE = 0.6;

/**
 * The rows of a dumped table, each a list of cell texts. An empty line ends a row; in a regular table, a row that is then incomplete and is completed
 * exactly by what follows goes on: the empty line was an empty paragraph inside a cell. A line without a tab continues its cell.
 */
export function readRows(lines: readonly string[]): string[][] {
  return joinBroken(splitAtBlanks(lines));
}

/** The number of columns: cells of the fullest row. */
export function columnCount(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Rows as the empty lines cut them. */
function splitAtBlanks(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  let afterBlank = true;
  for (const line of lines) {
    if (isBlank(line)) afterBlank = true;
    else if (isCell(line)) {
      if (afterBlank) rows.push([]);
      rows[rows.length - 1]!.push(line.slice(1));
      afterBlank = false;
    } else {
      const row = rows[rows.length - 1]!;
      row[row.length - 1] += `\n${line}`;
      afterBlank = false;
    }
  }
  return rows;
}

/** Joins the pieces of rows that an empty paragraph cut, where the table is regular enough to say so. */
function joinBroken(rows: readonly string[][]): string[][] {
  const width = columnCount(rows);
  const first = rows.findIndex((row) => row.length === width);
  const complete = rows.filter((row) => row.length === width).length;
  if (complete < 2 || complete < (rows.length - first) * REGULAR_SHARE) return [...rows];
  const out: string[][] = rows.slice(0, first + 1);
  for (let at = first + 1; at < rows.length; ) {
    const pieces = piecesOfRow(rows, at, width);
    out.push(rows.slice(at, at + pieces).flat());
    at += pieces;
  }
  return out;
}

/** How many pieces from `at` on make exactly one complete row; 1 where they do not. */
function piecesOfRow(rows: readonly string[][], at: number, width: number): number {
  let cells = 0;
  for (let end = at; end < rows.length && cells < width; end += 1) {
    cells += rows[end]!.length;
    if (cells === width) return end - at + 1;
  }
  return 1;
}
