import type { Box } from '../model/index.js';
import type { WorkCell } from './grid.js';
import { isNumber } from './printedNumber.js';
import { bodyText, fold } from './printedText.js';
import { mayGoOn } from './wrappedText.js';

/** A cell above a page break and the cell below it in the same columns. */
export interface BrokenPair {
  above: WorkCell;
  below: WorkCell;
}

/** A column of merged cells is expected to be printed when this share of the merged cells above print it. */
const EXPECTED = 0.75;
/** A row that leaves blank more than this share of what the rows above it always print is of another kind. */
const OTHER_ROW = 0.5;

/**
 * Of the cells on both sides of a page break, those that are one merged cell cut by it. A group of merged cells (a project's name, amounts and
 * goal beside its indicator rows) goes on below when the upper or the lower part lacks what each group prints. Two texts are one only where
 * the lower may be the rest of the upper. `groupsAbove` are the cells of the table so far.
 */
export function cutMerged(pairs: readonly BrokenPair[], groupsAbove: readonly WorkCell[]): BrokenPair[] {
  const merged = pairs.filter(({ above, below }) => above.rs > 1 || below.rs > 1);
  if (merged.length === 0 || merged.some(({ above, below }) => isNumber(above.text) && isNumber(below.text))) return [];
  const lacks = ({ above, below }: BrokenPair) => (above.text === '') !== (below.text === '') && isExpected(above, groupsAbove);
  if (!merged.some(lacks) || beginsOtherRow(pairs, merged, groupsAbove)) return [];
  return merged.filter(({ above, below }) => above.text === '' || below.text === '' || mayGoOn(above, below, groupsAbove));
}

/** Whether the row below leaves blank most of what each row beside the merged cells above prints: it is a row of its own, not one more of theirs. */
function beginsOtherRow(pairs: readonly BrokenPair[], merged: readonly BrokenPair[], cells: readonly WorkCell[]): boolean {
  const from = Math.max(...merged.filter(({ above }) => above.rs > 1).map(({ above }) => above.r));
  if (!Number.isFinite(from)) return false;
  const always = pairs.filter(({ above }) => {
    if (above.rs > 1 || above.text === '') return false;
    const beside = cells.filter((cell) => cell.r >= from && cell.c === above.c && cell.cs === above.cs);
    return beside.length > 1 && beside.every((cell) => cell.text !== '');
  });
  return always.filter(({ below }) => below.text === '').length > OTHER_ROW * always.length;
}

/** Whether merged cells in the column of `cell` are printed as a rule. */
function isExpected(cell: WorkCell, groups: readonly WorkCell[]): boolean {
  const same = groups.filter((other) => other !== cell && other.c === cell.c && other.cs === cell.cs && other.rs > 1);
  return same.length === 0 || same.filter((other) => other.text !== '').length >= EXPECTED * same.length;
}

/** Makes the part of a cell below a page break part of the cell above it; `adjacent` where no repeated head lies between them. */
export function mergeCut({ above, below }: BrokenPair, adjacent: boolean): void {
  const pieces = [...(above.pieces ?? pieceOfCell(above)), ...pieceOfCell(below)];
  if (pieces.length > 1) above.pieces = pieces;
  above.raw = joinRaw(above.raw, below.raw);
  above.text = bodyText(above.raw);
  if (adjacent) above.rs = Math.max(above.rs, below.r + below.rs - above.r);
}

/** Two parts of a cell's text as one; lines clipped at the page's end and printed again on the next page stand once. */
function joinRaw(above: string, below: string): string {
  if (below.trim() === '') return above;
  const upper = above.split('\n');
  const lower = below.split('\n');
  for (let n = Math.min(upper.length, lower.length); n > 0; n--) {
    const end = upper.slice(-n).map(fold).join('');
    if (end.length >= 4 && end === lower.slice(0, n).map(fold).join('')) return [...upper, ...lower.slice(n)].join('\n');
  }
  return [...upper, ...lower].join('\n');
}

function pieceOfCell(cell: WorkCell): { page: number; box: Box; text: string }[] {
  return cell.page === undefined || cell.box === undefined ? [] : [{ page: cell.page, box: cell.box, text: cell.text }];
}
