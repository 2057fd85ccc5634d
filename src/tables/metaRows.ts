import type { WorkCell } from './grid.js';
import { lineParts, yearAlone } from './lineParts.js';
import { looksLikeOrganization } from './organizationName.js';
import { isTitleText } from './titleWords.js';

/**
 * Whether the cells of a grid row say who, when and in what unit (434… | 预算年度：2024 | 单位：万元), or are a title printed as a row
 * over all columns, rather than head columns.
 */
export function isMetaRow(cells: readonly WorkCell[], columns: number): boolean {
  const printed = cells.filter((cell) => cell.text !== '');
  if (printed.length === 0) return false;
  const parts = printed.map((cell) => lineParts(cell.text.replaceAll('\n', ' ')));
  // A line that is nothing but 附件2 leaves nothing to explain.
  const explained = parts.map((part) => part.explained || part.rest === '');
  if (explained.every(Boolean)) return true;
  if (printed.length === 1 && columns > 1) {
    const [only] = printed;
    const whole = only!.cs >= columns || (only!.cs >= 0.6 * columns && cells.length <= 2);
    return whole && (isTitleText(parts[0]!.rest) || yearAlone(parts[0]!.rest) !== null || parts[0]!.unit !== null);
  }
  const rests = parts.filter((_, i) => !explained[i]).map((part) => part.rest);
  return explained.some(Boolean) && parts.some((part) => part.unit !== null || part.year !== null) && rests.every(looksLikeOrganization);
}
