import type { WorkCell } from './grid.js';
import { isHeaderText, isKeyText } from './headerWords.js';
import { INDICATOR_LEVELS, MONEY_WORDS } from './lexicon.js';
import { fold } from './printedText.js';
import { bracketedUnit, statedUnit } from './printedUnit.js';
import { anyOf } from './wordPattern.js';

const MONEY = new RegExp(anyOf(MONEY_WORDS), 'u');
const LEVELS: ReadonlySet<string> = new Set(INDICATOR_LEVELS);
const LONGEST_KEY = 20;

/** A unit of money and the cell that states it. */
interface StatedUnit {
  unit: string;
  cell: WorkCell;
}

/** The currency unit that head cells state (`价值（金额单位：万元）`, `预算金额（万元）`), where all that state one agree; else null. */
export function headerUnit(cells: readonly WorkCell[]): StatedUnit | null {
  return agreedUnit(cells, (text) => isHeaderText(text) || isKeyText(text));
}

/**
 * The currency unit that the keys of a form state (`资金金额（万元）`, `年度预算安排（万元）`), where all that state one agree; else null. Names of
 * indicators (`能耗费（元）` under 三级指标) state the unit of their own values and not that of the form.
 */
export function formUnit(cells: readonly WorkCell[]): StatedUnit | null {
  const indicators = Math.min(...cells.filter((cell) => LEVELS.has(fold(cell.text))).map((cell) => cell.r));
  const keys = cells.filter((cell) => cell.r < indicators);
  return agreedUnit(keys, (text) => isHeaderText(text) || isKeyText(text) || (text.length <= LONGEST_KEY && MONEY.test(text)));
}

/** The one unit that cells state; a unit in brackets counts only where `isHead` says that the text is a head. */
function agreedUnit(cells: readonly WorkCell[], isHead: (text: string) => boolean): StatedUnit | null {
  let found: StatedUnit | null = null;
  for (const cell of cells) {
    if (cell.text === '') continue;
    const unit = statedUnit(cell.text) ?? (isHead(cell.text) ? bracketedUnit(cell.text) : null);
    if (unit === null) continue;
    if (found !== null && found.unit !== unit) return null;
    found ??= { unit, cell };
  }
  return found;
}
