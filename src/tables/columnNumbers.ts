import type { WorkCell } from './grid.js';
import { COLUMN_NUMBER_LABELS } from './lexicon.js';
import { fold } from './printedText.js';

const LABELS: ReadonlySet<string> = new Set(COLUMN_NUMBER_LABELS.map(fold));
/** `1`, `(1)`, `1=2+3`, `3=1-2`, `7=3/1*100%`. */
const NUMBERED = /^[(（]?(\d{1,2})[)）]?(?:[(（]?=[\d+\-*/×÷%().（）\s]+[)）]?)?$/u;
const FORMULA = /^[(（]?\d{1,2}([+\-*/×÷]\d{1,2})+[)）]?$/u;
const PLACEHOLDER = /^(\*+|[甲乙丙丁戊]|[A-Ha-h])$/u;

/**
 * Whether a row numbers the columns: 栏次 | 1 | 2 | 3, or 1 | 2 | 3=1+2 without a word. A row label (行次) counts as a word only in the
 * first cell. Needs the numbers to rise by one.
 */
export function isColumnNumberRow(cells: readonly WorkCell[], columns: number): boolean {
  const printed = cells.filter((cell) => cell.text !== '');
  const texts = printed.map((cell) => fold(cell.text));
  let labels = 0;
  while (labels < texts.length && (LABELS.has(texts[labels]!) || PLACEHOLDER.test(texts[labels]!))) labels++;
  const numbered = texts.slice(labels).filter((text) => !PLACEHOLDER.test(text));
  const numbers = numbered.map((text) => (FORMULA.test(text) ? null : NUMBERED.exec(text)?.[1]));
  if (numbers.length === 0 || numbers.some((number) => number === undefined)) return false;
  const known = numbers.filter((number) => number !== null && number !== undefined).map(Number);
  const rising = known.every((number, i) => i === 0 || number === known[i - 1]! + 1 || known.length < numbers.length);
  if (!rising) return false;
  if (labels > 0) return known.length >= 1 && (known[0]! <= 3 || known.length >= 2);
  return numbers.length >= 3 && known[0]! <= 2 && numbers.length >= 0.6 * columns;
}
