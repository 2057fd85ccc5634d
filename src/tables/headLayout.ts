import { isColumnNumberRow } from './columnNumbers.js';
import { cellsByRow, type Grid, slotsOf, topOf, type WorkCell } from './grid.js';
import { isHeaderText, isTotalText } from './headerWords.js';
import { isMetaRow } from './metaRows.js';
import { isAmount, isDash, isNumber, isYear } from './printedNumber.js';

/** Rows of header under one title; no printed table needs more, and a bound keeps a text-only table from becoming all header. */
const MAX_HEADER_ROWS = 8;
const MAX_HEADER_TEXT = 80;

/** Where the parts of a grid's head lie: meta rows, then header rows, then at most one row of column numbers, then the body. */
export interface HeadLayout {
  headerStart: number;
  headerEnd: number;
  columnNumberRow: number | null;
  bodyStart: number;
  /** Body cells that are printed on a header row: 合计 beside the sub-heads. */
  bodyCells: ReadonlySet<WorkCell>;
}

interface Rows {
  grid: Grid;
  rows: WorkCell[][];
  slots: (WorkCell | undefined)[][];
}

/** Finds meta, header and column-number rows at the top of a grid. */
export function headLayout(whole: Grid): HeadLayout {
  const grid = topOf(whole);
  const all: Rows = { grid, rows: cellsByRow(grid), slots: slotsOf(grid) };
  let start = 0;
  while (start < grid.rows && (isBlankRow(all, start) || isMetaRow(all.rows[start]!, grid.columns))) start++;
  for (let r = start; r < Math.min(grid.rows, start + MAX_HEADER_ROWS); r++) {
    const numbered = isColumnNumberRow(all.rows[r]!, grid.columns);
    if (numbered) return { headerStart: start, headerEnd: r, columnNumberRow: r, bodyStart: r + 1, bodyCells: new Set() };
    if (hasAmounts(all.rows[r]!)) break;
  }
  const end = headerEndOf(all, start);
  return { headerStart: start, headerEnd: end, columnNumberRow: null, bodyStart: end, bodyCells: bodyCellsOf(all, start, end) };
}

/** Total words on the last header row that stand under a single column's head, not under a spanning one, and over no amounts of their own. */
function bodyCellsOf(all: Rows, start: number, end: number): ReadonlySet<WorkCell> {
  if (end - start < 2) return new Set();
  const row = all.rows[end - 1]!.filter((cell) => cell.text !== '');
  const underLeaf = (cell: WorkCell) => (all.slots[end - 2]?.[cell.c]?.text ?? '') !== '' && !hasSpanningParent(all, start, end - 1, cell);
  const beside = row.filter((cell) => isTotalText(cell.text) && underLeaf(cell) && !holdsAmounts(all, end, cell.c));
  return new Set(beside.length < row.length ? beside : []);
}

/** Whether the cell above in the header spans more columns. */
function hasSpanningParent(all: Rows, start: number, r: number, cell: WorkCell): boolean {
  const above = all.slots[r - 1]?.[cell.c];
  return above !== undefined && above.r >= start && above.text !== '' && above.cs > 1 && above.cs >= cell.cs;
}

/** The first row after the header that begins at `start`: by spans, by the format's flags, by text standing over amounts. */
function headerEndOf(all: Rows, start: number): number {
  const { grid } = all;
  const limit = Math.min(grid.rows, start + MAX_HEADER_ROWS);
  if (start >= grid.rows || !mayBeHeader(all.rows[start]!)) return start;
  let end = Math.min(limit, bottomOf(all.rows[start]!, start));
  while (end < limit && (subdivides(all, start, end) || flagged(all, start, end) || standsOverAmounts(all, end)))
    end = Math.min(limit, Math.max(end + 1, bottomOf(all.rows[end]!, end)));
  while (end > start + 1 && isBlankRow(all, end - 1)) end--;
  return end;
}

/** The row after the lowest row that cells beginning in row `r` reach. */
function bottomOf(cells: readonly WorkCell[], r: number): number {
  const texts = cells.filter((cell) => cell.text !== '');
  return texts.reduce((bottom, cell) => Math.max(bottom, cell.r + cell.rs), r + 1);
}

/** Whether row `end` splits a spanning header cell above it, with nothing but total words (合计 printed beside the sub-heads) elsewhere. */
function subdivides(all: Rows, start: number, end: number): boolean {
  const cells = all.rows[end]!.filter((cell) => cell.text !== '');
  if (!mayBeHeader(cells)) return false;
  const inside: WorkCell[] = [];
  const outside: WorkCell[] = [];
  for (const cell of cells) (hasSpanningParent(all, start, end, cell) ? inside : outside).push(cell);
  if (inside.length < 2) return false;
  return (
    outside.every((cell) => isTotalText(cell.text)) || (inside.length > outside.length && cells.every((cell) => isHeaderText(cell.text)))
  );
}

/** Whether the format itself marks row `end`, next to marked rows above, as header. */
function flagged(all: Rows, start: number, end: number): boolean {
  const marked = (r: number) => all.rows[r]!.length > 0 && all.rows[r]!.filter((cell) => cell.text !== '').every((cell) => cell.header);
  return mayBeHeader(all.rows[end]!) && marked(end) && marked(start) && !all.rows.every((_, r) => marked(r));
}

/** Whether row `end` prints words in columns that hold amounts below it: an unmerged header row. */
function standsOverAmounts(all: Rows, end: number): boolean {
  const cells = all.rows[end]!.filter((cell) => cell.text !== '');
  if (!mayBeHeader(cells)) return false;
  const over = cells.filter((cell) => cell.cs === 1 && holdsAmounts(all, end + 1, cell.c));
  return over.length >= 2 && over.every((cell) => isHeaderText(cell.text));
}

/** Whether most printed cells of column `c` from row `from` on are amounts or dashes. */
function holdsAmounts(all: Rows, from: number, c: number): boolean {
  let amounts = 0;
  let others = 0;
  for (let r = from; r < all.grid.rows; r++) {
    const cell = all.slots[r]?.[c];
    if (cell === undefined || cell.r !== r || cell.text === '') continue;
    if (isNumber(cell.text) || isDash(cell.text)) amounts++;
    else others++;
  }
  return amounts > others;
}

/** Whether a row prints an amount; years alone are header text of comparisons. */
function hasAmounts(cells: readonly WorkCell[]): boolean {
  return cells.some((cell) => isAmount(cell.text));
}

/** Whether nothing in the row forbids that it is header: some text, no amount, no long text, no plain number but years. */
function mayBeHeader(cells: readonly WorkCell[]): boolean {
  const texts = cells.filter((cell) => cell.text !== '');
  return (
    texts.length > 0 &&
    texts.every((cell) => (!isNumber(cell.text) || isYear(cell.text)) && !isDash(cell.text) && cell.text.length <= MAX_HEADER_TEXT)
  );
}

function isBlankRow(all: Rows, r: number): boolean {
  return all.slots[r]!.every((cell) => cell === undefined || cell.text === '');
}
