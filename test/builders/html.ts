import type { CellToWrite } from './docx.js';
import { escapeXml } from './docx.js';

/** A table element that prints a grid of cells; "\n" becomes `<br>`. A column without any cell in a row stays empty there. */
export function tableElement(rows: number, columns: number, cells: readonly CellToWrite[]): string {
  const markup: string[] = [];
  for (let r = 0; r < rows; r += 1) {
    const row: string[] = [];
    for (let c = 0; c < columns; c += 1) {
      const cell = cells.find((one) => one.r === r && one.c === c);
      if (cell !== undefined) row.push(cellElement(cell));
    }
    markup.push(`<tr>${row.join('')}</tr>`);
  }
  return `<table border="1">${markup.join('\n')}</table>`;
}

/** A td or th with its spans. */
function cellElement(cell: CellToWrite): string {
  const name = cell.header ? 'th' : 'td';
  const spans = ((cell.cs ?? 1) > 1 ? ` colspan="${cell.cs}"` : '') + ((cell.rs ?? 1) > 1 ? ` rowspan="${cell.rs}"` : '');
  return `<${name}${spans}>${cell.inner ?? escapeXml(cell.text).replace(/\n/g, '<br>')}</${name}>`;
}

/** A page around body markup. */
export function page(body: string, head = '<meta charset="utf-8">'): string {
  return `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
}
