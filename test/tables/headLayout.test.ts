import { describe, expect, test } from 'vitest';
import { headLayout } from '../../src/tables/headLayout.js';
import { grid } from './printed.js';

const layoutOf = (text: string) => {
  const { headerStart, headerEnd, columnNumberRow, bodyStart } = headLayout(grid(text));
  return { headerStart, headerEnd, columnNumberRow, bodyStart };
};

describe('where the head of a table ends', () => {
  test('one header row over amounts', () => {
    expect(layoutOf('项目 | 合计 | 基本支出\n合计 | 9.00 | 8.00')).toMatchObject({ headerStart: 0, headerEnd: 1, bodyStart: 1 });
  });

  test('a meta row with organization, year and unit is no header', () => {
    expect(
      layoutOf('434某区人民政府办公室 | < | 预算年度：2024 | 单位：万元\n项目 | 预算数 | 项目 | 预算数\n一、收入 | 9.00 | 一、支出 | 9.00'),
    ).toMatchObject({
      headerStart: 1,
      headerEnd: 2,
    });
  });

  test('a meta row may name the organization without a code', () => {
    expect(layoutOf('某区人民政府办公室 | < | 单位：万元\n项目 | 数量 | 金额\n车辆 | 2 | 9.00').headerStart).toBe(1);
  });

  test('the number of an attachment, title, label, organization and unit in rows over the header are meta', () => {
    const text = `附件2 | < | < | <
      部门收支总体情况表 | < | < | <
      部门公开表1 | < | < | <
      填报单位：某市商务局 | < | < | 单位：万元
      收入 | < | 支出 | <
      项目 | 金额 | 项目 | 金额
      一、拨款 | 9.00 | 一、服务 | 9.00`;
    expect(layoutOf(text)).toMatchObject({ headerStart: 4, headerEnd: 6 });
  });

  test('a title printed as a row over all columns is meta', () => {
    expect(layoutOf('2026年收支预算总表 | < | <\n项目 | 金额 | 备注\n合计 | 9.00 | ').headerStart).toBe(1);
  });

  test('a head over all columns that is no title is header', () => {
    expect(layoutOf('财政拨款“三公”经费 | < | <\n合计 | 预算数 | 决算数\n2.85 | 0.39 | 0.00')).toMatchObject({
      headerStart: 0,
      headerEnd: 2,
    });
  });

  test('sub-heads of spanning heads are header', () => {
    expect(layoutOf('序号 | 收入 | < | 支出 | <\n^ | 项目 | 预算数 | 项目 | 预算数\n1 | 一、拨款 | 9.00 | 一、服务 | 9.00').headerEnd).toBe(
      2,
    );
  });

  test('a sub-head that spans and is divided again is header', () => {
    const text = `收入 | < | 支出 | <
      项目名称 | 金额 | 支出用途 | <
      ^ | ^ | 项目名称 | 金额
      一、拨款 | 9.00 | 一、基本支出 | 9.00`;
    expect(layoutOf(text).headerEnd).toBe(3);
  });

  test('a row of column numbers may begin again for each side and leave the row numbers blank', () => {
    expect(
      layoutOf(
        '收入 | < | < | 支出 | < | <\n项目 | 行次 | 金额 | 项目 | 行次 | 金额\n栏次 | | 1 | 栏次 | | 2\n一、拨款 | 1 | 9.00 | 一、服务 | 31 | 9.00',
      ),
    ).toEqual({ headerStart: 0, headerEnd: 2, columnNumberRow: 2, bodyStart: 3 });
  });

  test('a row of stars stands for column numbers', () => {
    expect(layoutOf('单位名称 | 项目名称 | 金额\n** | ** | **\n某站 | 军供保障 | 35.00')).toMatchObject({ headerEnd: 1, bodyStart: 2 });
  });

  test('a row of column numbers may name the pieces of the code in front of them', () => {
    expect(layoutOf('编码 | < | < | 名称 | 合计 | 小计\n类 | 款 | 项 | 栏次 | 1 | 2\n^ | ^ | ^ | 合计 | 9.00 | 9.00')).toEqual({
      headerStart: 0,
      headerEnd: 1,
      columnNumberRow: 1,
      bodyStart: 2,
    });
  });

  test('a row of column numbers ends the header and is no body', () => {
    expect(layoutOf('项目 | 合计 | 小计\n栏次 | 1 | 2=3+4\n合计 | 9.00 | 9.00')).toEqual({
      headerStart: 0,
      headerEnd: 1,
      columnNumberRow: 1,
      bodyStart: 2,
    });
  });

  test('column numbers without the word are found too', () => {
    expect(layoutOf('科目编码 | 科目名称 | 合计 | 小计\n1 | 2 | 3 | 4\n201 | 一般公共服务支出 | 9.00 | 9.00').columnNumberRow).toBe(1);
  });

  test('a row of codes and counts is no row of column numbers', () => {
    expect(layoutOf('项目 | 数量 | 单价\n车辆 | 2 | 3\n电脑 | 4 | 5').columnNumberRow).toBeNull();
  });

  test('the label of a leaf over code and name does not make the first body row a header', () => {
    expect(layoutOf('科目 | < | 金额\n合计 | < | \n | | ').headerEnd).toBe(1);
  });

  test('an unmerged second header row stands over amounts', () => {
    expect(
      layoutOf('项目 | 本年收入 | | \n | 小计 | 财政拨款 | 其他收入\n合计 | 9.00 | 8.00 | 1.00\n工资 | 9.00 | 8.00 | 1.00').headerEnd,
    ).toBe(2);
  });

  test('a grid that begins with amounts has no header', () => {
    expect(layoutOf('20103 | 政府办公厅 | 9.00\n20104 | 发展与改革事务 | 8.00')).toMatchObject({ headerEnd: 0, bodyStart: 0 });
  });

  test('years head columns', () => {
    expect(layoutOf('项目 | 2024 | 2025\n工资 | 9.00 | 8.00').headerEnd).toBe(1);
  });

  test('a total printed on the line of the sub-heads is body', () => {
    const text = `项目 | < | 年初结转 | 本年支出 | < | 年末结转
      编码 | 科目名称 | ^ | ^ | ^ | ^
      合计 | < | | 合计 | 基本支出 | `;
    const layout = headLayout(grid(text));
    expect([...layout.bodyCells].map((cell) => [cell.r, cell.c, cell.text])).toEqual([[2, 0, '合计']]);
  });

  test('rows that the format marks extend the header only while nothing forbids it', () => {
    const marked = grid('A | B\nx | y\n1.00 | 2.00');
    for (const cell of marked.cells) cell.header = cell.r < 2;
    expect(headLayout(marked).headerEnd).toBe(2);
  });
});
