import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** Exact: enough digits for any sum of budget amounts, never an exponent. */
const Exact = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });

/** A number written plainly: no exponent, no thousands separators, no trailing zeros after the point, no `-0`. */
export const zDecimalText = z.string().regex(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/, 'expected a plain decimal such as 937.79');
export type DecimalText = z.infer<typeof zDecimalText>;

/** The exact decimal that a plain text states. Throws on text that is no number. */
export function toDecimal(text: string): Decimal {
  return new Exact(text);
}

/** The plain text of a decimal: `new Decimal('1.50')` -> `1.5`. */
export function toDecimalText(value: Decimal): DecimalText {
  return value.isZero() ? '0' : new Exact(value).toFixed();
}

export { Decimal };
