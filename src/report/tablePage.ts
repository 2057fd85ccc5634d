import type { PublishedRow } from '../model/index.js';
import type { Evidence } from './evidence.js';

/** Text that HTML shows as it stands. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td{border:1px solid #999;padding:2px 8px}
.header{font-weight:600}.marked{outline:3px solid #d22;outline-offset:-1px}@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}`;

/** The table of a line as a page of HTML, its cell marked: the picture of a document that has no pages. */
export function tablePage({ document, table, line, cells }: Evidence): string {
  const heading = escapeHtml(`${document.title ?? document.file_name}: ${table.title ?? table.table_id}`);
  const rows = Math.max(0, ...cells.map((cell) => cell.r + 1));
  const body = Array.from({ length: rows }, (_, r) => {
    const own = cells.filter((cell) => cell.r === r).sort((a, b) => a.c - b.c);
    return `<tr>${own.map((cell) => cellHtml(cell, cell.c === line.c && r === line.r)).join('')}</tr>`;
  });
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${heading}</title><style>${STYLE}</style><h1>${heading}</h1><p>${escapeHtml(table.unit ?? '')}</p><table>${body.join('\n')}</table></html>\n`;
}

function cellHtml({ r, c, rs, cs, text, role }: PublishedRow<'cells'>, marked: boolean): string {
  const spans = `${rs > 1 ? ` rowspan="${rs}"` : ''}${cs > 1 ? ` colspan="${cs}"` : ''}`;
  const classes = [role === 'header' ? 'header' : '', marked ? 'marked' : ''].filter((name) => name !== '').join(' ');
  return `<td data-r="${r}" data-c="${c}"${spans}${classes === '' ? '' : ` class="${classes}"`}>${escapeHtml(text)}</td>`;
}
