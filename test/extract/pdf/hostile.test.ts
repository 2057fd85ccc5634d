import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import { zDocumentModel } from '../../../src/model/index.js';
import { buildPdf, grid, line, text } from '../../builders/pdf.js';
import { PdfFile } from '../../builders/pdfFile.js';

const content =
  grid([50, 150, 250], [100, 130, 160]) +
  text(55, 140, 'Item') +
  text(155, 140, 'Amount') +
  text(55, 110, '201') +
  text(155, 110, '16,410.71');

/** The codes of a file's diagnostics; that it gives a model at all is what each test is about. */
async function codesOf(bytes: Uint8Array): Promise<string[]> {
  const model = zDocumentModel.parse(await readPdf(bytes));
  return model.diagnostics.map((diagnostic) => diagnostic.code);
}

/** A file of one page; `draw` adds objects and gives the resources and content of the page. */
function onePage(draw: (file: PdfFile) => { resources: string; content: string }): Uint8Array {
  const file = new PdfFile();
  const catalog = file.add('');
  const tree = file.add('');
  const { resources, content: drawn } = draw(file);
  const stream = file.stream('', drawn);
  const page = file.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 400 300] /Resources << ${resources} >> /Contents ${stream} 0 R >>`,
  );
  file.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  file.set(tree, `<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
  return file.bytes(catalog);
}

/** A page that draws a table through `depth` form XObjects inside one another. */
function nestedForms(depth: number): Uint8Array {
  return onePage((file) => {
    const form = (resources: string): string => `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << ${resources} >>`;
    let inner = file.stream(form('/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'), content);
    for (let i = 1; i < depth; i++) inner = file.stream(form(`/XObject << /A ${inner} 0 R >>`), '/A Do');
    return { resources: `/XObject << /A ${inner} 0 R >>`, content: '/A Do' };
  });
}

/** The bytes of a file with a piece of its text replaced. */
function altered(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const original = Buffer.from(bytes).toString('latin1');
  expect(original).toContain(from);
  return Buffer.from(original.replace(from, to), 'latin1');
}

const whole = buildPdf([{ content }, { content }]);

describe('hostile files', () => {
  it.each([0.1, 0.5, 0.9])('cut off after a share of %d of their bytes are damaged', async (share) => {
    expect(await codesOf(whole.subarray(0, whole.length * share))).toEqual(['damaged_document']);
  });

  it('of noise behind a PDF signature are damaged', async () => {
    const noise = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919 + 13) % 256));
    expect(await codesOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]))).toEqual(['damaged_document']);
  });

  it('that claim more pages than they have are read', async () => {
    expect(await codesOf(altered(whole, '/Count 2 ', '/Count 999999999 '))).not.toContain('damaged_document');
  });

  it('whose cross-reference tables refer to themselves are read', async () => {
    const at = Buffer.from(whole).toString('latin1').lastIndexOf('xref\n0');
    expect(await codesOf(altered(whole, 'trailer <<', `trailer << /Prev ${at}`))).toEqual([]);
  });

  it('whose page tree is a circle have unreadable pages', async () => {
    const file = new PdfFile();
    const catalog = file.add('');
    const tree = file.add('');
    file.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
    file.set(tree, `<< /Type /Pages /Count 1 /Kids [${tree} 0 R] >>`);
    expect(await codesOf(file.bytes(catalog))).toEqual(['unreadable_page']);
  });

  it('whose page tree is thousands of levels deep end as a diagnostic', async () => {
    const file = new PdfFile();
    const catalog = file.add('');
    const nodes = Array.from({ length: 3000 }, () => file.add(''));
    nodes.forEach((node, i) => {
      const kid = nodes[i + 1];
      file.set(node, kid === undefined ? '<< /Type /Page /MediaBox [0 0 400 300] >>' : `<< /Type /Pages /Count 1 /Kids [${kid} 0 R] >>`);
    });
    file.set(catalog, `<< /Type /Catalog /Pages ${nodes[0]} 0 R >>`);
    expect(await codesOf(file.bytes(catalog))).toEqual(['unreadable_page']);
  });
});

describe('hostile pages', () => {
  it('with form XObjects a few levels deep are read', async () => {
    const model = await readPdf(nestedForms(8));
    expect(model.blocks.map((block) => block.type)).toEqual(['table']);
  });

  it('with form XObjects deeper than any program writes are named', async () => {
    expect(await codesOf(nestedForms(500))).toContain('limit_reached');
  });

  it('of a size that no paper has are read', async () => {
    expect(await codesOf(buildPdf([{ content, width: 1e9, height: 1e9 }]))).toEqual([]);
  });

  it('of a size that is no number are read', async () => {
    expect(await codesOf(altered(whole, '[0 0 400 300]', '[nan 0 1e400 300]'))).toEqual([]);
  });

  it('of no size are read', async () => {
    expect(await codesOf(buildPdf([{ content, width: 0, height: 0 }]))).toEqual([]);
  });

  it('with coordinates beyond all numbers give a valid model', async () => {
    const beyond = '1e38 0 0 1e38 0 0 cm 1e38 1e38 m 1e39 -1e39 l S BT /F1 10 Tf 1e30 0 0 1e30 1e38 1e38 Tm (123.45) Tj ET';
    expect(await codesOf(buildPdf([{ content: content + beyond }]))).not.toContain('damaged_document');
  });

  it('with text of no size give a valid model', async () => {
    const flat = `q 0 0 0 0 0 0 cm ${text(1, 1, '77.7')} Q BT /F1 0 Tf 1 0 0 1 50 50 Tm (88.8) Tj ET`;
    expect(await codesOf(buildPdf([{ content: content + flat }]))).not.toContain('damaged_document');
  });

  it('with more characters than the limit are named', async () => {
    const rows = Array.from({ length: 2100 }, (_, i) => text(5, 5 + (i % 290), String(i).padEnd(100, '1'), 2));
    expect(await codesOf(buildPdf([{ content: rows.join('') }]))).toContain('limit_reached');
  });

  it('with more path segments than the limit are named', async () => {
    const path = Array.from({ length: 1_000_001 }, (_, i) => `${i % 400} ${(i * 7) % 300} l`);
    expect(await codesOf(buildPdf([{ content: `0 0 m\n${path.join('\n')} S` }]))).toContain('limit_reached');
  });

  it('with thousands of clips on one another are read', async () => {
    const clips = Array.from({ length: 5000 }, (_, i) => `0 0 400 300 re W n ${text(10 + (i % 300), 10 + ((i * 3) % 250), '1')}`);
    expect(await codesOf(buildPdf([{ content: clips.join('') }]))).toEqual([]);
  });

  it('with lines in all directions end as a diagnostic or a model', async () => {
    const lines = Array.from({ length: 2000 }, (_, i) => line((i * 37) % 400, (i * 91) % 300, (i * 53) % 400, (i * 17) % 300));
    expect(await codesOf(buildPdf([{ content: lines.join('') + content }]))).not.toContain('damaged_document');
  });
});
