import { cellsByRow, type Grid, type WorkCell } from './grid.js';
import { isNumber } from './printedNumber.js';
import { isNextItem, mayGoOn, mustGoOn } from './wrappedText.js';

/** A column is expected to be printed in each row when this share of the rows above print it. */
const EXPECTED = 0.9;
const MIN_ROWS = 3;
/** Rows above the break that are looked at. */
const ROWS_ABOVE = 200;
/** A short quantity such as an indicator's value: ≤100%, 13名, 5. */
const QUANTITY = /^[≤≥<>=＝＜＞]?\s*\d[\d.,]*\p{L}{0,3}[%％]?$/u;

type Row = ReadonlyMap<number, WorkCell>;

/**
 * Whether the last row of the table so far and the first body row of the next page are one row cut by the page break. The lower row must lack
 * what each row prints. Then they are one when the upper lacks just what the lower has, or when each text of the lower goes on with one of the
 * upper: the upper ends in a full line, or the lower begins as no text begins. The next item of a list in a cell is also the rest of its row.
 */
export function isCutRow(above: Grid, bodyStart: number, below: Grid, firstRow: number): boolean {
  const from = Math.max(bodyStart, above.rows - ROWS_ABOVE);
  const rows = cellsByRow({ ...above, cells: above.cells.filter((cell) => cell.r >= from) }).slice(from);
  const upper = printedOf(rows.at(-1) ?? []);
  const lower = printedOf(below.cells.filter((cell) => cell.r === firstRow));
  if (upper.size === 0 || lower.size === 0) return false;
  const both = [...lower].filter(([c]) => upper.has(c)).map(([c, cell]) => ({ above: upper.get(c)!, below: cell }));
  if (both.some((pair) => isValue(pair.above.text) && isValue(pair.below.text))) return false;
  if (isRestOfList(upper, lower)) return true;
  const expected = expectedColumns(rows.slice(0, -1).map(printedOf));
  const missingUpper = expected.filter((c) => !upper.has(c));
  const missingLower = expected.filter((c) => !lower.has(c));
  if (expected.length > 0 && missingLower.length === 0) return false;
  if (both.length > 0 && both.some((pair) => mustGoOn(pair.above.text, pair.below.text))) return true;
  if (missingUpper.length > 0) return missingUpper.every((c) => lower.has(c)) && missingLower.every((c) => upper.has(c));
  if (missingLower.length === 0 || both.length < lower.size) return false;
  return both.every((pair) => !isNumber(pair.below.text) && mayGoOn(pair.above, pair.below, rows.flat()));
}

/** Whether the lower row prints nothing but the next item of a list whose label stands in the upper row. */
function isRestOfList(upper: Row, lower: Row): boolean {
  const [only] = lower;
  if (only === undefined || lower.size > 1) return false;
  const [c, cell] = only;
  const above = upper.get(c);
  return above !== undefined && [...upper.keys()].some((column) => column < c) && isNextItem(above.raw, cell.raw);
}

function isValue(text: string): boolean {
  return isNumber(text) || QUANTITY.test(text);
}

/** The printed cells of a row by the column they begin in. */
function printedOf(cells: readonly WorkCell[]): Row {
  return new Map(cells.filter((cell) => cell.text !== '').map((cell) => [cell.c, cell]));
}

/** The columns that (nearly) every row prints. */
function expectedColumns(rows: readonly Row[]): number[] {
  const printed = rows.filter((row) => row.size > 0);
  if (printed.length < MIN_ROWS) return [];
  const counts = new Map<number, number>();
  for (const row of printed) for (const c of row.keys()) counts.set(c, (counts.get(c) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= EXPECTED * printed.length).map(([c]) => c);
}
