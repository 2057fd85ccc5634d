import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomGrid } from '../../builders/grids.js';
import { tableElement } from '../../builders/html.js';
import { grids, outline, readHtmlBody, rowsOf } from '../read.js';

/** The only grid of a body. */
async function grid(body: string) {
  const [first, ...others] = grids(await readHtmlBody(body));
  expect(others).toEqual([]);
  return first!;
}

/** `r c rs cs text` of each cell of the only grid. */
async function cells(body: string): Promise<string[]> {
  return (await grid(body)).cells.map((cell) => `${cell.r} ${cell.c} ${cell.rs} ${cell.cs} ${cell.text}`);
}

describe('the grid of an HTML table', () => {
  it('is the grid that was written, whatever the spans', async () => {
    await fc.assert(
      fc.asyncProperty(randomGrid, async ({ rows, columns, cells }) => {
        fc.pre(cells.some((cell) => cell.text !== '') && cells.length > 1);
        expect(grids(await readHtmlBody(tableElement(rows, columns, cells)))).toEqual([{ rows, columns, cells }]);
      }),
      { numRuns: 100 },
    );
  });

  it('runs a row span of zero to the end of its group', async () => {
    const body = '<table border=1><tbody><tr><td rowspan=0>a<td>1<tr><td>2<tr><td>3</tbody><tbody><tr><td>b<td>4</tbody></table>';
    expect((await cells(body)).filter((one) => /[ab]$/.test(one))).toEqual(['0 0 3 1 a', '3 0 1 1 b']);
  });

  it('keeps every cell where spans overlap', async () => {
    const body = '<table border=1><tr><td>1<td rowspan=2 colspan=2>2<td>3<tr><td colspan=3>4<td>5</table>';
    expect((await grid(body)).cells.map((cell) => cell.text)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('drops the slivers of columns that an export leaves between misaligned edges', async () => {
    const body = '<table border=1><tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td colspan=2>x<td>y<tr><td colspan=2>1<td>2<td>3</table>';
    expect((await grid(body)).columns).toBe(3);
  });

  it('is not widened by a hostile span', async () => {
    const body = '<table border=1><tr><td colspan=999999>标题<tr><td>1<td>2</table>';
    expect([(await grid(body)).columns, (await grid(body)).rows]).toEqual([2, 2]);
  });

  it('prints the footer group last, wherever it is written', async () => {
    expect(rowsOf(await grid('<table><tfoot><tr><td>合计<td>3</tfoot><tbody><tr><th>a<td>3</tbody></table>'))).toEqual([
      ['a', '3'],
      ['合计', '3'],
    ]);
  });

  it('marks th and cells of the header group', async () => {
    const body = '<table><thead><tr><td>项目<td>金额</thead><tr><th>a<td>1</table>';
    expect((await grid(body)).cells.map((cell) => cell.header ?? false)).toEqual([true, true, true, false]);
  });

  it('keeps the caption and nested data tables', async () => {
    const body =
      '<table border=1><caption>表一</caption><tr><td>说明文字较长的一个单元格内容<table border=1><tr><td>1<td>2</table><td>x<tr><td>y<td>z</table>';
    const model = await readHtmlBody(body);
    const [table] = model.blocks;
    expect(table).toMatchObject({
      type: 'table',
      caption: '表一',
      grid: { cells: [{ text: '说明文字较长的一个单元格内容', tables: [{ rows: 1, columns: 2 }] }, {}, {}, {}] },
    });
  });

  it('leaves out hidden rows and cells', async () => {
    const body = '<table border=1><tr><td>a<td style="display:none">9<td>1<tr style="display: none"><td>9<td>9<tr><td>b<td>2</table>';
    expect(rowsOf(await grid(body))).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it('keeps blanks that indent and drops blanks behind', async () => {
    expect(
      (await cells('<table border=1><tr><td>&nbsp;&nbsp;其中&nbsp;<td> 1 \n <tr><td>　　二<td>&nbsp;</table>')).map((one) => one.slice(8)),
    ).toEqual(['\u00a0\u00a0其中', '1', '　　二', '']);
  });

  it('joins Chinese text that the source wraps and keeps forced breaks', async () => {
    expect((await cells('<table border=1><tr><td>一般公共\n   服务支出<td>a<br>b c\n d</table>')).map((one) => one.slice(8))).toEqual([
      '一般公共服务支出',
      'a\nb c d',
    ]);
  });

  it('states indentation given in characters', async () => {
    const body = '<table border=1><tr><td><p style="text-indent:20pt"><span style="font-size:10pt">款</span></p><td>1</table>';
    expect((await grid(body)).cells[0]!.indent).toBe(2);
  });
});

describe('a layout table', () => {
  const prose = '本部门预算收入合计937.79万元，'.repeat(20);

  it('of one cell is dissolved', async () => {
    expect(outline(await readHtmlBody(`<table><tr><td><p>一</p><p>二</p></table>`))).toEqual(['paragraph 一', 'paragraph 二']);
  });

  it('with most of its text in nested tables is dissolved', async () => {
    const inner = '<table border=1><tr><td>项目<td>金额<tr><td>合计<td>12.50</table>';
    expect(outline(await readHtmlBody(`<table><tr><td>表一</td></tr><tr><td>${inner}</td></tr></table>`))).toEqual([
      'paragraph 表一',
      'table 2x2',
    ]);
  });

  it('that a role states is dissolved', async () => {
    expect(outline(await readHtmlBody('<table role="presentation" border=1><tr><td>1<td>2</table>'))).toEqual([
      'paragraph 1',
      'paragraph 2',
    ]);
  });

  it('without borders around prose is dissolved', async () => {
    expect(outline(await readHtmlBody(`<table><tr><td>${prose}<td>侧栏</table>`))).toEqual([`paragraph ${prose}`, 'paragraph 侧栏']);
  });

  it('with borders stays a table', async () => {
    expect(outline(await readHtmlBody(`<table><tr><td style="border:solid 1pt">${prose}<td>1.00</table>`))).toEqual(['table 1x2']);
  });

  it('with cells of bare numbers stays a table', async () => {
    const row = (label: string) => `<tr><td>${label}<td>${prose}<td>12.50`;
    expect(outline(await readHtmlBody(`<table>${row('a')}${row('b')}${row('c')}</table>`))).toEqual(['table 3x3']);
  });

  it('of links is dissolved', async () => {
    const link = (text: string) => `<a href="#">${text}</a>`;
    expect(
      outline(
        await readHtmlBody(`<table><tr><td>·<td>${link('2026年部门预算公开')}<tr><td>·<td>${link('2025年决算')}</table><p>${prose}</p>`),
      ),
    ).not.toContain('table 2x2');
  });
});
