import fc from 'fast-check';

/** A cell of a random grid: place, spans, text. */
export interface RandomCell {
  r: number;
  c: number;
  rs: number;
  cs: number;
  text: string;
}

export interface RandomGrid {
  rows: number;
  columns: number;
  cells: RandomCell[];
}

const text = fc.oneof(
  fc.constantFrom('', '合计', '一、一般公共服务支出', '937.79', '-', '0.00', '16,410.71', '<&">', '小计\n其中'),
  fc.integer({ min: -99_999, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
);

/** Grids completely tiled by cells with random spans, in which every column and every row has a cell that starts there. */
export const randomGrid: fc.Arbitrary<RandomGrid> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 2, max: 7 }),
    wish: fc.array(fc.tuple(fc.nat(2), fc.nat(2), text), { minLength: 49, maxLength: 49 }),
  })
  .map(({ rows, columns, wish }) => ({ rows, columns, cells: tile(rows, columns, wish) }))
  .filter(
    ({ rows, columns, cells }) =>
      every(columns, (c) => cells.some((cell) => cell.c === c)) && every(rows, (r) => cells.some((cell) => cell.r === r)),
  );

/** Fills a grid from the top left: each free slot starts a cell, as large as wished where there is room. */
function tile(rows: number, columns: number, wish: readonly [number, number, string][]): RandomCell[] {
  const taken = new Set<string>();
  const cells: RandomCell[] = [];
  const free = (r: number, c: number) => c < columns && !taken.has(`${r},${c}`);
  for (let r = 0; r < rows; r += 1)
    for (let c = 0; c < columns; c += 1) {
      if (!free(r, c)) continue;
      const [down, right, text] = wish[cells.length]!;
      let cs = 1;
      while (cs <= right && free(r, c + cs)) cs += 1;
      const rs = Math.min(down + 1, rows - r);
      for (let dr = 0; dr < rs; dr += 1) for (let dc = 0; dc < cs; dc += 1) taken.add(`${r + dr},${c + dc}`);
      cells.push({ r, c, rs, cs, text });
    }
  return cells;
}

/** Whether a condition holds for 0 ... count - 1. */
function every(count: number, holds: (index: number) => boolean): boolean {
  return Array.from({ length: count }, (_, index) => index).every(holds);
}
