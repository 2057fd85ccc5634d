import type { BodyRow } from '../model/index.js';
import { AMOUNT_ENDS, LABEL_COLUMN_ENDS } from './lexicon.js';
import { isAmount, isNumber } from './printedNumber.js';
import { fold } from './printedText.js';

const BRACKET_AT_END = /[（(][^（()）]*[）)]$/u;

/**
 * Whether a table prints no amount at all: no body row, or columns worded for amounts and not one number in a column that is not for labels,
 * codes or ordinals. A table that has no column for amounts is empty only without rows.
 */
export function isEmptyTable(columns: readonly (readonly string[])[], rows: readonly BodyRow[], form: boolean): boolean {
  if (rows.length === 0) return true;
  if (form) return false;
  const leaves = columns.map((path) => fold(path.at(-1) ?? '').replace(BRACKET_AT_END, ''));
  const isLabel = leaves.map((leaf) => LABEL_COLUMN_ENDS.some((end) => leaf.endsWith(end)));
  const forAmounts = leaves.some((leaf, i) => !isLabel[i] && AMOUNT_ENDS.some((end) => leaf.endsWith(end)));
  if (!forAmounts) return false;
  return !rows.some(({ texts }) => texts.some((text, i) => isAmount(text) || (!isLabel[i] && isNumber(text))));
}
