import type { Line, QuarantineRow } from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import { INDICATOR_HEADER } from '../lexicon/headerWords.js';
import type { TableReading } from '../reading.js';
import { fold } from '../text/fold.js';
import { quarantineCell } from './quarantineCell.js';

/** A number that is printed like money: with a point and digits behind it, or with thousands separators. */
const LIKE_MONEY = /^[(]?-?\d{1,3}(,\d{3})+(\.\d+)?[)]?$|^[(]?-?\d+\.\d{2,6}[)]?$/;

/** Body cells that print a number like money and are no line: in a column read as label or text, or in a form behind no label of money. */
export function strayAmounts(reading: TableReading, documentId: string, lines: readonly Line[]): QuarantineRow[] {
  const { table } = reading;
  const stated = new Set(lines.map((line) => `${line.r},${line.c}`));
  return table.cells.flatMap((cell) => {
    if (cell.role !== 'body' || stated.has(`${cell.r},${cell.c}`)) return [];
    const text = fold(cell.text);
    const column = reading.columns.find(({ at }) => at === cell.c);
    if (column?.path.some((word) => INDICATOR_HEADER.test(fold(word)))) return [];
    if (!LIKE_MONEY.test(text) || parsePrintedAmount(text).kind !== 'number') return [];
    const detail = table.form
      ? 'a number like money in a form, behind no label of money'
      : 'a number like money outside the amount columns';
    return [quarantineCell(documentId, table, cell.r, cell.c, cell.text.trim(), cell, 'amount_without_meaning', detail)];
  });
}
