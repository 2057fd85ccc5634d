import { type Grid, slotsOf, type WorkCell } from './grid.js';
import { headText } from './printedText.js';

/** The columns of a table's body: the grid column each stands in, and its header path from top to leaf. */
export interface BodyColumns {
  columnAt: number[];
  columns: string[][];
}

/** A column narrower than this (points) holds no text: a fragment between two rules. */
const MIN_WIDTH = 12;

interface Leaf {
  cell: WorkCell;
  path: string[];
}

/**
 * Reads the header rows into one path a body column. A header cell over several columns stands in each path; a leaf over several columns
 * is written at the first that has a body of its own, later ones get an empty path. Columns with neither header nor body are left out.
 * `header` are the header cells, `body` the body cells.
 */
export function bodyColumns(grid: Grid, header: readonly WorkCell[], body: readonly WorkCell[]): BodyColumns {
  const leaves = leavesOf(grid, header);
  const blank = blankLeaves(header, leaves);
  const kept = keptColumns(grid, leaves, body, blank);
  const written = new Set<WorkCell>();
  const columns = kept.map((c) => {
    const leaf = leaves[c];
    if (leaf === undefined) return [];
    if (leaf.cell.cs > 1 && written.has(leaf.cell) && !blank.has(c)) return [];
    written.add(leaf.cell);
    return leaf.path;
  });
  return { columnAt: kept, columns };
}

/**
 * The head that goes on over a blank one: a row of heads without any merged cell prints 2023年决算数 | (blank) | (blank) over 合计 | 基本支出 | 项目支出. Each column must
 * have a head of its own below.
 */
function goesOnFrom(row: readonly (WorkCell | undefined)[], below: readonly (WorkCell | undefined)[], c: number): WorkCell | undefined {
  if (row.some((cell) => cell !== undefined && (cell.cs > 1 || cell.rs > 1))) return undefined;
  for (let at = c; at >= 0 && (below[at]?.text ?? '') !== ''; at -= 1) if ((row[at]?.text ?? '') !== '') return row[at];
  return undefined;
}

/** For each grid column the lowest printed header cell over it and the path down to it. */
function leavesOf(grid: Grid, header: readonly WorkCell[]): (Leaf | undefined)[] {
  const rows = header.reduce((last, cell) => Math.max(last, cell.r + 1), 0);
  const slots = slotsOf({ rows, columns: grid.columns, cells: [...header] });
  return Array.from({ length: grid.columns }, (_, c) => {
    const over: WorkCell[] = [];
    for (const [r, row] of slots.entries()) {
      const cell = (row[c]?.text ?? '') === '' ? goesOnFrom(row, slots[r + 1] ?? [], c) : row[c];
      if (cell !== undefined && cell.text !== '' && cell !== over.at(-1)) over.push(cell);
    }
    const lowest = over.at(-1);
    return lowest === undefined ? undefined : { cell: lowest, path: over.map((cell) => headText(cell.raw)) };
  });
}

/** The columns whose head is a blank cell of its own, no sliver, under a printed head over several columns: 类 | (款) | (项) left blank. */
function blankLeaves(header: readonly WorkCell[], leaves: readonly (Leaf | undefined)[]): ReadonlySet<number> {
  const blank = new Set<number>();
  for (const cell of header) {
    const over = leaves[cell.c]?.cell;
    const width = cell.box === undefined ? Number.POSITIVE_INFINITY : cell.box[2] - cell.box[0];
    if (cell.text === '' && cell.cs === 1 && width >= MIN_WIDTH && over !== undefined && over.cs > 1 && over.r < cell.r) blank.add(cell.c);
  }
  return blank;
}

/** The grid columns that are columns of the table, in order. */
function keptColumns(grid: Grid, leaves: readonly (Leaf | undefined)[], body: readonly WorkCell[], blank: ReadonlySet<number>): number[] {
  const own = new Set<number>();
  for (const cell of body) if (cell.text !== '' && cell.cs === 1) own.add(cell.c);
  const kept = new Set([...own, ...blank]);
  for (let c = 0; c < grid.columns; c++) {
    const leaf = leaves[c]?.cell;
    if (leaf === undefined || leaf.c !== c) continue;
    const under = Array.from({ length: leaf.cs }, (_, i) => c + i);
    if (!under.some((column) => own.has(column))) kept.add(c);
  }
  for (const cell of body) {
    if (cell.text === '' || cell.cs === 1) continue;
    if (columnFor(cell, kept) === null) kept.add(cell.c);
  }
  return [...kept].sort((a, b) => a - b);
}

/** The kept column a cell is written in: where it starts, else the first kept one it covers, or null. */
export function columnFor(cell: { c: number; cs: number }, kept: ReadonlySet<number>): number | null {
  for (let c = cell.c; c < cell.c + cell.cs; c++) if (kept.has(c)) return c;
  return null;
}
