import { PUBLISHED_TABLES, type PublishedRow, type PublishedTableName } from '../model/index.js';

type Sortable = string | number | boolean | null | readonly unknown[];

/** null first, numbers by value, all else by code units of its text: an order that no locale changes. */
function compareValues(a: Sortable, b: Sortable): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The rows of a table in its published order: by the columns of its key, and by their whole content where the key is equal. */
export function inOrder<N extends PublishedTableName>(name: N, rows: readonly PublishedRow<N>[]): PublishedRow<N>[] {
  const { key } = PUBLISHED_TABLES[name];
  const keyed = rows.map((row) => {
    const columns = new Map<string, Sortable>(Object.entries(row));
    return { row, values: key.map((column) => columns.get(column) ?? null) };
  });
  keyed.sort((a, b) => {
    for (let i = 0; i < key.length; i++) {
      const order = compareValues(a.values[i] ?? null, b.values[i] ?? null);
      if (order !== 0) return order;
    }
    return compareValues(JSON.stringify(a.row), JSON.stringify(b.row));
  });
  return keyed.map(({ row }) => row);
}
