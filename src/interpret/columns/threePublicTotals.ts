import type { Block, RowReading, TableFacets } from '../reading.js';
import { isClosing } from '../rows/hierarchy.js';
import { fold } from '../text/fold.js';

/** What is printed beside the “三公” items in their table, so that a plain 合计 is more than the “三公” total. */
const BESIDE = /会议费|培训费|运行经费|行政经费/;

/** In a “三公” table whose items are columns, a plain 合计 column is the “三公” total unless other expenses are summed with them. */
export function nameTotalColumns(block: Block, facets: TableFacets): void {
  const columns = block.amounts;
  const items = columns.some(({ meaning }) => meaning?.threePublic != null);
  if (facets.kind !== 'three_public_expenses' || !items) return;
  const mixed = columns.some(({ meaning, path }) => meaning?.threePublic === 'total' || path.some((word) => BESIDE.test(fold(word))));
  if (mixed) return;
  for (const { meaning } of columns) if (meaning?.role === 'total') meaning.threePublic ??= 'total';
}

/** The same where the items are rows. */
export function nameTotalRows(rows: readonly RowReading[], facets: TableFacets): void {
  const items = rows.some(({ says }) => says.threePublic !== null);
  if (facets.kind !== 'three_public_expenses' || !items) return;
  for (const row of rows) if (row.parent?.says.threePublic === 'total' && isClosing(row)) row.says.threePublic ??= 'total';
  if (rows.some(({ says, label }) => says.threePublic === 'total' || BESIDE.test(fold(label)))) return;
  for (const row of rows) if (row.role === 'total') row.says.threePublic ??= 'total';
}
