import type { ColumnReading, RowReading, TableReading } from '../reading.js';
import { fold } from '../text/fold.js';
import { bareCode } from './printedCode.js';
import { rowText } from './rowCells.js';

/** A text of a code column from which no code was read. */
export interface UnreadCode {
  row: RowReading;
  column: ColumnReading;
  text: string;
}

/** Lists whose codes have a shape of their own; codes of units and projects may look like anything. */
const SHAPED: ReadonlySet<ColumnReading['classification']> = new Set([
  'functional',
  'economic_department',
  'economic_government',
  'revenue',
  null,
]);
/** Three digits make a 类; what has less is a piece of a code or a row number. */
const LOOKS_LIKE_CODE = /\d.*\d.*\d/;

/** The texts in the code columns of a table that look like codes and were read as none: a digit read wrong, or a list that the codebook does not know. */
export function unreadCodes(reading: TableReading): UnreadCode[] {
  return reading.rows.flatMap((row) =>
    row.block.codes.flatMap((column) => {
      if (!SHAPED.has(column.classification) || row.isUnit) return [];
      const { text } = rowText(reading.table, reading.cellAt, row.index, column);
      const bare = bareCode(text);
      if (!LOOKS_LIKE_CODE.test(bare) || bare === row.unitCode) return [];
      const read = [...row.codes.values()].some(
        ({ code, printed }) => code.startsWith(bare) || (printed !== null && sameDigits(printed, text)),
      );
      return read ? [] : [{ row, column, text: fold(text) }];
    }),
  );
}

/** Whether the code was read from the text: one holds the other, blanks and layout apart. */
function sameDigits(printed: string, text: string): boolean {
  const [a, b] = [bareCode(printed), bareCode(text)];
  return a.includes(b) || b.includes(a);
}
