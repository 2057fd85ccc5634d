import { type Decimal, type DecimalText, type Quantity, toDecimal, toDecimalText } from '../../model/index.js';
import { yuanIn } from '../amounts/moneyUnit.js';
import type { PrintedAmount } from '../amounts/printedAmount.js';

/** The value of a line: as a number in `valueUnit`, for money also in yuan, and the yuan value of the last printed digit. */
export interface LineAmount {
  quantity: Quantity;
  value: DecimalText | null;
  valueUnit: string | null;
  amount: DecimalText | null;
  resolution: DecimalText | null;
}

const TEN = toDecimal('10');

/** Value and yuan of a printed amount. Money whose unit is unknown keeps its value and gets no amount. */
export function lineAmount(printed: PrintedAmount, quantity: Quantity, unit: string | null): LineAmount {
  const percent = printed.kind === 'number' && (printed.unit === '%' || printed.unit === '‰');
  const counted = percent ? 'percent' : quantity;
  const own = printed.kind === 'number' ? printed.unit : null;
  const valueUnit = own ?? (counted === 'percent' ? '%' : unit);
  if (printed.kind !== 'number') return { quantity: counted, value: null, valueUnit, amount: null, resolution: null };
  const yuan: Decimal | null = counted === 'money' && valueUnit !== null ? yuanIn(valueUnit) : null;
  return {
    quantity: counted,
    value: toDecimalText(printed.value),
    valueUnit,
    amount: yuan ? toDecimalText(printed.value.times(yuan)) : null,
    resolution: yuan ? toDecimalText(yuan.div(TEN.pow(printed.decimals))) : null,
  };
}
