import { type Decimal, toDecimal } from '../../model/index.js';
import { fold } from '../text/fold.js';

/** Yuan in one unit of money, longest name first so that 万元 is not read as 元. */
const YUAN_IN: readonly (readonly [string, string])[] = [
  ['百万元', '1000000'],
  ['亿元', '100000000'],
  ['千万元', '10000000'],
  ['万元', '10000'],
  ['千元', '1000'],
  ['百元', '100'],
  ['元', '1'],
];
const FOREIGN = /(美|欧|日|港|澳)元|外币/;
const AMONG_BRACKETS = /[(](?:[^()]*?:|单位|金额单位)?([^()]*?元)[)]/;

/** The unit of money a text names (`金额单位：万元`, `预算金额（万元）`), or null. Foreign money is no unit here. */
export function moneyUnitIn(text: string): string | null {
  const folded = fold(text);
  if (FOREIGN.test(folded)) return null;
  const inside = /单位:?([^,;。)]*元)/.exec(folded)?.[1] ?? AMONG_BRACKETS.exec(folded)?.[1];
  const where = inside ?? (/^[百千]?[万亿]?元$/.test(folded) ? folded : null);
  if (where === null) return null;
  return YUAN_IN.find(([name]) => where.endsWith(name))?.[0] ?? null;
}

/** Yuan in one `unit` (万元 -> 10000), or null where the unit is no money. */
export function yuanIn(unit: string): Decimal | null {
  const folded = fold(unit);
  const found = YUAN_IN.find(([name]) => name === folded);
  return found ? toDecimal(found[1]) : null;
}
