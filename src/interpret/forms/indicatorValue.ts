import { type Indicator, toDecimal, toDecimalText } from '../../model/index.js';

type Operator = Exclude<Indicator['operator'], null>;
/** Comparisons printed before a value, longest first. */
const BEFORE: readonly (readonly [pattern: RegExp, operator: Operator])[] = [
  [/^(?:≥|≧|⩾|>=|=>|大于(?:或)?等于|大于或等于|不低于|不少于|不小于|不得少于|不得低于|至少|达到)/, '>='],
  [/^(?:≤|≦|⩽|<=|=<|小于(?:或)?等于|小于或等于|不高于|不超过|不多于|不大于|不得超过|控制在)/, '<='],
  [/^(?:>|大于|高于|多于|超过)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:=|等于|为)/, '='],
];
/** Comparisons printed after a value. */
const AFTER: readonly (readonly [pattern: RegExp, operator: Operator])[] = [
  [/(?:及以上|以上|或以上)$/, '>='],
  [/(?:及以下|以下|以内|之内|内)$/, '<='],
];
const NUMBER = /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,15}(?:\.\d+)?)(.*)$/s;

export interface IndicatorValue {
  operator: Indicator['operator'];
  value: string | null;
  value_unit: string | null;
}

/**
 * The comparison, number and unit of a printed target (≥90%, 13名, 不超过5天, 400条以上). `printedOperator` and `printedUnit` are what columns of their own say.
 * A target without one plain number (长期, 合规) has the operator `text`; a number without a comparison has none.
 */
export function readIndicatorValue(printed: string, printedOperator = '', printedUnit = ''): IndicatorValue {
  const unit = printedUnit.trim() === '' ? null : printedUnit.trim();
  const folded = `${foldOperator(printedOperator)}${foldOperator(printed)}`;
  let operator: Operator | null = null;
  let rest = folded;
  for (const [pattern, found] of BEFORE) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    operator = found;
    rest = folded.slice(match[0].length);
    break;
  }
  const match = NUMBER.exec(rest);
  let tail = match?.[2] ?? '';
  if (match === null || /\d|[<>=≥≤]/.test(tail.replace(/(?:PM|m)\d+(?:\.\d+)?/gi, '')) || tail.length > 16) {
    return { operator: rest === '' && operator !== null ? operator : 'text', value: null, value_unit: unit };
  }
  if (operator === null) {
    for (const [pattern, found] of AFTER) {
      if (!pattern.test(tail)) continue;
      operator = found;
      tail = tail.replace(pattern, '');
    }
  } else if (operator === '<=') tail = tail.replace(/(?:以内|之内)$/, '');
  const value = toDecimalText(toDecimal((match[1] ?? '0').replace(/,/g, '')));
  return { operator, value, value_unit: tail === '' ? unit : tail.replace(/^\((.*)\)$/, '$1') };
}

/** A text with widths folded and without blanks; 定性 is no comparison. */
function foldOperator(text: string): string {
  const folded = text.normalize('NFKC').replace(/[\s\u3000]/g, '');
  return folded === '定性' || folded === '其他' ? '' : folded;
}
