import type { GridTable } from '../../model/index.js';
import { GridView } from './gridView.js';
import { readIndicatorHeader } from './indicatorTable.js';
import { labelIn } from './labels.js';

/** The grid rows of a sheet that print indicators: from under an indicator header to the next row that begins with a label of the sheet. */
export function indicatorRows(table: GridTable): ReadonlySet<number> {
  const view = new GridView(table);
  const found = new Set<number>();
  let within = false;
  for (let r = 0; r < view.rows; r += 1) {
    const header = readIndicatorHeader(view, r);
    if (header !== null) {
      within = true;
      r = header.firstRow - 1;
      continue;
    }
    const [first] = view.row(r);
    if (within && first?.c === 0 && labelIn(first.text) !== null) within = false;
    if (within) found.add(r);
  }
  return found;
}
