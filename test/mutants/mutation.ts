import type { Block, DocumentModel, RawCell, RawGrid } from '../../src/model/index.js';
import type { PrintedCell } from './printedCells.js';

/** A document read wrong in one way. `touched` are the lines whose reading is meant to change. */
export interface Mutant {
  model: DocumentModel;
  touched: readonly PrintedCell[];
  note: string;
}

/** What a kind of mutant needs: the document, its printed amounts, titles of its tables and a source of random numbers in [0, 1). */
export interface Original {
  model: DocumentModel;
  cells: readonly PrintedCell[];
  titles: readonly (string | null)[];
  random: () => number;
}

/** Makes a mutant; null where the document has nothing to change in this way, or not at the place that was drawn. */
export type Mutation = (original: Original) => Mutant | null;

/** One of the items at random. */
export function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** The document with changed blocks. */
export function withBlocks(model: DocumentModel, change: (block: Block, index: number) => Block): DocumentModel {
  return { ...model, blocks: model.blocks.map(change) };
}

/** The document with changed grids of some blocks. */
export function withGrids(
  model: DocumentModel,
  blocks: ReadonlySet<number>,
  change: (grid: RawGrid, block: number) => RawGrid,
): DocumentModel {
  return withBlocks(model, (block, index) =>
    block.type === 'table' && blocks.has(index) ? { ...block, grid: change(block.grid, index) } : block,
  );
}

/** The document with other texts in some cells. */
export function withTexts(model: DocumentModel, texts: ReadonlyMap<RawCell, string>, blocks: ReadonlySet<number>): DocumentModel {
  return withGrids(model, blocks, (grid) => ({
    ...grid,
    cells: grid.cells.map((cell) => {
      const text = texts.get(cell);
      return text === undefined ? cell : { ...cell, text };
    }),
  }));
}

/** The blocks of the model that some cells stand in. */
export function blocksOf(cells: readonly PrintedCell[]): Set<number> {
  return new Set(cells.map(({ block }) => block));
}

/** A cell in words: table, row, column and what is printed. */
export function labelOf({ line }: PrintedCell): string {
  return `t${line.table_id.split('-t')[1]} r${line.r} c${line.c} ${line.row_path.at(-1)} / ${line.column_path.join(' / ')} ${line.printed}`;
}
