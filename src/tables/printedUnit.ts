import { CURRENCY_UNITS, UNIT_LABELS } from './lexicon.js';
import { anyOf } from './wordPattern.js';

const UNITS = anyOf(CURRENCY_UNITS);
/** `单位：万元`, `（金额单位:元）`, `单位：人民币万元`, `单位：万元、%`. */
const STATED = new RegExp(
  `[（(]?(?:${anyOf(UNIT_LABELS)})\\s*(?:[:：]|为)?\\s*(?:人民币)?\\s*(${UNITS})(?![\\p{sc=Han}])(?:[、，,/]\\s*[%％\\p{sc=Han}]{1,4})*\\s*[）)]?`,
  'u',
);
/** `万元`, `（元）`, `金位：元`: a unit and nothing else, perhaps after a short word and a colon. */
const WHOLE = new RegExp(`^[（(]?(?:[\\p{sc=Han}]{1,4}\\s*[:：]\\s*)?(?:人民币)?(${UNITS})[）)]?$`, 'u');
const BRACKETED_AT_END = new RegExp(`[（(](?:人民币)?(${UNITS})[）)]\\s*$`, 'u');

const compact = (unit: string | undefined) => (unit === undefined ? null : unit.replace(/\s+/gu, ''));

/** The currency unit that a text states as `单位：万元`, or null. */
export function statedUnit(text: string): string | null {
  return compact(STATED.exec(text)?.[1]);
}

/** The currency unit that a text is (`万元`) or ends with in brackets (`预算金额（万元）`), or null. */
export function bracketedUnit(text: string): string | null {
  return compact((WHOLE.exec(text.trim()) ?? BRACKETED_AT_END.exec(text))?.[1]);
}

/** A line's unit and the line without it. */
export function takeUnit(line: string): { unit: string | null; rest: string } {
  const whole = WHOLE.exec(line.trim());
  if (whole !== null) return { unit: compact(whole[1]), rest: '' };
  const stated = STATED.exec(line);
  if (stated === null) return { unit: null, rest: line };
  return { unit: compact(stated[1]), rest: `${line.slice(0, stated.index)}  ${line.slice(stated.index + stated[0].length)}` };
}
