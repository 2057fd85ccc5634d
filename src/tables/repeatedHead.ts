import { cellsByRow, type Grid } from './grid.js';
import type { HeadLayout } from './headLayout.js';
import { isMetaRow } from './metaRows.js';
import { fold } from './printedText.js';

/** Share of header texts that must be the same for the head of a continuation page to be the head above, set with other spans. */
const SAME_TEXTS = 0.85;

/** The printed texts of a row, folded, left to right. */
function rowKey(cells: readonly { text: string }[]): string {
  return cells
    .map((cell) => fold(cell.text))
    .filter((text) => text !== '')
    .join('\u001f');
}

/** The head of a table as continuation pages may repeat it: row texts and the texts of its header cells. */
export interface Head {
  rows: ReadonlySet<string>;
  texts: readonly string[];
}

/** The head of a table's first piece. */
export function headOf(grid: Grid, layout: HeadLayout): Head {
  const rows = cellsByRow(grid);
  const keys = new Set(rows.slice(0, layout.bodyStart).map(rowKey));
  keys.delete('');
  return { rows: keys, texts: textsOf(rows, layout) };
}

/** How many rows at the top of a piece print again the head (meta, header, column numbers) of the table above; 0 where it has no head. */
export function repeatedRows(head: Head, piece: Grid, pieceLayout: HeadLayout): number {
  if (head.rows.size === 0) return 0;
  const rows = cellsByRow(piece);
  let repeated = 0;
  for (let r = 0; r < rows.length; r++) {
    const key = rowKey(rows[r]!);
    if (key === '') continue;
    if (!head.rows.has(key) && !(r < pieceLayout.headerStart && isMetaRow(rows[r]!, piece.columns))) break;
    repeated = r + 1;
  }
  const texts = textsOf(rows, pieceLayout);
  const shared = texts.filter((text) => head.texts.includes(text)).length;
  const sameHead = texts.length >= 2 && shared >= SAME_TEXTS * Math.max(texts.length, head.texts.length);
  return sameHead ? Math.max(repeated, pieceLayout.bodyStart) : repeated > 0 && repeated >= pieceLayout.headerStart + 1 ? repeated : 0;
}

function textsOf(rows: readonly (readonly { text: string }[])[], layout: HeadLayout): string[] {
  return rows
    .slice(layout.headerStart, layout.headerEnd)
    .flat()
    .map((cell) => fold(cell.text))
    .filter((text) => text !== '');
}
