import type { RawCell, RawGrid } from '../../src/model/index.js';
import { blocksOf, labelOf, type Mutation, pick, withBlocks, withGrids, withTexts } from './mutation.js';
import type { PrintedCell } from './printedCells.js';

/** A grid without one of its rows. */
function withoutRow(grid: RawGrid, row: number): RawGrid {
  const cells = grid.cells.flatMap((cell) => {
    if (cell.r === row && cell.rs === 1) return [];
    if (cell.r > row) return [{ ...cell, r: cell.r - 1 }];
    return cell.r + cell.rs > row && cell.rs > 1 ? [{ ...cell, rs: cell.rs - 1 }] : [cell];
  });
  return { ...grid, rows: grid.rows - 1, cells };
}

/** A row that is not read at all. */
export const droppedRow: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const touched = cells.filter((other) => other.block === one.block && other.cell.r === one.cell.r);
  return { model: withGrids(model, blocksOf([one]), (grid) => withoutRow(grid, one.cell.r)), touched, note: labelOf(one) };
};

/** A grid without one of its columns. */
function withoutColumn(grid: RawGrid, column: number): RawGrid {
  const cells = grid.cells.flatMap((cell) => {
    if (cell.c === column && cell.cs === 1) return [];
    if (cell.c > column) return [{ ...cell, c: cell.c - 1 }];
    return cell.c + cell.cs > column && cell.cs > 1 ? [{ ...cell, cs: cell.cs - 1 }] : [cell];
  });
  return { ...grid, columns: grid.columns - 1, cells };
}

/** The amounts of a column of a table, on all pages where the column has the same place in the block. */
function columnOf(cells: readonly PrintedCell[], one: PrintedCell): PrintedCell[] {
  return cells.filter((other) => other.table === one.table && other.cell.c === one.cell.c && other.line.c === one.line.c);
}

/** A column that is not read at all, on any page. */
export const droppedColumn: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const touched = columnOf(cells, one);
  const blocks = blocksOf(touched);
  const smaller = withBlocks(model, (block, index) =>
    block.type === 'table' && blocks.has(index)
      ? {
          ...block,
          grid: withoutColumn(block.grid, one.cell.c),
          columnEdges: block.columnEdges?.filter((_, edge) => edge !== one.cell.c + 1),
        }
      : block,
  );
  return { model: smaller, touched, note: labelOf(one) };
};

/** What a cell of amounts may print. */
const AMOUNT_OR_BLANK = /^[\d.,\s-]*$/;

/** The texts of two columns of a grid in each other's place, in rows where either has an amount; null where a cell beside an amount is missing or prints words. */
function exchanged(grid: RawGrid, rows: ReadonlySet<number>, columns: readonly [number, number]): Map<RawCell, string> | null {
  const at = new Map(grid.cells.map((cell) => [`${cell.r}|${cell.c}`, cell]));
  const texts = new Map<RawCell, string>();
  for (const r of rows) {
    const [first, second] = columns.map((c) => at.get(`${r}|${c}`));
    if (!first || !second || ![first, second].every(({ text }) => AMOUNT_OR_BLANK.test(text))) return null;
    if (first.text !== second.text) texts.set(first, second.text).set(second, first.text);
  }
  return texts;
}

/** The amounts of two columns beside each other read in each other's place, below unchanged headers. */
export const shiftedColumn: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const side = random() < 0.5 ? 1 : -1;
  const blocks = blocksOf(columnOf(cells, one));
  const inColumns = cells.filter(
    ({ table, block, cell }) => table === one.table && blocks.has(block) && (cell.c === one.cell.c || cell.c === one.cell.c + side),
  );
  const texts = new Map<RawCell, string>();
  for (const index of blocks) {
    const block = model.blocks[index];
    if (block?.type !== 'table') continue;
    const rows = new Set(inColumns.filter((other) => other.block === index).map(({ cell }) => cell.r));
    const changed = exchanged(block.grid, rows, [one.cell.c, one.cell.c + side]);
    if (!changed) return null;
    for (const [cell, text] of changed) texts.set(cell, text);
  }
  const touched = inColumns.filter(({ cell }) => texts.has(cell));
  return touched.length === 0
    ? null
    : { model: withTexts(model, texts, blocks), touched, note: `${labelOf(one)} ${side > 0 ? 'right' : 'left'}` };
};
