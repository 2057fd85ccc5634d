import { describe, expect, it } from 'vitest';
import { figureLines } from '../../../src/model/index.js';
import { linesOf, printedTable } from '../printedTable.js';

describe('the same money', () => {
  const byRow = linesOf(
    printedTable('收支总表', ['收入 / 项目', '收入 / 预算数', '支出 / 项目', '支出 / 预算数'], [['财政拨款收入', '9.00', '', '']]),
  );
  const columns = ['科目编码', '科目名称', '合计', '财政拨款收入'];
  const rows = [
    ['', '合计', '9.00', '9.00'],
    ['205', '教育支出', '9.00', '9.00'],
  ];
  const byColumn = linesOf({ ...printedTable('收入总表', columns, rows), index: 1 });

  it('is one figure, whether a row or a column names its source', () => {
    const figures = [...figureLines([...byRow.lines, ...byColumn.lines]).values()];
    expect(figures.map((lines) => lines.map((line) => line.funding))).toContainEqual(['appropriation', 'appropriation']);
  });
});

describe('a sum over money carried over', () => {
  const columns = ['单位编码', '单位名称', '总计', '部门预算 / 合计', '部门预算 / 一般公共预算拨款', '部门预算 / 上年结转'];
  const { lines } = linesOf(printedTable('收入总表', columns, [['', '合计', '9.00', '9.00', '7.00', '2.00']]));

  it('is no figure of the year, whether it is the total or a subtotal', () => {
    const figures = [...figureLines(lines).values()].flat().map((line) => line.column_path.join(' / '));
    expect(figures).not.toContain('总计');
    expect(figures).not.toContain('部门预算 / 合计');
    expect(figures).toContain('部门预算 / 一般公共预算拨款');
  });
});
