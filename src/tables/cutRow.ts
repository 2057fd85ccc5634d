import { cellsByRow, type Grid, type WorkCell } from './grid.js';
import { isNumber } from './printedNumber.js';

/** A column is expected to be printed in each row when this share of the rows above print it. */
const EXPECTED = 0.9;
const MIN_ROWS = 3;
/** Rows above the break that are looked at. */
const ROWS_ABOVE = 200;
const OPENERS = '（(《“【[〔';
const CLOSERS = '）)》”】]〕';
const CANNOT_BEGIN = /^[，、。；：！？）》”】〕,.;:)\]%％]/u;

type Texts = ReadonlyMap<number, string>;

/**
 * Whether the last row of the table so far and the first body row of the next page are one row cut by the page break. They are when
 * together they print what each row prints and neither does alone, or when a text of the second can only go on with one of the first.
 */
export function isCutRow(above: Grid, bodyStart: number, below: Grid, firstRow: number): boolean {
  const from = Math.max(bodyStart, above.rows - ROWS_ABOVE);
  const rows = cellsByRow({ ...above, cells: above.cells.filter((cell) => cell.r >= from) }).slice(from);
  const upper = textsOf(rows.at(-1) ?? []);
  const lower = textsOf(below.cells.filter((cell) => cell.r === firstRow));
  if (upper.size === 0 || lower.size === 0) return false;
  for (const [c, text] of lower) if (isNumber(text) && isNumber(upper.get(c) ?? '')) return false;
  for (const [c, text] of lower) if (goesOn(upper.get(c), text)) return true;
  const expected = expectedColumns(rows.slice(0, -1).map(textsOf));
  const missingUpper = expected.filter((c) => !upper.has(c));
  const missingLower = expected.filter((c) => !lower.has(c));
  if (missingLower.length === 0) return false;
  if (missingUpper.length > 0) return missingUpper.every((c) => lower.has(c)) && missingLower.every((c) => upper.has(c));
  return [...lower].every(([c, text]) => upper.has(c) && !isNumber(text));
}

/** The printed texts of a row by the column they begin in. */
function textsOf(cells: readonly WorkCell[]): Texts {
  return new Map(cells.filter((cell) => cell.text !== '').map((cell) => [cell.c, cell.text]));
}

/** The columns that (nearly) every row prints. */
function expectedColumns(rows: readonly Texts[]): number[] {
  const printed = rows.filter((row) => row.size > 0);
  if (printed.length < MIN_ROWS) return [];
  const counts = new Map<number, number>();
  for (const row of printed) for (const c of row.keys()) counts.set(c, (counts.get(c) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= EXPECTED * printed.length).map(([c]) => c);
}

/** Whether a text below can only go on with the text above: it closes a bracket left open there, or begins as no text does. */
function goesOn(upper: string | undefined, lower: string): boolean {
  if (upper === undefined || upper === '') return false;
  if (CANNOT_BEGIN.test(lower)) return true;
  return openBrackets(upper) > 0 && openBrackets(lower) < 0;
}

/** Brackets opened and not closed in a text; negative where it closes more than it opens. */
function openBrackets(text: string): number {
  let open = 0;
  for (const character of text) {
    if (OPENERS.includes(character)) open++;
    if (CLOSERS.includes(character)) open--;
  }
  return open;
}
