import { describe, expect, it } from 'vitest';
import { formLines } from '../../../src/interpret/lines/formLines.js';
import { grid } from '../forms/grids.js';
import { facts, linesOf, printedTable, read } from '../printedTable.js';

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

describe('the money of a department’s sheet', () => {
  const table = grid(
    [
      '部门名称 | 甲市教育局 | < | < | <',
      '总体资金情况（万元） | 预算支出总额 | 财政拨款 | < | 其他资金',
      '^ | ^ | 合计 | 项目支出 | 合计',
      '^ | 20.00 | 15.00 | 6.00 | 5.00',
      '年度主要任务 | 任务名称 | 预算金额（万元） | 其中：财政拨款 | 执行率',
      '^ | 保障财政预算编审及政府债务管理等工作落实 | 80.6 | < | <',
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 备注',
      '产出指标 | 成本指标 | 项目支出 | 100.50 | ',
    ].join('\n'),
    { title: '部门整体支出绩效目标表', unit: '万元' },
  );
  const { lines } = formLines(read(table), facts, new Map(), []);
  const stated = lines.map(({ row_path, funding, part, printed }) => `${row_path.join(' > ')} ${funding} ${part} ${printed}`);

  it('is told by the labels over its own', () => {
    expect(stated).toContain('财政拨款 > 合计 appropriation all 15.00');
    expect(stated).toContain('财政拨款 > 项目支出 appropriation project 6.00');
  });

  it('is not told by the name of a task, but by the label over it', () => {
    expect(stated).toContain('保障财政预算编审及政府债务管理等工作落实 > 预算金额（万元） all all 80.6');
  });

  it('is none of the values of its indicators', () => {
    expect(lines.map(({ printed }) => printed)).not.toContain('100.50');
  });
});

describe('the money of a list of project sheets', () => {
  it('is expenditure for projects', () => {
    const columns = ['项目名称', '项目总额', '其中： / 财政资金', '绩效目标', '一级指标', '二级指标', '本年绩效指标值'];
    const rows = [['信息化监理项目', '8.00', '8.00', '按时完成', '产出指标', '质量指标', '100']];
    const { lines } = linesOf(printedTable('项目支出绩效目标表', columns, rows));
    expect(lines.map(({ flow, funding, part }) => `${flow} ${funding} ${part}`)).toEqual([
      'expenditure all project',
      'expenditure appropriation project',
    ]);
  });
});
