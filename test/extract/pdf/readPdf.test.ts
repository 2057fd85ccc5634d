import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import type { DocumentModel, TableBlock } from '../../../src/model/index.js';
import { zDocumentModel } from '../../../src/model/index.js';
import { buildPdf, fill, grid, line, text } from '../../builders/pdf.js';

/** The tables' texts row by row. */
function tablesOf(model: DocumentModel): string[][][] {
  return model.blocks
    .filter((block): block is TableBlock => block.type === 'table')
    .map(({ grid: { rows, cells } }) =>
      Array.from({ length: rows }, (_, r) => cells.filter((cell) => cell.r === r).map((cell) => cell.text)),
    );
}

function codesOf(model: DocumentModel): string[] {
  return model.diagnostics.map((diagnostic) => diagnostic.code);
}

/** A 2 × 2 table in user space with its lower left corner at (50, 100). */
const content =
  grid([50, 150, 250], [100, 130, 160]) +
  text(55, 140, 'Item') +
  text(155, 140, 'Amount') +
  text(55, 110, '201') +
  text(155, 110, '16,410.71');
const texts = [
  ['Item', 'Amount'],
  ['201', '16,410.71'],
];

describe('ruled tables', () => {
  it('a grid of strokes gives its cells', async () => {
    expect(tablesOf(await readPdf(buildPdf([{ content }])))).toEqual([texts]);
  });

  it('a grid of thin filled rectangles gives its cells', async () => {
    const fills = [50, 150, 250].map((x) => fill(x, 100, 0.5, 60)).join('') + [100, 130, 160].map((y) => fill(50, y, 200, 0.5)).join('');
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + text(155, 110, '16,410.71');
    expect(tablesOf(await readPdf(buildPdf([{ content: fills + written }])))).toEqual([texts]);
  });

  it.each([90, 180, 270] as const)('text written upright for a page of /Rotate %i is read as displayed', async (rotate) => {
    const turned = { 90: '0 1 -1 0 300 0', 180: '-1 0 0 -1 400 300', 270: '0 -1 1 0 0 400' }[rotate];
    const size = rotate === 180 ? { width: 400, height: 300 } : { width: 300, height: 400 };
    const model = await readPdf(buildPdf([{ content: `q ${turned} cm ${content} Q`, rotate, ...size }]));
    const upright = await readPdf(buildPdf([{ content }]));
    expect(tablesOf(model)).toEqual([texts]);
    expect(model.pages[0]).toMatchObject({ width: 400, height: 300, rotation: rotate });
    expect(model.blocks[0]!.box).toEqual(upright.blocks[0]!.box);
  });

  it('boxes are measured from the top left of the crop box', async () => {
    const model = await readPdf(buildPdf([{ content, cropBox: [40, 50, 340, 250] }]));
    expect(model.blocks[0]!.box).toEqual([10, 90, 210, 150]);
  });

  it('a table drawn by a form XObject stands where its matrices put it', async () => {
    const model = await readPdf(
      buildPdf([{ content: 'q 1 0 0 1 20 10 cm /Fm0 Do Q', forms: { Fm0: { content, matrix: [1, 0, 0, 1, 5, 5] } } }]),
    );
    expect(tablesOf(model)).toEqual([texts]);
    expect(model.blocks[0]!.box).toEqual([75, 125, 275, 185]);
  });

  it('a cell without an inner rule spans its columns', async () => {
    const rules =
      line(50, 100, 50, 160) +
      line(250, 100, 250, 160) +
      line(150, 100, 150, 130) +
      [100, 130, 160].map((y) => line(50, y, 250, y)).join('');
    const model = await readPdf(buildPdf([{ content: rules + text(60, 140, 'Total of both') + text(55, 110, '1') + text(155, 110, '2') }]));
    const [table] = model.blocks.filter((block): block is TableBlock => block.type === 'table');
    expect(table!.grid.cells.map(({ r, c, rs, cs, text: shown }) => [r, c, rs, cs, shown])).toEqual([
      [0, 0, 1, 2, 'Total of both'],
      [1, 0, 1, 1, '1'],
      [1, 1, 1, 1, '2'],
    ]);
  });

  it('text wrapped in a cell keeps its lines, also a wrapped number', async () => {
    const written =
      text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + text(155, 117, '24995.9') + text(155, 105, '4');
    const model = await readPdf(buildPdf([{ content: grid([50, 150, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)[0]![1]).toEqual(['201', '24995.9\n4']);
  });

  it('a number torn into two runs on one baseline is one token', async () => {
    const written =
      text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + text(155, 110, '16,4') + text(174.5, 110, '10.71');
    const model = await readPdf(buildPdf([{ content: grid([50, 150, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)[0]![1]![1]).toBe('16,410.71');
  });

  it('text that crosses its border goes wholly into the cell where most of it lies', async () => {
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(90, 110, 'LongerThanItsCell') + text(200, 110, '7');
    const model = await readPdf(buildPdf([{ content: grid([50, 150, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)[0]![1]).toEqual(['LongerThanItsCell', '7']);
  });

  it('a number that reaches over its border does not take the next text along', async () => {
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(107, 110, '16,410.71') + text(154, 110, 'Services');
    const model = await readPdf(buildPdf([{ content: grid([50, 149, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)[0]![1]).toEqual(['16,410.71', 'Services']);
  });

  /** Digits drawn by one text object each, as some programs do: 5.56 points wide, without gaps. */
  const glyphByGlyph = (x: number, y: number, digits: string): string =>
    [...digits].map((digit, i) => text(x + 5.56 * i, y, digit)).join('');

  it('texts in merged cells stay whole where the border of other rows lies between two of their glyphs', async () => {
    const rules =
      [50, 250, 350].map((x) => line(x, 100, x, 190)).join('') +
      [90, 150].map((x) => line(x, 100, x, 130)).join('') +
      [100, 130, 160, 190].map((y) => line(50, y, 350, y)).join('');
    const upper = [130, 160].map((y) => glyphByGlyph(90 - 3 * 5.56, y + 10, '20260101') + text(260, y + 10, 'x')).join('');
    const lower = text(55, 110, 'one') + text(95, 110, 'two') + text(155, 110, 'three') + text(260, 110, 'y');
    const model = await readPdf(buildPdf([{ content: rules + upper + lower }]));
    expect(tablesOf(model)[0]).toEqual([
      ['20260101', 'x'],
      ['20260101', 'x'],
      ['one', 'two', 'three', 'y'],
    ]);
  });

  it('text drawn glyph by glyph over its border goes wholly into one cell', async () => {
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + glyphByGlyph(150 - 5 * 5.56, 110, '20260101') + text(200, 110, '7');
    const model = await readPdf(buildPdf([{ content: grid([50, 150, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)[0]![1]).toEqual(['20260101', '7']);
  });

  it('a text cut off by the text of the next cell, which begins over its end, stays in its own cell', async () => {
    const written = text(55, 140, 'Item') + text(95, 140, 'Amount') + glyphByGlyph(70, 110, '2026') + glyphByGlyph(91.2, 110, '4711');
    const model = await readPdf(buildPdf([{ content: grid([50, 89.7, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)[0]![1]).toEqual(['2026', '4711']);
  });

  it('text drawn twice is read once', async () => {
    const bold = text(155, 110, '16,410.71') + text(155.3, 110, '16,410.71');
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + bold;
    const model = await readPdf(buildPdf([{ content: grid([50, 150, 250], [100, 130, 160]) + written }]));
    expect(tablesOf(model)).toEqual([texts]);
  });

  it('doubled rules give no rows or columns of their own', async () => {
    const doubled = grid([50, 52.5, 150, 250], [100, 130, 132.5, 160]);
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + text(155, 110, '16,410.71');
    expect(tablesOf(await readPdf(buildPdf([{ content: doubled + written }])))).toEqual([texts]);
  });

  it('an open left side is closed where the rules begin', async () => {
    const open = [150, 250].map((x) => line(x, 100, x, 160)).join('') + [100, 130, 160].map((y) => line(50, y, 250, y)).join('');
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + text(155, 110, '16,410.71');
    expect(tablesOf(await readPdf(buildPdf([{ content: open + written }])))).toEqual([texts]);
  });

  it('a column whose cell goes on over both page breaks belongs to the table though no rule crosses its borders', async () => {
    const besides = [20, 50].map((x) => line(x, 100, x, 160)).join('') + text(22, 128, 'long');
    const columns = [100, 150, 250];
    const rules = columns.map((x) => line(x, 100, x, 160)).join('') + [100, 130, 160].map((y) => line(100, y, 250, y)).join('');
    const written = text(105, 140, 'Item') + text(155, 140, 'Amount') + text(105, 110, '201') + text(155, 110, '7');
    const model = await readPdf(buildPdf([{ content: besides + rules + written }]));
    const [table] = model.blocks.filter((block): block is TableBlock => block.type === 'table');
    expect(table!.columnEdges).toEqual([20, 50, 100, 150, 250]);
    expect(table!.grid.cells.find((cell) => cell.text === 'long')).toMatchObject({ r: 0, rs: 2, c: 0, cs: 1 });
  });

  it('a vertical line of another height beside a table is no border of it', async () => {
    const model = await readPdf(buildPdf([{ content: line(20, 90, 20, 200) + content }]));
    expect(model.blocks[0]).toMatchObject({ columnEdges: [50, 150, 250] });
  });

  it('a framed title is no table', async () => {
    const model = await readPdf(buildPdf([{ content: grid([50, 350], [200, 240]) + text(60, 215, 'Budget 2024') }]));
    expect(model.blocks.map((block) => block.type)).toEqual(['paragraph']);
  });

  it('indentation is measured in characters from the left edge of the column', async () => {
    const written = text(55, 140, 'Item') + text(155, 140, 'Amount') + text(75, 110, '20101') + text(155, 110, '1.00');
    const model = await readPdf(buildPdf([{ content: grid([50, 150, 250], [100, 130, 160]) + written }]));
    const [table] = model.blocks.filter((block): block is TableBlock => block.type === 'table');
    expect(table!.grid.cells.find((cell) => cell.text === '20101')!.indent).toBe(2);
  });
});

describe('tables without a full grid', () => {
  const rows = [
    ['Year', 'Men', 'Women'],
    ['2001', '10.5', '20.1'],
    ['2002', '11.5', '21.1'],
    ['2003', '12.5', '22.1'],
    ['2004', '13.5', '23.1'],
  ];
  const written = rows.map((row, r) => row.map((cell, c) => text(50 + 100 * c, 200 - 14 * r, cell)).join('')).join('');

  it('horizontal rules with aligned columns give a half-ruled table', async () => {
    const rules = [212, 196, 140].map((y) => line(45, y, 300, y)).join('');
    const model = await readPdf(buildPdf([{ content: rules + written }]));
    expect(tablesOf(model)).toEqual([rows]);
    expect(model.blocks[0]).toMatchObject({ type: 'table', evidence: 'half_ruled' });
  });

  it('aligned numbers give a table without any rule', async () => {
    const model = await readPdf(buildPdf([{ content: written }]));
    expect(tablesOf(model)).toEqual([rows]);
    expect(model.blocks[0]).toMatchObject({ type: 'table', evidence: 'aligned' });
  });

  it('a table of contents is no table', async () => {
    const contents = ['One', 'Two', 'Three', 'Four']
      .map((title, i) => text(50, 200 - 14 * i, title) + text(300, 200 - 14 * i, String(i + 1)))
      .join('');
    expect(tablesOf(await readPdf(buildPdf([{ content: contents }])))).toEqual([]);
  });
});

describe('text outside tables', () => {
  it('title, unit and label on one height are separate paragraphs above the table', async () => {
    const above = text(150, 190, '收入总表', 14) + text(55, 165, '部门：某局') + text(200, 165, '单位：万元');
    const model = await readPdf(buildPdf([{ content: above + content }]));
    expect(model.blocks.map((block) => (block.type === 'table' ? 'table' : block.text))).toEqual([
      '收入总表',
      '部门：某局',
      '单位：万元',
      'table',
    ]);
  });

  it('page numbers are furniture', async () => {
    const model = await readPdf(buildPdf([{ content: content + text(195, 20, '- 3 -') }]));
    expect(model.blocks.at(-1)).toMatchObject({ type: 'furniture', text: '- 3 -' });
  });

  it('lines that fill the width are one paragraph', async () => {
    const prose = text(50, 200, '本年收入合计一万元比上年增加') + text(50, 180, '二十三元。', 10);
    const model = await readPdf(buildPdf([{ content: prose, width: 200 }]));
    expect(model.blocks.map((block) => block.type === 'paragraph' && block.text)).toEqual(['本年收入合计一万元比上年增加二十三元。']);
  });
});

describe('what a document does wrong', () => {
  it('a page that is a picture needs OCR', async () => {
    const model = await readPdf(buildPdf([{ content: 'q 400 0 0 300 0 0 cm /Im0 Do Q', image: true }]));
    expect(model.diagnostics).toMatchObject([{ code: 'needs_ocr', severity: 'error', place: { page: 1 } }]);
  });

  it('invisible text is left out and named', async () => {
    const model = await readPdf(buildPdf([{ content: `${content} BT 3 Tr /F1 10 Tf 1 0 0 1 60 250 Tm (999.99) Tj ET` }]));
    expect(codesOf(model)).toEqual(['invisible_text']);
    expect(JSON.stringify(model.blocks)).not.toContain('999.99');
  });

  it('clipped text is left out and named', async () => {
    const model = await readPdf(buildPdf([{ content: `${content} q 0 0 400 100 re W n ${text(60, 250, '999.99')} Q` }]));
    expect(codesOf(model)).toEqual(['clipped_text']);
  });

  it('text outside the page is left out and named', async () => {
    expect(codesOf(await readPdf(buildPdf([{ content: content + text(60, 900, '999.99') }])))).toEqual(['text_outside_page']);
  });

  it('a file that is no PDF is damaged', async () => {
    const model = await readPdf(new TextEncoder().encode('<html>not a PDF</html>'));
    expect(codesOf(model)).toEqual(['damaged_document']);
  });

  it('an empty file is damaged', async () => {
    expect(codesOf(await readPdf(new Uint8Array()))).toEqual(['damaged_document']);
  });

  it('pages beyond the limit are named', async () => {
    const model = await readPdf(buildPdf([{ content }, { content }]), { limits: { pages: 1 } });
    expect(model.pages).toHaveLength(1);
    expect(codesOf(model)).toContain('limit_reached');
  });

  it('characters beyond the limit are named', async () => {
    expect(codesOf(await readPdf(buildPdf([{ content }]), { limits: { charactersPerPage: 5 } }))).toContain('limit_reached');
  });

  it('lines beyond the limit are named with their page', async () => {
    const hatching = Array.from({ length: 4100 }, (_, i) =>
      line(20 + 10 * (i % 30), 5 + 2.1 * Math.floor(i / 30), 26 + 10 * (i % 30), 5 + 2.1 * Math.floor(i / 30)),
    );
    const model = await readPdf(buildPdf([{ content: hatching.join('') }]));
    expect(model.diagnostics).toContainEqual(expect.objectContaining({ code: 'limit_reached', severity: 'warning', place: { page: 1 } }));
  });

  it('a grid with more slots than a page can print text in is named with its place', async () => {
    const steps = Array.from({ length: 251 }, (_, i) => 10 + 4 * i);
    const model = await readPdf(buildPdf([{ content: grid(steps, steps), width: 1100, height: 1100 }]));
    const limit = model.diagnostics.find((diagnostic) => diagnostic.code === 'limit_reached');
    expect(limit?.place).toEqual({ page: 1, box: [10, 90, 1010, 1090] });
  });

  it('the model satisfies its schema', async () => {
    expect(() => zDocumentModel.parse({})).toThrow();
    expect(zDocumentModel.parse(await readPdf(buildPdf([{ content }])))).toBeDefined();
  });
});
