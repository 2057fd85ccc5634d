import { extract } from '../../../src/extract/index.js';
import { interpret } from '../../../src/interpret/index.js';
import { type Disclosure, MEDIA_TYPES } from '../../../src/model/index.js';
import { codebook } from '../printedTable.js';

/**
 * A generated table: what stands over it, and its grid as text. A grid has one line a row, `|` between cells; `<` goes on with the cell to the left, `^` with the
 * one above, `_` is a full-width blank of indentation.
 */
export interface GeneratedTable {
  label?: string;
  title: string;
  organization?: string;
  unit?: string;
  grid: string;
}

/** A generated document: it was published by nobody and its numbers are made up. */
export interface GeneratedDocument {
  title: string;
  tables: readonly GeneratedTable[];
}

const markup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraph = (text: string | undefined) => (text === undefined ? '' : `<p>${markup(text)}</p>`);

/** Cells of a grid by row, spans resolved. */
function cellsOf(grid: string): { text: string; rs: number; cs: number }[][] {
  const rows = grid
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const width = Math.max(...rows.map((row) => row.length));
  const at = (r: number, c: number) => rows[r]?.[c] ?? '';
  const taken = new Set<string>();
  return rows.map((_, r) => {
    const cells: { text: string; rs: number; cs: number }[] = [];
    for (let c = 0; c < width; c += 1) {
      if (taken.has(`${r},${c}`)) continue;
      let cs = 1;
      while (at(r, c + cs) === '<') cs += 1;
      let rs = 1;
      while (at(r + rs, c) === '^') rs += 1;
      for (let i = 0; i < rs; i += 1) for (let j = 0; j < cs; j += 1) taken.add(`${r + i},${c + j}`);
      cells.push({ text: at(r, c).replaceAll('_', '\u3000'), rs, cs });
    }
    return cells;
  });
}

/** The document as a page: plain cells, no header marks, as tables made from spreadsheets print them. */
function page({ title, tables }: GeneratedDocument): string {
  const table = (given: GeneratedTable) => {
    const rows = cellsOf(given.grid).map(
      (cells) => `<tr>${cells.map(({ text, rs, cs }) => `<td rowspan="${rs}" colspan="${cs}">${markup(text)}</td>`).join('')}</tr>`,
    );
    return `${paragraph(given.label)}${paragraph(given.title)}${paragraph(given.organization)}${paragraph(given.unit)}<table>${rows.join('')}</table>`;
  };
  return `<html><body>${paragraph(title)}${tables.map(table).join('')}</body></html>`;
}

/** Reads a generated document from its bytes, as a fetched page is read. */
export async function readGenerated(document: GeneratedDocument): Promise<Disclosure> {
  const model = await extract(new TextEncoder().encode(page(document)), `${MEDIA_TYPES.html}; charset=utf-8`, {});
  return interpret(model, { fileName: 'generated.html', codebook });
}
