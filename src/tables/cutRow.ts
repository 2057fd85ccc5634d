import { cellsByRow, type Grid, type WorkCell } from './grid.js';
import { isNumber } from './printedNumber.js';

/** A column is expected to be printed in each row when this share of the rows above print it. */
const EXPECTED = 0.9;
const MIN_ROWS = 3;
/** Rows above the break that are looked at. */
const ROWS_ABOVE = 200;
/** A line is full when at most this many (full-width) characters more would fit in its column. */
const ROOM = 2;
const OPENERS = '（(《“【[〔';
const CLOSERS = '）)》”】]〕';
const CANNOT_BEGIN = /^[，、。；：！？）》”】〕,;:)\]]./u;
/** A short quantity such as an indicator's value: ≤100%, 13名, 5. */
const QUANTITY = /^[≤≥<>=＝＜＞]?\s*\d[\d.,]*\p{L}{0,3}[%％]?$/u;

type Row = ReadonlyMap<number, WorkCell>;

/**
 * Whether the last row of the table so far and the first body row of the next page are one row cut by the page break. The lower row must lack
 * what each row prints. Then they are one when the upper lacks just what the lower has, or when each text of the lower goes on with one of the
 * upper: the upper ends in a full line, or the lower begins as no text begins.
 */
export function isCutRow(above: Grid, bodyStart: number, below: Grid, firstRow: number): boolean {
  const from = Math.max(bodyStart, above.rows - ROWS_ABOVE);
  const rows = cellsByRow({ ...above, cells: above.cells.filter((cell) => cell.r >= from) }).slice(from);
  const upper = printedOf(rows.at(-1) ?? []);
  const lower = printedOf(below.cells.filter((cell) => cell.r === firstRow));
  if (upper.size === 0 || lower.size === 0) return false;
  const both = [...lower].filter(([c]) => upper.has(c)).map(([c, cell]) => ({ above: upper.get(c)!, below: cell }));
  if (both.some((pair) => isValue(pair.above.text) && isValue(pair.below.text))) return false;
  const expected = expectedColumns(rows.slice(0, -1).map(printedOf));
  const missingUpper = expected.filter((c) => !upper.has(c));
  const missingLower = expected.filter((c) => !lower.has(c));
  if (expected.length > 0 && missingLower.length === 0) return false;
  if (both.length > 0 && both.some((pair) => goesOn(pair.above.text, pair.below.text))) return true;
  if (missingUpper.length > 0) return missingUpper.every((c) => lower.has(c)) && missingLower.every((c) => upper.has(c));
  if (missingLower.length === 0 || both.length < lower.size) return false;
  return both.every((pair) => !isNumber(pair.below.text) && isFullLine(pair.above, rows));
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

/** Whether a text below can only go on with the text above: it closes a bracket left open there, or begins as no text does. */
function goesOn(upper: string, lower: string): boolean {
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

/** Whether a cell's last line is as long as the lines of its column get. */
function isFullLine(cell: WorkCell, rows: readonly (readonly WorkCell[])[]): boolean {
  const linesIn = rows.flat().filter((other) => other.c === cell.c && other.cs === cell.cs);
  const longest = Math.max(...linesIn.flatMap((other) => other.raw.split('\n').map(widthOf)));
  return widthOf(cell.raw.trimEnd().split('\n').at(-1)!) >= longest - ROOM;
}

/** The width of a line in full-width characters. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line.trim()) width += /[\u0000-\u00ff]/u.test(character) ? 0.5 : 1;
  return width;
}
