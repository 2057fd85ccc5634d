import type { BodyRow } from '../model/index.js';
import { columnFor } from './bodyColumns.js';
import type { WorkCell } from './grid.js';

/** The body rows of a table: one text a body column, "" where blank or covered by a cell that started earlier. Blank rows are left out. */
export function bodyRows(body: readonly WorkCell[], columnAt: readonly number[]): BodyRow[] {
  const kept = new Set(columnAt);
  const position = new Map(columnAt.map((c, i) => [c, i]));
  const rows = new Map<number, string[]>();
  for (const cell of body) {
    if (cell.text === '') continue;
    const column = columnFor(cell, kept);
    if (column === null) continue;
    const texts = rows.get(cell.r) ?? new Array<string>(columnAt.length).fill('');
    const at = position.get(column)!;
    texts[at] = texts[at] === '' ? cell.text : `${texts[at]} ${cell.text}`;
    rows.set(cell.r, texts);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([r, texts]) => ({ r, texts }));
}
