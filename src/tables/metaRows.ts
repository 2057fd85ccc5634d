import type { WorkCell } from './grid.js';
import { type LineParts, lineParts, looksLikeOrganization } from './lineParts.js';
import { isTitleText } from './titleWords.js';

/** Whether a line's parts leave nothing unexplained: it says a unit, label, organization, year or day and nothing else. */
export function isExplained(parts: LineParts): boolean {
  if (parts.note || parts.rest !== '') return false;
  return parts.unit !== null || parts.label !== null || parts.organization !== null || parts.year !== null || parts.asOf !== null;
}

/**
 * Whether the cells of a grid row say who, when and in what unit (434… | 预算年度：2024 | 单位：万元), or are a title printed as a row
 * over all columns, rather than head columns.
 */
export function isMetaRow(cells: readonly WorkCell[], columns: number): boolean {
  const printed = cells.filter((cell) => cell.text !== '');
  if (printed.length === 0) return false;
  const parts = printed.map((cell) => lineParts(cell.text.replaceAll('\n', ' ')));
  const explained = parts.map(isExplained);
  if (explained.every(Boolean)) return true;
  if (printed.length === 1 && columns > 1) {
    const [only] = printed;
    const whole = only!.cs >= columns || (only!.cs >= 0.6 * columns && cells.length <= 2);
    return whole && (isTitleText(parts[0]!.rest) || parts[0]!.unit !== null);
  }
  const rests = parts.filter((_, i) => !explained[i]).map((part) => part.rest);
  return explained.some(Boolean) && parts.some((part) => part.unit !== null || part.year !== null) && rests.every(looksLikeOrganization);
}
