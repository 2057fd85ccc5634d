import { type FormRecords, readForms } from '../../../src/interpret/forms/index.js';
import type { GridCell, GridTable, TableRow } from '../../../src/model/index.js';

/**
 * A printed grid: one line a row, cells apart by ` | `; `<` goes on to the right of the cell before, `^` below the cell above, `¶` is a line break.
 * `columns` are the header paths of a table with a header in its first `header` rows; without them it is a form.
 */
export function grid(text: string, options: Partial<GridTable> & { header?: number } = {}): GridTable {
  const { header = 0, ...rest } = options;
  const texts = text.split('\n').map((line) => line.split(' | ').map((cell) => cell.trim()));
  const cells: GridCell[] = [];
  for (const [r, row] of texts.entries()) {
    for (const [c, printed] of row.entries()) {
      const above = cells.find((cell) => cell.c === c && cell.r + cell.rs === r);
      if (printed === '<') widen(cells, r);
      else if (printed === '^' && above !== undefined) above.rs += 1;
      else cells.push({ r, c, rs: 1, cs: 1, text: printed.replace(/¶/g, '\n'), role: r < header ? 'header' : 'body' });
    }
  }
  const columns = header === 0 ? (texts[0] ?? []).map((): string[] => []) : headerPaths(cells, header, texts[0]?.length ?? 0);
  return {
    index: 0,
    title: null,
    label: null,
    pages: [],
    unit: null,
    unitPlace: null,
    meta: { organization: null, organizationCode: null, year: null, asOf: null },
    empty: false,
    form: header === 0,
    note: null,
    columns,
    columnAt: columns.map((_, index) => index),
    rows: texts.slice(header).map((row, index) => ({ r: header + index, texts: row.map((cell) => (/^[<^]$/.test(cell) ? '' : cell)) })),
    cells,
    evidence: 'stated',
    blocks: [],
    ...rest,
  };
}

function widen(cells: GridCell[], r: number): void {
  const last = cells.filter((cell) => cell.r === r).at(-1);
  if (last !== undefined) last.cs += 1;
}

function headerPaths(cells: readonly GridCell[], header: number, width: number): string[][] {
  return Array.from({ length: width }, (_, c) =>
    cells.filter((cell) => cell.r < header && cell.c <= c && c < cell.c + cell.cs && cell.text !== '').map((cell) => cell.text),
  );
}

/** The records of grids in order, with the line ids `table:r:c` for cells that print a number. */
export function forms(...grids: GridTable[]): FormRecords {
  const numbered = grids.map((table, index) => ({ ...table, index }));
  const tables = numbered.map((_, index) => ({ table_id: `t${index}` }) as TableRow);
  const lineAt = (table: number, r: number, c: number) => {
    const cell = numbered[table]?.cells.find((other) => other.r === r && other.c === c);
    return cell !== undefined && /^[\d,.]+$/.test(cell.text) ? `${table}:${r}:${c}` : null;
  };
  return readForms({ grids: numbered, tables, facts: { document_id: 'd', year: 2024, organization: '某市商务局' }, lineAt });
}
