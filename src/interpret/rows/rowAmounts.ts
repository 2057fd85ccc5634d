import type { GridTable } from '../../model/index.js';
import { toDecimal } from '../../model/index.js';
import { type PrintedAmount, parsePrintedAmount } from '../amounts/printedAmount.js';
import type { RowReading } from '../reading.js';
import type { Amounts } from './sumSearch.js';

/**
 * What each row prints in the amount columns of its block, as whole numbers of the last digit that any of the rows prints. Blank, dash and text
 * count as nothing.
 */
export function rowAmounts(table: GridTable, rows: readonly RowReading[]): Map<RowReading, Amounts> {
  const printed = rows.map((row) =>
    row.block.amounts.map((column) => parsePrintedAmount(table.rows[row.index]?.texts[column.index] ?? '')),
  );
  const decimals = Math.max(0, ...printed.flat().map((amount) => (amount.kind === 'number' ? amount.decimals : 0)));
  const scale = toDecimal('10').pow(decimals);
  const whole = (amount: PrintedAmount) => (amount.kind === 'number' ? BigInt(amount.value.times(scale).toFixed(0)) : 0n);
  return new Map(rows.map((row, i) => [row, (printed[i] ?? []).map(whole)]));
}
