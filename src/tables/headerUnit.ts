import type { WorkCell } from './grid.js';
import { isHeaderText, isKeyText } from './headerWords.js';
import { bracketedUnit, statedUnit } from './printedUnit.js';

/** The currency unit that head cells or keys state (`价值（金额单位：万元）`, `预算金额（万元）`), where all that state one agree; else null. */
export function headerUnit(cells: readonly WorkCell[]): { unit: string; cell: WorkCell } | null {
  let found: { unit: string; cell: WorkCell } | null = null;
  for (const cell of cells) {
    if (cell.text === '') continue;
    const stated = statedUnit(cell.text);
    const unit = stated ?? (isHeaderText(cell.text) || isKeyText(cell.text) ? bracketedUnit(cell.text) : null);
    if (unit === null) continue;
    if (found !== null && found.unit !== unit) return null;
    found ??= { unit, cell };
  }
  return found;
}
