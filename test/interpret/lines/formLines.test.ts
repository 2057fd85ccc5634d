import { describe, expect, it } from 'vitest';
import { formLines } from '../../../src/interpret/lines/formLines.js';
import { facts, printedTable, read } from '../printedTable.js';

const SHEET = [
  ['项目编码', '13062524P00001510483H', '项目名称', '年鉴出版发行', '', ''],
  ['预算数', '57.25', '其中：财政    资金', '57.25', '其他资金', '-'],
  ['资金支出计划（%）', '3月底', '24%', '6月底', '48%', ''],
  ['数量指标', '聘请人数', '13', '', '', ''],
];

describe('the money of a key-value sheet', () => {
  const table = printedTable('年鉴出版发行绩效目标表', ['', '', '', '', '', ''], SHEET, { form: true });
  const { lines, roles } = formLines(read(table), facts, new Map(), []);

  it('is a line with its label, funding and project', () => {
    expect(lines.map(({ row_path, amount, funding, project_code }) => [row_path[0], amount, funding, project_code])).toEqual([
      ['预算数', '572500', 'all', '13062524P00001510483H'],
      ['其中：财政    资金', '572500', 'appropriation', '13062524P00001510483H'],
      ['其他资金', null, 'own', '13062524P00001510483H'],
    ]);
  });

  it('names no funding source: that is of revenue', () => {
    expect(lines.map((line) => line.funding_source)).toEqual([null, null, null]);
  });

  it('is no second line of a cell that is one already', () => {
    const again = formLines(read(table), facts, new Map(), lines.slice(0, 1));
    expect(again.lines.map(({ line_id }) => line_id)).toEqual(lines.slice(1).map(({ line_id }) => line_id));
  });

  it('is not the percentages of a schedule nor the numbers of indicators', () => {
    expect(lines.map(({ printed }) => printed)).toEqual(['57.25', '57.25', '-']);
    expect(roles.get('4,2')).toBe('percent');
  });
});
