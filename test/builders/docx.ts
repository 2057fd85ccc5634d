import type { Readable } from 'node:stream';
import yazl from 'yazl';

/** A cell to write: 0-based place, spans, text; "\n" starts a new paragraph. `inner` is markup that stands in place of the text's paragraphs. */
export interface CellToWrite {
  r: number;
  c: number;
  rs?: number;
  cs?: number;
  text: string;
  header?: boolean;
  inner?: string;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Text as XML character data. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A run with text; tabs and line ends become `w:tab` and `w:br`. */
export function run(text: string, properties = ''): string {
  const parts = text.split(/(\t|\n)/).filter((part) => part !== '');
  const content = parts.map((part) =>
    part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`,
  );
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content.join('')}</w:r>`;
}

/** A paragraph around run markup, with the properties given as markup (`<w:pStyle w:val="Heading1"/>`). */
export function paragraphOf(runs: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A paragraph with text. */
export function paragraph(text: string, properties = ''): string {
  return paragraphOf(run(text), properties);
}

/** A cell element around block markup. */
export function cellOf(blocks: string, properties = ''): string {
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${blocks}</w:tc>`;
}

/** A table around row markup. */
export function tableOf(rows: readonly string[], columns = 0): string {
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A row around cell markup. */
export function rowOf(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

/** A table that prints a grid of cells as Word writes it: gridSpan, vMerge, gridBefore and gridAfter for columns without a cell. */
export function table(rows: number, columns: number, cells: readonly CellToWrite[]): string {
  const markup: string[] = [];
  for (let r = 0; r < rows; r += 1) {
    const inRow = cells.filter((cell) => cell.r <= r && r < cell.r + (cell.rs ?? 1)).sort((a, b) => a.c - b.c);
    const first = inRow[0]?.c ?? columns;
    const last = inRow.length === 0 ? columns : Math.max(...inRow.map((cell) => cell.c + (cell.cs ?? 1)));
    const header = inRow.some((cell) => cell.header && cell.r === r) ? '<w:tblHeader/>' : '';
    const gaps = (first > 0 ? `<w:gridBefore w:val="${first}"/>` : '') + (last < columns ? `<w:gridAfter w:val="${columns - last}"/>` : '');
    markup.push(
      rowOf(
        inRow.map((cell) => cellMarkup(cell, r)),
        gaps + header,
      ),
    );
  }
  return tableOf(markup, columns);
}

/** The part of a cell that stands in row `r`. */
function cellMarkup(cell: CellToWrite, r: number): string {
  const rs = cell.rs ?? 1;
  const merge = rs === 1 ? '' : cell.r === r ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const content =
    cell.inner ??
    cell.text
      .split('\n')
      .map((line) => paragraph(line))
      .join('');
  return cellOf(cell.r === r ? content : '<w:p/>', ((cell.cs ?? 1) > 1 ? `<w:gridSpan w:val="${cell.cs}"/>` : '') + merge);
}

/** Further parts of a document by name, such as `word/styles.xml`; those of `word/` are related by their names. */
export interface DocxParts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  header?: string;
  footer?: string;
  namespaces?: string;
  others?: Readonly<Record<string, string>>;
}

/** The bytes of a DOCX with body markup. The same input gives the same bytes. */
export async function docx(body: string, parts: DocxParts = {}): Promise<Uint8Array> {
  const ns = parts.namespaces ?? NAMESPACES;
  const related = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr', footer: 'ftr' } as const;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${ns}><w:body>${body}</w:body></w:document>`,
  };
  const links: [string, string, string][] = [];
  for (const [name, root] of Object.entries(related)) {
    const content = parts[name as keyof typeof related];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${ns}>${content}</w:${root}>`;
    links.push([`rId${links.length + 1}`, name, `${name}.xml`]);
  }
  files['word/_rels/document.xml.rels'] = relationships(links);
  return zip({ ...files, ...parts.others });
}

/** A relationships part. */
function relationships(links: readonly (readonly [string, string, string])[]): string {
  const items = links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** A ZIP archive of named contents, always with the same times. */
export async function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files))
    archive.addBuffer(Buffer.from(content), name, { mtime: new Date(2024, 0, 1), mode: 0o100644 });
  archive.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.outputStream as Readable) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
