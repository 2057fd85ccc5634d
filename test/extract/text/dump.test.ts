import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, grids, outline, readPlainText, rowsOf } from '../read.js';

/** A table as the dump writes it: each cell on a line behind a tab, an empty line behind each row, another behind the table. */
function dump(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n')}\n\n`;
}

/** `r c rs cs text` of each cell. */
async function cells(text: string): Promise<string[]> {
  const [grid] = grids(await readPlainText(text));
  return grid!.cells.map((cell) => `${cell.r} ${cell.c} ${cell.rs} ${cell.cs} ${cell.text}`);
}

describe('a text dump', () => {
  it('has a table where cells start with tabs, and paragraphs around it', async () => {
    const text = `收支表\n${dump([
      ['项目', '金额'],
      ['合计', '12.50'],
    ])}注：无。\n`;
    expect(outline(await readPlainText(text))).toEqual(['paragraph 收支表', 'table 2x2', 'paragraph 注：无。']);
  });

  it('keeps complete rows as they are', async () => {
    const number = fc.integer({ min: 0, max: 1e6 }).map((value) => (value / 100).toFixed(2));
    const rows = fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(rows, async (body) => {
        const written = [['类', '款', '合计', '小计'], ...body];
        expect(rowsOf(grids(await readPlainText(dump(written)))[0]!)).toEqual(written);
      }),
    );
  });

  it('goes on with a row that an empty paragraph inside a cell cuts', async () => {
    const rows = [
      ['一级', '二级', '三级', '值'],
      ['产出', '数量', 'a', '1'],
      ['产出', '质量', 'b', '2'],
      ['产出', '成本', 'c', '3'],
    ];
    const text = dump(rows).replace('\t质量\n', '\t质量\n\n');
    expect(rowsOf(grids(await readPlainText(text))[0]!)).toEqual(rows);
  });

  it('goes on with a cell on a line without a tab', async () => {
    const text = dump([
      ['目标', '1.保障'],
      ['x', 'y'],
    ]).replace('1.保障\n', '1.保障\n2.聘用\n');
    expect(rowsOf(grids(await readPlainText(text))[0]!)[0]).toEqual(['目标', '1.保障\n2.聘用']);
  });

  it('places header cells over the columns that go on below them', async () => {
    const text = dump([
      ['序号', '科目', '合计', '本年收入'],
      ['', '编码', '名称', '', '小计', '财政拨款'],
      ['栏次', '1', '2', '3', '4', '5'],
      ['1', '201', '一般', '9', '9', '9'],
    ]);
    expect((await cells(text)).slice(0, 8)).toEqual([
      '0 0 2 1 序号',
      '0 1 1 2 科目',
      '0 3 2 1 合计',
      '0 4 1 2 本年收入',
      '1 1 1 1 编码',
      '1 2 1 1 名称',
      '1 4 1 1 小计',
      '1 5 1 1 财政拨款',
    ]);
  });

  it('tells two sides apart where the first label comes again', async () => {
    const text = dump([
      ['序号', '收入', '支出'],
      ['', '项目', '预算数', '项目', '预算数'],
      ['1', '拨款', '9', '教育', '9'],
    ]);
    expect((await cells(text)).slice(0, 3)).toEqual(['0 0 2 1 序号', '0 1 1 2 收入', '0 3 1 2 支出']);
  });

  it('tells header groups apart where labels end and numbers begin', async () => {
    const text = dump([
      ['序号', '科目', '支出'],
      ['', '编码', '名称', '合计', '人员'],
      ['1', '301', '工资', '9', '9'],
      ['2', '302', '办公费', '8', '8'],
    ]);
    expect((await cells(text)).slice(0, 3)).toEqual(['0 0 2 1 序号', '0 1 1 2 科目', '0 3 1 2 支出']);
  });

  it('lets a blank leading label cell go on from above and leaves blank values blank', async () => {
    const text = dump([
      ['一级', '二级', '值'],
      ['产出', '数量', ''],
      ['', '质量', ''],
      ['效益', '社会', ''],
    ]);
    expect((await cells(text)).slice(3)).toEqual([
      '1 0 2 1 产出',
      '1 1 1 1 数量',
      '1 2 1 1 ',
      '2 1 1 1 质量',
      '2 2 1 1 ',
      '3 0 1 1 效益',
      '3 1 1 1 社会',
      '3 2 1 1 ',
    ]);
  });

  it('says that the place of a short body row is a guess', async () => {
    const text = dump([
      ['项目', '二', '三'],
      ['a', '1', '2'],
      ['b', '3', '4'],
      ['合计', '9'],
      ['c', '5', '6'],
    ]);
    expect(codes(await readPlainText(text))).toEqual(['ragged_row warning']);
  });

  it('has headings at bookmarks of the table of contents, and only there', async () => {
    const text = '[bookmark: _Toc_2_2_01]收支总表\n[bookmark: _Toc_3_3_02]一、职责\n[bookmark: _GoBack]（二）支出\n';
    expect(outline(await readPlainText(text))).toEqual(['h1 收支总表', 'h2 一、职责', 'paragraph （二）支出']);
  });

  it('reads rows with tabs between their cells', async () => {
    expect(rowsOf(grids(await readPlainText('标题\n项目\t金额\n合计\t12.50\n'))[0]!)).toEqual([
      ['项目', '金额'],
      ['合计', '12.50'],
    ]);
  });

  it('reads plain text as paragraphs', async () => {
    expect(outline(await readPlainText('第一行\r\n\r\n　　第二行\n'))).toEqual(['paragraph 第一行', 'paragraph 　　第二行']);
  });
});
