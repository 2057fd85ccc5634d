import { type Mutation, pick, withBlocks } from './mutation.js';

/** The titles of two tables read over each other's table. */
export const swappedTitles: Mutation = ({ model, cells, titles, random }) => {
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
