import { Decimal, toDecimal, toDecimalText } from '../model/index.js';
import type { LeafSum, SeriesCell, SeriesRow } from './shards.js';

/** The sum of the leaf codes of a period, and whether it is the printed total; null where there is no leaf. */
export function leafSum(rows: readonly SeriesRow[], column: number, total: SeriesCell | null): LeafSum | null {
  const leaves = rows.flatMap(({ cells }) => cells[column] ?? []).filter((cell) => !cell.parent);
  if (leaves.length === 0) return null;
  const amounts = leaves.map(({ amount }) => toDecimal(amount));
  const sum = amounts.reduce((before, amount) => before.plus(amount));
  if (total === null) return { amount: toDecimalText(sum), agreement: null };
  const printed = toDecimal(total.amount);
  const difference = sum.minus(printed).abs();
  const tolerance = lastDigit([...amounts, printed])
    .times(amounts.length + 1)
    .div(2);
  const agreement = difference.isZero() ? 'equal' : difference.lte(tolerance) ? 'within_rounding' : 'differs';
  return { amount: toDecimalText(sum), agreement };
}

/** The yuan value of the last digit that amounts are rounded to: the largest power of ten, up to 10,000, that divides all. */
function lastDigit(amounts: readonly Decimal[]): Decimal {
  const steps = ['10000', '1000', '100', '10', '1', '0.1', '0.01'].map((step) => toDecimal(step));
  return steps.find((step) => amounts.every((amount) => amount.mod(step).isZero())) ?? new Decimal(0);
}
