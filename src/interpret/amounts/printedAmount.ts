import { type Decimal, toDecimal } from '../../model/index.js';
import { fold } from '../text/fold.js';

/**
 * What an amount cell prints. `number` has the stated value (negative in brackets, behind 减/负, a minus sign or △), the count of decimals
 * printed, and a unit or percent sign printed behind it.
 */
export type PrintedAmount =
  | { kind: 'blank' }
  | { kind: 'dash' }
  | { kind: 'number'; value: Decimal; decimals: number; unit: string | null }
  | { kind: 'text' };

const DASH = /^(-{1,4}|\/|\*{1,3}|×)$/;
const SEPARATED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)$/;
const NUMBER = /^(?<open>\()?(?<sign>[-+△▲]|负|减)?[¥￥]?(?<digits>[\d,.]+)(?<unit>%|‰|[^\d(),.%‰]{1,4})?(?<close>\))?$/;
const UNIT =
  /^(%|‰|元|千元|万元|百万元|亿元|个|人|辆|台|套|次|批次|人次|平方米|件|项|名|户|家|份|期|场|天|月|年|年度|批|条|米|公里|m2|㎡)$/;

/** Blanks between two digits on one line: two numbers, or one set with spaces; which of them is not for a reader to guess. */
const GAP = /[\d.,][ \u00a0\u3000\t]+[\d.,]/;

/** Reads one amount cell. Blank, dash, 0 and 0.00 are told apart; text that is no single number is `text`. */
export function parsePrintedAmount(text: string): PrintedAmount {
  const folded = fold(text);
  if (folded === '') return { kind: 'blank' };
  if (DASH.test(folded)) return { kind: 'dash' };
  if (GAP.test(text.trim())) return { kind: 'text' };
  const parts = NUMBER.exec(folded)?.groups;
  const digits = parts?.digits;
  if (!parts || digits === undefined) return { kind: 'text' };
  if (!SEPARATED.test(digits) && !PLAIN.test(digits)) return { kind: 'text' };
  if ((parts.open === undefined) !== (parts.close === undefined)) return { kind: 'text' };
  if (parts.unit !== undefined && !UNIT.test(parts.unit)) return { kind: 'text' };
  const plain = digits.replaceAll(',', '');
  const negative = parts.open !== undefined || (parts.sign !== undefined && parts.sign !== '+');
  const value = toDecimal(plain.startsWith('.') ? `0${plain}` : plain.replace(/\.$/, ''));
  const point = plain.indexOf('.');
  return {
    kind: 'number',
    value: negative ? value.negated() : value,
    decimals: point < 0 ? 0 : plain.length - point - 1,
    unit: parts.unit ?? null,
  };
}
