import type { RawCell, RawGrid } from '../../model/index.js';
import type { ReadingContext } from '../reading.js';
import { headerSpans, type PlacedRow, restSpans } from './columnSpans.js';
import { columnCount } from './rows.js';

/** Share of complete rows below the header from which a table counts as regular; below it, it is a form of labels and values. */
const REGULAR_SHARE = 0.6;

const NUMBER = /^[-−–—(（]?[\d.,，]+%?[)）]?$/;

/**
 * The grid of a dumped table. The dump prints a spanning cell once, and an empty cell where a cell from above goes on. The fullest rows give the columns;
 * a short header row is placed over the row below it (see headerSpans). A short row in the body of a regular table spans with its first cell and is a
 * diagnostic at `block`; in a form the last cell spans, because there the value is the wide one.
 */
export function placeCells(rows: readonly (readonly string[])[], context: ReadingContext, block: number): RawGrid {
  const columns = columnCount(rows);
  const bodyStart = firstBodyRow(rows, columns);
  const body = rows.slice(bodyStart);
  const regular = body.filter((row) => row.length === columns).length >= body.length * REGULAR_SHARE;
  const labels = labelColumns(body, columns);
  const placed: PlacedRow[] = new Array(rows.length);
  for (let r = rows.length - 1; r >= 0; r -= 1) {
    const texts = rows[r]!;
    const below = placed[r + 1];
    const header = r < bodyStart && texts.length < columns && below !== undefined ? headerSpans(texts.length, below, labels) : null;
    placed[r] = { texts, spans: header ?? restSpans(texts.length, columns, regular ? 'first' : 'last') };
    if (regular && r >= bodyStart && texts.length > 1 && texts.length < columns)
      context.note(
        'ragged_row',
        'warning',
        `a row of the text has ${texts.length} of ${columns} cells; its first cell “${texts[0]}” was taken to span the others, compare with the document`,
        { block, row: r },
      );
  }
  return { rows: rows.length, columns, cells: gridCells(placed, regular ? bodyStart : 0) };
}

/** The first row below the header: after the row of column numbers, else after the first complete row; 0 where the first row is complete and nothing heads it. */
function firstBodyRow(rows: readonly (readonly string[])[], columns: number): number {
  const numbers = rows.findIndex((row) => row.length === columns && isColumnNumbers(row));
  if (numbers >= 0) return numbers + 1;
  return rows.findIndex((row) => row.length === columns) + 1;
}

/** For each column whether the complete rows of the body print labels there rather than numbers. */
function labelColumns(body: readonly (readonly string[])[], columns: number): boolean[] {
  const complete = body.filter((row) => row.length === columns);
  return Array.from({ length: columns }, (_, c) => {
    const printed = complete.map((row) => row[c]!.trim()).filter((text) => text !== '');
    return printed.filter((text) => !NUMBER.test(text)).length * 2 > printed.length;
  });
}

/** Whether a row prints 1 2 3 ... behind its first cell or from it on. */
function isColumnNumbers(row: readonly string[]): boolean {
  const numbers = /^\d+$/.test(row[0]?.trim() ?? '') ? row : row.slice(1);
  return numbers.length > 1 && numbers.every((text, index) => text.trim() === String(index + 1));
}

/** The cells of placed rows. An empty cell that goes on from above lengthens that cell instead. */
function gridCells(rows: readonly PlacedRow[], bodyStart: number): RawCell[] {
  const cells: RawCell[] = [];
  let above = new Map<number, RawCell>();
  rows.forEach((row, r) => {
    const current = new Map<number, RawCell>();
    const printed = row.texts.some((text) => text.trim() !== '');
    let leading = true;
    let c = 0;
    row.texts.forEach((text, index) => {
      const cs = row.spans[index] ?? 1;
      const upper = above.get(c);
      const empty = text === '';
      // In the body only leading label cells go on; an empty cell further right is a blank value.
      const goesOn =
        empty &&
        printed &&
        upper !== undefined &&
        upper.cs === cs &&
        upper.text !== '' &&
        (r < bodyStart || (leading && upper.r >= bodyStart));
      leading &&= goesOn;
      if (goesOn) {
        upper.rs = r - upper.r + 1;
        current.set(c, upper);
      } else {
        const cell: RawCell = { r, c, rs: 1, cs, text };
        cells.push(cell);
        current.set(c, cell);
      }
      c += cs;
    });
    above = current;
  });
  return cells;
}
