import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zGridTable } from '../../src/model/index.js';
import { readTables } from '../../src/tables/index.js';
import { documentOf, heading, piece, table } from './printed.js';

const only = (text: string) => readTables(documentOf(table(text))).tables[0]!;

describe('header paths', () => {
  test('run from top to leaf; a spanning header stands in each path, a tall one once', () => {
    const { columns } = only('序号 | 收入 | < | 上年结转\n^ | 小计 | 拨款 | ^\n1 | 9.00 | 9.00 | ');
    expect(columns).toEqual([['序号'], ['收入', '小计'], ['收入', '拨款'], ['上年结转']]);
  });

  test('drop layout blanks and line breaks', () => {
    expect(only('科目⏎编码 | 合  计\n201 | 9.00').columns).toEqual([['科目编码'], ['合计']]);
  });

  test('write a leaf over several columns once', () => {
    expect(only('科目 | < | 金额\n201 | 服务 | 9.00').columns).toEqual([['科目'], [], ['金额']]);
  });

  test('keep a blank header over a column with a body', () => {
    expect(only('项目名称 |  | 金额\n资金 | 小计 | 9.00').columns).toEqual([['项目名称'], [], ['金额']]);
  });

  test('keep a blank sub-head under a printed head', () => {
    expect(only('功能分类科目编码 | < | 合计\n类 |  | ^\n |  | ').columns).toEqual([
      ['功能分类科目编码', '类'],
      ['功能分类科目编码'],
      ['合计'],
    ]);
  });

  test('leave out a column without header and body, and say where the others stand', () => {
    const found = only('项目 | 金额 | \n合计 | 9.00 | ');
    expect([found.columns, found.columnAt]).toEqual([
      [['项目'], ['金额']],
      [0, 1],
    ]);
  });

  test('do not hold the row of column numbers', () => {
    const found = only('项目 | 合计\n栏次 | 1\n合计 | 9.00');
    expect([found.columns, found.rows.length, found.cells.filter((cell) => cell.role === 'column_number').length]).toEqual([
      [['项目'], ['合计']],
      1,
      2,
    ]);
  });
});

describe('body rows', () => {
  test('write a cell over several columns where it starts', () => {
    expect(only('编码 | 名称 | 金额\n合计 | < | 9.00').rows).toEqual([{ r: 1, texts: ['合计', '', '9.00'] }]);
  });

  test('write a cell over several rows once', () => {
    expect(only('类别 | 指标 | 值\n产出 | 数量 | 9.00\n^ | 质量 | 8.00').rows.map((row) => row.texts)).toEqual([
      ['产出', '数量', '9.00'],
      ['', '质量', '8.00'],
    ]);
  });

  test('leave out blank rows but keep their cells', () => {
    const found = only('项目 | 金额\n | \n合计 | 9.00');
    expect([found.rows.map((row) => row.r), found.cells.length]).toEqual([[2], 6]);
  });

  test('drop indentation from the text and keep it on the cell', () => {
    const block = table('项目 | 金额\nX | 9.00');
    block.grid.cells[2]!.text = '　　基本工资';
    expect(readTables(documentOf(block)).tables[0]!.cells[2]).toMatchObject({ text: '基本工资', indent: 2 });
  });

  test('hold a total printed on the line of the sub-heads, with blanks under the sub-heads', () => {
    const text = `项目 | < | 年初结转 | 本年支出 | <
      编码 | 科目名称 | ^ | ^ | ^
      合计 | < | | 小计 | 基本支出`;
    const found = only(text);
    expect(found.columns.map((path) => path.join(' / '))).toEqual([
      '项目 / 编码',
      '项目 / 科目名称',
      '年初结转',
      '本年支出 / 小计',
      '本年支出 / 基本支出',
    ]);
    expect(found.rows.map((row) => row.texts)).toEqual([['合计', '', '', '', '']]);
  });
});

describe('empty tables', () => {
  test.each([
    ['科目编码 | 科目名称 | 合计', true],
    ['科目编码 | 科目名称 | 合计\n合计 | < | ', true],
    ['序号 | 科目编码 | 合计\n1 | 201 | ', true],
    ['科目编码 | 科目名称 | 合计\n合计 | < | -', true],
    ['科目编码 | 科目名称 | 合计\n合计 | < | 0.00', false],
    ['采购项目 | 数量 | 备注\n电脑 | 6 | ', false],
    ['报表 | 报表名称 | 是否空表\n表1 | 收支总表 | 否', false],
  ])('%j: %s', (text, empty) => {
    expect(only(text).empty).toBe(empty);
  });
});

describe('key-value sheets', () => {
  test('have no header and keep every row', () => {
    const found = only('项目编码 | 13062524P00001510483H | 项目名称 | 办公经费\n预算数 | 57.25 | 其他资金 | ');
    expect(found).toMatchObject({ form: true, columns: [[], [], [], []] });
    expect(found.rows).toHaveLength(2);
  });

  test('are known by their keys though a value sounds like a key', () => {
    const found = only('项目名称 | < | 政府网站内容 | <\n主管部门 | < | 某市人民政府办公厅 | <\n资金总额： | 9.00 | 其他资金 | 0.00');
    expect(found.form).toBe(true);
  });

  test('may begin with the money', () => {
    expect(only('专项资金情况（万元） | 资金总额： | 28.50 | <\n^ | 财政拨款： | 28.50 | <\n项目实施期目标 | 完成改造 | < | <').form).toBe(
      true,
    );
  });

  test('a table of indicators is none', () => {
    expect(only('一级指标 | 二级指标 | 指标值\n产出指标 | 数量指标 | 13名').form).toBe(false);
  });

  test('two heads of amounts are none, one divided below and the other reaching down beside it', () => {
    const found = only('“三公”经费预算数 | < | 机关运行经费预算数\n合计 | 公务接待费 | ^\n22.91 | 1.35 | 786.09');
    expect(found.form).toBe(false);
    expect(found.columns).toEqual([['“三公”经费预算数', '合计'], ['“三公”经费预算数', '公务接待费'], ['机关运行经费预算数']]);
  });

  test('states its unit in the keys over its indicators, whatever indicators count in', () => {
    const sheet = (key: string) =>
      only(
        `项目名称 | 办公用房 | 主管部门 | 某市司法局\n${key} | 资金总额： | 11.92 | <\n^ | 财政拨款： | 11.92 | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n成本指标 | 经济成本 | 办公区域能耗费（元） | ≤5000`,
      );
    expect(['资金金额（万元）', '年度预算安排（万元）'].map((key) => [sheet(key).form, sheet(key).unit])).toEqual([
      [true, '万元'],
      [true, '万元'],
    ]);
  });

  test('a list of units is none', () => {
    expect(only('单位名称 | 单位性质 | 经费形式\n某局本级 | 行政 | 财政拨款').form).toBe(false);
  });
});

describe('the reading of a document', () => {
  test('numbers tables in reading order and names their blocks', () => {
    const { tables } = readTables(
      documentOf(heading('甲表'), table('项目 | 金额\n合计 | 9.00'), heading('乙表'), table('项目 | 金额\n合计 | 8.00')),
    );
    expect(tables.map((one) => [one.index, one.title, one.blocks])).toEqual([
      [0, '甲表', [1]],
      [1, '乙表', [3]],
    ]);
  });

  test('puts a table nested in a cell after the table that holds it', () => {
    const outer = table('项目 | 说明\n车辆 | 见内');
    outer.grid.cells[3]!.tables = [table('型号 | 金额\nA | 9.00').grid];
    expect(readTables(documentOf(outer)).tables.map((one) => one.columns.map((path) => path.join()))).toEqual([
      ['项目', '说明'],
      ['型号', '金额'],
    ]);
  });

  test('reports a table without header', () => {
    expect(readTables(documentOf(table('20103 | 服务 | 9.00\n20104 | 事务 | 8.00'))).diagnostics.map((one) => one.code)).toEqual([
      'header_not_found',
    ]);
  });

  test('loses no printed amount, whatever the grid', () => {
    const cell = fc.constantFrom('', '', '合计', '项目', '9.00', '8.50', '<', '^', '单位：万元', '注：无', '1', '2026年');
    const drawn = fc
      .array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
      .map((rows) =>
        rows
          .map((row, r) => row.map((text, c) => ((text === '<' && c === 0) || (text === '^' && r === 0) ? '' : text)).join(' | '))
          .join('\n'),
      );
    fc.assert(
      fc.property(drawn, drawn, (upper, lower) => {
        const blocks = [piece(1, upper), piece(2, lower)];
        const { tables } = readTables(documentOf(...blocks));
        const amounts = (texts: string[]) => texts.flatMap((text) => text.match(/\d\.\d\d/gu) ?? []).sort();
        expect(amounts(tables.flatMap((one) => one.cells.map(({ text }) => text)))).toEqual(
          amounts(blocks.flatMap((one) => one.grid.cells.map(({ text }) => text))),
        );
        const body = tables.flatMap((one) => one.cells.filter(({ role }) => role === 'body').map(({ text }) => text));
        expect(amounts(tables.flatMap((one) => one.rows.flatMap((row) => row.texts)))).toEqual(amounts(body));
        for (const one of tables) zGridTable.parse(one);
      }),
    );
  });
});
