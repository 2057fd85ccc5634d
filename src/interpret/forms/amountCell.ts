import { type DecimalText, toDecimal, toDecimalText } from '../../model/index.js';

/** Yuan of one printed unit. */
const UNITS: readonly (readonly [unit: string, yuan: string])[] = [
  ['亿元', '100000000'],
  ['百万元', '1000000'],
  ['万元', '10000'],
  ['千元', '1000'],
  ['元', '1'],
];
const NUMBER = /^[(（]?([-－−]?)¥?(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,17}(?:\.\d+)?)[)）]?(亿元|百万元|万元|千元|元)?$/;

/** The number a cell prints, as plain text; null where it prints none. */
export function readNumber(text: string): DecimalText | null {
  const match = NUMBER.exec(text.replace(/\s/g, ''));
  if (match === null) return null;
  const number = toDecimal((match[2] ?? '0').replace(/[,，]/g, ''));
  return toDecimalText(match[1] === '' ? number : number.negated());
}

/** The unit of money that a label or a note of the unit names: 预算金额（万元）, 单位：元; null where it names none. */
export function unitIn(text: string | null): string | null {
  const folded = (text ?? '').normalize('NFKC').replace(/\s/g, '');
  return UNITS.find(([unit]) => folded.includes(unit))?.[0] ?? null;
}

/** The yuan a cell prints; `unit` is the unit of its table or label, unless the cell prints one itself. Null without number or unit. */
export function readYuan(text: string, unit: string | null): DecimalText | null {
  const number = readNumber(text);
  const printed = NUMBER.exec(text.replace(/\s/g, ''))?.[3] ?? unit;
  const factor = UNITS.find(([name]) => name === printed)?.[1];
  return number === null || factor === undefined ? null : toDecimalText(toDecimal(number).times(factor));
}
