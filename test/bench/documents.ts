import { readdirSync } from 'node:fs';
import path from 'node:path';
import { docx, paragraph, table } from '../builders/docx.js';

/** The PDFs under a folder, in stable order. */
export function pdfsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Tables, rows and columns of the generated document. */
export const LARGE_DOCUMENT = { tables: 40, rows: 60, columns: 9 } as const;

/** What one cell of the generated tables prints: a head, a code, a name, amounts. */
function cellText(t: number, r: number, c: number): string {
  if (r === 0) return `栏目${c + 1}`;
  if (c === 0) return String(2_010_000 + r);
  return c === 1 ? `一般公共服务支出${r}` : `${(t + 1) * r * c * 97}.${10 + c}`;
}

/** The texts of one generated table, row by row. */
function tableTexts(t: number): string[][] {
  return Array.from({ length: LARGE_DOCUMENT.rows }, (_, r) => Array.from({ length: LARGE_DOCUMENT.columns }, (_, c) => cellText(t, r, c)));
}

/** A DOCX of many tables, each under a line of text. */
export function largeDocx(): Promise<Uint8Array> {
  const body = Array.from({ length: LARGE_DOCUMENT.tables }, (_, t) => {
    const cells = tableTexts(t).flatMap((row, r) => row.map((text, c) => ({ r, c, text, header: r === 0 })));
    return paragraph(`表${t + 1}`) + table(LARGE_DOCUMENT.rows, LARGE_DOCUMENT.columns, cells);
  });
  return docx(body.join(''));
}

/** The same tables as an HTML page. */
export function largeHtml(): Uint8Array {
  const body = Array.from({ length: LARGE_DOCUMENT.tables }, (_, t) => {
    const rows = tableTexts(t).map(
      (row) => `<tr>${row.map((text) => `<td style="border:1px solid #000"><p>${text}</p></td>`).join('')}</tr>`,
    );
    return `<p>表${t + 1}</p><table border="1">${rows.join('')}</table>`;
  });
  return Buffer.from(`<!doctype html><html><head><meta charset="utf-8"><title>表</title></head><body>${body.join('')}</body></html>`);
}
