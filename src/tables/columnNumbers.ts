import type { WorkCell } from './grid.js';
import { CODE_PIECE_WORDS, COLUMN_NUMBER_LABELS, ROW_NUMBER_LABELS } from './lexicon.js';
import { fold } from './printedText.js';

const ROW_NUMBERS: ReadonlySet<string> = new Set(ROW_NUMBER_LABELS.map(fold));
const LABELS: ReadonlySet<string> = new Set([...COLUMN_NUMBER_LABELS, ...ROW_NUMBER_LABELS].map(fold));
const CODE_PIECES: ReadonlySet<string> = new Set(CODE_PIECE_WORDS);
/** `1`, `(1)`, `1=2+3`, `3=1-2`, `7=3/1*100%`. */
const NUMBERED = /^[(（]?(\d{1,2})[)）]?(?:[(（]?=[\d+\-*/×÷%().（）\s]+[)）]?)?$/u;
const FORMULA = /^[(（]?\d{1,2}([+\-*/×÷]\d{1,2})+[)）]?$/u;
const STARS = /^\*+$/u;
const PLACEHOLDER = /^(\*+|[甲乙丙丁戊]|[A-Ha-h])$/u;

/** Whether a cell of a row of column numbers is a head of its own: 类 | 款 | 项 | 栏次 | 1 | 2 names the pieces of the code in the same row. */
export function isCodePieceHead(cell: WorkCell): boolean {
  return CODE_PIECES.has(fold(cell.text));
}

/** The cells of a row without the heads of code pieces in front and the words that open the numbers of a further side (栏次 | 1 | 栏次 | 2). */
function numberedTexts(cells: readonly WorkCell[]): string[] {
  const texts = cells.filter((cell) => cell.text !== '').map((cell) => fold(cell.text));
  let pieces = 0;
  while (CODE_PIECES.has(texts[pieces] ?? '')) pieces += 1;
  const rest = texts.slice(pieces);
  if (!LABELS.has(rest[0] ?? '')) return texts;
  return rest.filter((text, i) => i === 0 || !LABELS.has(text) || ROW_NUMBERS.has(text));
}

/**
 * Whether a row numbers the columns: 栏次 | 1 | 2 | 3, 栏次 | 1 | 栏次 | 2 over two sides, 1 | 2 | 3=1+2 without a word, or ** in every column. A row label (行次) counts as a
 * word only in the first cell. Needs the numbers to rise by one.
 */
export function isColumnNumberRow(cells: readonly WorkCell[], columns: number): boolean {
  const texts = numberedTexts(cells);
  const printed = cells.filter((cell) => cell.text !== '');
  if (printed.length > 1 && printed.every((cell) => STARS.test(fold(cell.text)))) return true;
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
