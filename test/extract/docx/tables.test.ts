import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { MEDIA_TYPES } from '../../../src/model/index.js';
import { cellOf, docx, paragraph, paragraphOf, rowOf, run, table, tableOf } from '../../builders/docx.js';
import { randomGrid } from '../../builders/grids.js';
import { codes, grids, outline, readDocxBody, rowsOf } from '../read.js';

/** The only grid of a body. */
async function grid(body: string) {
  const [first, ...others] = grids(await readDocxBody(body));
  expect(others).toEqual([]);
  return first!;
}

const cell = (text: string, properties = '') => cellOf(paragraph(text), properties);

describe('the grid of a DOCX table', () => {
  it('is the grid that was written, whatever the spans', async () => {
    await fc.assert(
      fc.asyncProperty(randomGrid, async ({ rows, columns, cells }) => {
        fc.pre(cells.length > 1);
        const model = await extract(await docx(table(rows, columns, cells)), MEDIA_TYPES.docx);
        expect(grids(model)).toEqual([{ rows, columns, cells }]);
      }),
      { numRuns: 60 },
    );
  });

  it('places cells behind gridBefore and leaves gridAfter empty', async () => {
    const body = tableOf([
      rowOf([cell('a'), cell('b'), cell('c')]),
      rowOf([cell('x')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    ]);
    expect((await grid(body)).cells.at(-1)).toMatchObject({ r: 1, c: 1, text: 'x' });
  });

  it('joins cells of the older hMerge', async () => {
    const body = tableOf([
      rowOf([cell('收入', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('支出')]),
      rowOf([cell('1'), cell('2'), cell('3')]),
    ]);
    expect((await grid(body)).cells.slice(0, 2)).toMatchObject([
      { c: 0, cs: 2, text: '收入' },
      { c: 2, cs: 1, text: '支出' },
    ]);
  });

  it('keeps a merge continuation that fits no merge above as a cell of its own', async () => {
    const body = tableOf([
      rowOf([cell('a'), cell('b')]),
      rowOf([cell('12.5', '<w:vMerge/>'), cell('7', '<w:gridSpan w:val="2"/><w:vMerge/>')]),
    ]);
    expect(rowsOf(await grid(body))[1]).toEqual(['12.5', '7']);
  });

  it('keeps every number of rows that lack cells', async () => {
    const body = tableOf([
      rowOf([cell('1'), cell('2'), cell('3')]),
      rowOf([cell('4')]),
      rowOf([]),
      rowOf([cell('5'), cell('6'), cell('7'), cell('8')]),
    ]);
    expect(rowsOf(await grid(body)).flat()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('says what a merged cell hides and does not print', async () => {
    const rows = [rowOf([cell('产出', '<w:vMerge w:val="restart"/>'), cell('1')]), rowOf([cell('999', '<w:vMerge/>'), cell('2')])];
    const model = await readDocxBody(tableOf(rows));
    expect([rowsOf(grids(model)[0]!), codes(model)]).toEqual([[['产出', '1'], ['2']], ['hidden_cell_text warning']]);
  });

  it('is quiet about a continuation that repeats the printed text', async () => {
    const rows = [rowOf([cell('产出', '<w:vMerge w:val="restart"/>'), cell('1')]), rowOf([cell('产出', '<w:vMerge/>'), cell('2')])];
    expect(codes(await readDocxBody(tableOf(rows)))).toEqual([]);
  });

  it('marks only leading header rows', async () => {
    const header = '<w:tblHeader/>';
    const body = tableOf([rowOf([cell('a'), cell('b')], header), rowOf([cell('1'), cell('2')]), rowOf([cell('3'), cell('4')], header)]);
    expect((await grid(body)).cells.map((one) => one.header ?? false)).toEqual([true, true, false, false, false, false]);
  });

  it('keeps a nested table apart from the text of its cell', async () => {
    const inner = tableOf([rowOf([cell('1.50'), cell('2.50')])]);
    const body = tableOf([rowOf([cellOf(`${paragraph('说明') + inner}<w:p/>`), cell('x')])]);
    const [outer] = (await grid(body)).cells;
    expect([outer!.text, outer!.tables!.map(rowsOf)]).toEqual(['说明', [[['1.50', '2.50']]]]);
  });

  it('opens a frame of one cell around text and tables', async () => {
    const inner = tableOf([rowOf([cell('1'), cell('2')])]);
    expect(outline(await readDocxBody(tableOf([rowOf([cellOf(paragraph('标题') + inner + paragraph('注'))])])))).toEqual([
      'paragraph 标题',
      'table 1x2',
      'paragraph 注',
    ]);
  });

  it('reads rows and cells inside content controls', async () => {
    const sdt = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const body = tableOf([
      sdt(rowOf([sdt(cell('a')), cellOf(sdt(paragraph('b')))])),
      rowOf([cell('c'), cellOf(paragraphOf(sdt(run('d'))))]),
    ]);
    expect(rowsOf(await grid(body))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('leaves out rows and cells that a tracked change deletes', async () => {
    const body = tableOf([
      rowOf([cell('a'), cell('b')]),
      rowOf([cell('9'), cell('9')], '<w:del w:id="1"/>'),
      rowOf([cell('c'), cell('9', '<w:cellDel w:id="2"/>'), cell('d')]),
    ]);
    expect(rowsOf(await grid(body))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('states the indentation of a cell in characters', async () => {
    const body = tableOf([rowOf([cellOf(paragraphOf(run('款', '<w:sz w:val="20"/>'), '<w:ind w:left="400"/>')), cell('1')])]);
    expect((await grid(body)).cells[0]!.indent).toBe(2);
  });

  it('keeps blanks at the start of a cell and lines between its paragraphs', async () => {
    const body = tableOf([rowOf([cellOf(paragraph('　其中：办公费') + paragraph('第二行')), cell('1')])]);
    expect((await grid(body)).cells[0]!.text).toBe('　其中：办公费\n第二行');
  });
});
