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

/** Makes a mutant; null where the document has nothing to change in this way. */
export type Mutation = (original: Original) => Mutant | null;

/** One of the items at random. */
function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** The document with changed blocks. */
function withBlocks(model: DocumentModel, change: (block: Block, index: number) => Block): DocumentModel {
  return { ...model, blocks: model.blocks.map(change) };
}

/** The document with changed grids of some blocks. */
function withGrids(model: DocumentModel, blocks: ReadonlySet<number>, change: (grid: RawGrid, block: number) => RawGrid): DocumentModel {
  return withBlocks(model, (block, index) =>
    block.type === 'table' && blocks.has(index) ? { ...block, grid: change(block.grid, index) } : block,
  );
}

/** The document with other texts in some cells. */
function withTexts(model: DocumentModel, texts: ReadonlyMap<RawCell, string>, blocks: ReadonlySet<number>): DocumentModel {
  return withGrids(model, blocks, (grid) => ({
    ...grid,
    cells: grid.cells.map((cell) => {
      const text = texts.get(cell);
      return text === undefined ? cell : { ...cell, text };
    }),
  }));
}

const blocksOf = (cells: readonly PrintedCell[]) => new Set(cells.map(({ block }) => block));
const labelOf = ({ line }: PrintedCell) =>
  `t${line.table_id.split('-t')[1]} ${line.row_path.at(-1)} / ${line.column_path.join(' / ')} ${line.printed}`;

/** A digit of an amount read as another one. */
const digit: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const places = [...one.cell.text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = pick(places, random);
  if (at === undefined) return null;
  const other = String((Number(one.cell.text[at]) + 1 + Math.floor(random() * 9)) % 10);
  const text = one.cell.text.slice(0, at) + other + one.cell.text.slice(at + 1);
  return { model: withTexts(model, new Map([[one.cell, text]]), blocksOf([one])), touched: [one], note: `${labelOf(one)} -> ${text}` };
};

/** Two amounts beside each other, or under each other, read in each other's place. */
const neighbours: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const near = cells.filter(
    (other) =>
      other.block === one.block &&
      other.cell.text !== one.cell.text &&
      Math.abs(other.cell.r - one.cell.r) + Math.abs(other.cell.c - one.cell.c) === 1,
  );
  const other = pick(near, random);
  if (!other) return null;
  const texts = new Map([
    [one.cell, other.cell.text],
    [other.cell, one.cell.text],
  ]);
  return { model: withTexts(model, texts, blocksOf([one])), touched: [one, other], note: `${labelOf(one)} <-> ${labelOf(other)}` };
};

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
const droppedRow: Mutation = ({ model, cells, random }) => {
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
const droppedColumn: Mutation = ({ model, cells, random }) => {
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

/** The amounts of two columns read in each other's place, below unchanged headers. */
const shiftedColumn: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const column = columnOf(cells, one);
  const blocks = blocksOf(column);
  const side = random() < 0.5 ? 1 : -1;
  const texts = new Map<RawCell, string>();
  for (const index of blocks) {
    const block = model.blocks[index];
    if (block?.type !== 'table') continue;
    const at = new Map(block.grid.cells.map((cell) => [`${cell.r}|${cell.c}`, cell]));
    for (const { cell } of column.filter((other) => other.block === index)) {
      const beside = at.get(`${cell.r}|${cell.c + side}`);
      if (!beside || beside.text === cell.text || !/^[\d.,\s-]*$/.test(beside.text)) return null;
      texts.set(cell, beside.text).set(beside, cell.text);
    }
  }
  return texts.size === 0
    ? null
    : { model: withTexts(model, texts, blocks), touched: column, note: `${labelOf(one)} ${side > 0 ? 'right' : 'left'}` };
};

/** An amount with its point moved four digits to the right: 12.34 -> 123400. */
function scaled(text: string): string {
  return text.replace(/(\d[\d,]*)(?:\.(\d+))?/, (_, whole: string, fraction = '') => {
    const digits = fraction.padEnd(4, '0');
    const rest = digits.slice(4).replace(/0+$/, '');
    return `${whole.replaceAll(',', '')}${digits.slice(0, 4)}`.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
  });
}

/** All amounts of a table ten thousand times as large. */
const scaledTable: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const touched = cells.filter(({ table }) => table === one.table);
  const texts = new Map(touched.map(({ cell }) => [cell, scaled(cell.text)]));
  return { model: withTexts(model, texts, blocksOf(touched)), touched, note: `t${one.table}` };
};

/** All amounts of all tables ten thousand times as large. */
const scaledDocument: Mutation = ({ model, cells }) => {
  if (cells.length === 0) return null;
  const texts = new Map(cells.map(({ cell }) => [cell, scaled(cell.text)]));
  return { model: withTexts(model, texts, blocksOf(cells)), touched: cells, note: '' };
};

const UNIT = /((?:金额)?单位\s*[:：]\s*(?:人民币)?\s*)(万\s*元|元)/g;

/** 单位：万元 read as 单位：元, and the other way round, wherever it is printed over the tables of a document. */
const exchangedUnit: Mutation = ({ model, cells }) => {
  const exchange = (text: string) => text.replace(UNIT, (_, before: string, unit: string) => before + (unit === '元' ? '万元' : '元'));
  let changed = 0;
  const other = withBlocks(model, (block) => {
    if (block.type === 'table') {
      const texts = block.grid.cells.map((cell) => ({ ...cell, text: exchange(cell.text) }));
      changed += texts.filter((cell, i) => cell.text !== block.grid.cells[i]?.text).length;
      return { ...block, grid: { ...block.grid, cells: texts } };
    }
    const text = exchange(block.text);
    if (text !== block.text) changed += 1;
    return { ...block, text };
  });
  return changed === 0 || cells.length === 0 ? null : { model: other, touched: cells, note: `${changed} places` };
};

/** The titles of two tables read over each other's table. */
const swappedTitles: Mutation = ({ model, cells, titles, random }) => {
  const one = pick(cells, random);
  const others = cells.filter(({ table }) => table !== one?.table && titles[table] !== titles[one?.table ?? 0]);
  const other = pick(others, random);
  if (!one || !other) return null;
  const [first, second] = [titles[one.table], titles[other.table]];
  if (!first || !second) return null;
  const plain = (text: string) => text.replace(/\s/g, '');
  const seen = new Set<string>();
  const exchange = (text: string) => {
    const title = plain(text);
    if (title === plain(first)) return seen.add(first) && second;
    return title === plain(second) ? seen.add(second) && first : text;
  };
  const exchanged = withBlocks(model, (block) =>
    block.type === 'table'
      ? { ...block, grid: { ...block.grid, cells: block.grid.cells.map((cell) => ({ ...cell, text: exchange(cell.text) || cell.text })) } }
      : { ...block, text: exchange(block.text) || block.text },
  );
  const touched = cells.filter(({ table }) => table === one.table || table === other.table);
  return seen.size < 2 ? null : { model: exchanged, touched, note: `${first} <-> ${second}` };
};

/** Every way in which a document can be read wrong here, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  digit,
  neighbours,
  'dropped row': droppedRow,
  'dropped column': droppedColumn,
  'shifted column': shiftedColumn,
  'scaled table': scaledTable,
  'scaled document': scaledDocument,
  'exchanged unit': exchangedUnit,
  'swapped titles': swappedTitles,
};
