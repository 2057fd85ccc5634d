import { textRows } from '../aligned/alignment.js';
import { textOf } from '../page/lines.js';
import type { Run } from '../page/runs.js';
import { type FilledGrid, fillGrid } from './fillGrid.js';
import type { GridCellSpan, PageGrid } from './ruledGrid.js';

/** How far (in font sizes) a text may reach over a border and still stand beside it. */
const OVER = 0.3;
/** Share of the undivided cells that must fall apart at the borders before they are divided. */
const MOST = 0.6;

/** The filled grid with borders that were not drawn in some rows: cells divided where header borders pass through their gaps. */
export function divideColumns(filled: FilledGrid): FilledGrid {
  const { grid, runs } = filled;
  const stretches = new Map<string, { cells: number[]; apart: number; across: number }>();
  grid.cells.forEach((cell, i) => {
    if (cell.cs < 2 || runs[i]!.length === 0) return;
    const key = `${cell.c} ${cell.cs}`;
    let stretch = stretches.get(key);
    if (stretch === undefined) {
      stretch = { cells: [], apart: 0, across: 0 };
      stretches.set(key, stretch);
    }
    const inner = grid.xs.slice(cell.c + 1, cell.c + cell.cs);
    const crossing = runs[i]!.some((run) => inner.some((x) => run.box[0] < x - OVER * run.size && run.box[2] > x + OVER * run.size));
    if (crossing) stretch.across++;
    else {
      stretch.cells.push(i);
      if (columnsWithText(cell, runs[i]!, grid.xs) > 1) stretch.apart++;
    }
  });
  const divided = new Set<number>();
  for (const { cells, apart, across } of stretches.values())
    if (apart >= 2 && apart >= MOST * (cells.length + across)) for (const i of cells) divided.add(i);
  if (divided.size === 0) return filled;
  const cells: GridCellSpan[] = grid.cells.flatMap((cell, i) =>
    divided.has(i) ? Array.from({ length: cell.cs }, (_, k) => ({ r: cell.r, c: cell.c + k, rs: cell.rs, cs: 1 })) : [cell],
  );
  return fillGrid({ xs: grid.xs, ys: grid.ys, cells }, runs.flat()).filled;
}

/** The number of a spanning cell's columns that have text. */
function columnsWithText(cell: GridCellSpan, runs: readonly Run[], xs: readonly number[]): number {
  let count = 0;
  for (let c = cell.c; c < cell.c + cell.cs; c++)
    if (runs.some((run) => (run.box[0] + run.box[2]) / 2 >= xs[c]! && (run.box[0] + run.box[2]) / 2 < xs[c + 1]!)) count++;
  return count;
}

const NUMBER = /^[-−–(（]?(?:[\d,]+(?:\.\d+)?|\.\d+)%?[)）]?$/;

/** The filled grid with tall rows cut at their lines, where most of the table's lines stand in rows without rules between. */
export function divideRows(filled: FilledGrid): FilledGrid {
  const { grid, runs } = filled;
  const cuts = new Map<number, number[]>();
  let whole = 0;
  let parts = 0;
  const members = membersByRow(filled);
  for (let r = 0; r + 1 < grid.ys.length; r++) {
    const at = cutsOfRow(members[r]!, grid);
    if (at.length > 0) {
      cuts.set(r, at);
      parts += at.length + 1;
    } else whole++;
  }
  if (cuts.size === 0 || parts <= whole) return filled;
  return fillGrid(withCuts(grid, cuts), runs.flat()).filled;
}

/** A cell that lies in a row, with its runs. */
interface Member {
  readonly cell: GridCellSpan;
  readonly runs: readonly Run[];
}

/** The cells of each row, spanning ones included. */
function membersByRow({ grid, runs }: FilledGrid): Member[][] {
  const members: Member[][] = grid.ys.map(() => []);
  grid.cells.forEach((cell, i) => {
    for (let r = cell.r; r < cell.r + cell.rs; r++) members[r]!.push({ cell, runs: runs[i]! });
  });
  return members;
}

/** The y at which a row falls into lines: at least two columns have text on each of them, one of them numbers; else none. */
function cutsOfRow(members: readonly Member[], grid: PageGrid): number[] {
  if (!members.some(({ runs }) => runs.length >= 3) || members.some(({ cell, runs }) => cell.rs > 1 && runs.length > 0)) return [];
  const own = members.flatMap((member) => member.runs);
  if (own.length < 6) return [];
  const rows = textRows(own);
  if (rows.length < 3) return [];
  let numeric = 0;
  for (const { cell } of members) {
    const [x0, x1] = [grid.xs[cell.c]!, grid.xs[cell.c + cell.cs]!];
    const numbers = rows.filter((row) =>
      row.segments.some((segment) => {
        const middle = (segment.x0 + segment.x1) / 2;
        return middle > x0 && middle < x1 && NUMBER.test(textOf(segment.run.glyphs));
      }),
    );
    if (numbers.length >= 3 && numbers.length >= 0.7 * rows.length) numeric++;
  }
  const shared = rows.filter((row) => row.segments.length > 1).length;
  if (numeric === 0 || shared < 0.7 * rows.length) return [];
  return rows.slice(1).map((row, i) => (rows[i]!.y1 + row.y0) / 2);
}

/** The grid with more row borders; a cell of one row becomes one cell a part, a spanning cell spans the parts. */
function withCuts(grid: PageGrid, cuts: ReadonlyMap<number, readonly number[]>): PageGrid {
  const start: number[] = [];
  const ys: number[] = [];
  for (let r = 0; r < grid.ys.length; r++) {
    start.push(ys.length);
    ys.push(grid.ys[r]!, ...(cuts.get(r) ?? []));
  }
  const cells = grid.cells.flatMap((cell): GridCellSpan[] => {
    const from = start[cell.r]!;
    const to = start[cell.r + cell.rs]!;
    if (cell.rs > 1) return [{ r: from, c: cell.c, rs: to - from, cs: cell.cs }];
    return Array.from({ length: to - from }, (_, k) => ({ r: from + k, c: cell.c, rs: 1, cs: cell.cs }));
  });
  return { xs: grid.xs, ys, cells };
}
