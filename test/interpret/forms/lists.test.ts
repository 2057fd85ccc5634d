import { describe, expect, test } from 'vitest';
import { formKind } from '../../../src/interpret/forms/index.js';
import { forms, grid } from './grids.js';

const LIST = grid(
  [
    '项目名称 | 项目总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 本年绩效指标值 | 绩效度量单位',
    '11000024T000002872278-内控 | 56.46 | 评估 | 产出指标 | 数量指标 | 份数 | ＝ | 1 | 份',
    '^ | ^ | ^ | 效益指标 | 社会效益指标 | 水平 | 定性 | 优 | 其他',
    '11000024T000002872302-计划 | 3.10 | 汇审 | 产出指标 | 数量指标 | 次数 | ≥ | 2 | 次',
  ].join('\n'),
  { header: 1, unit: '万元', title: '项目支出绩效目标表' },
);

describe('a list of projects', () => {
  test('is a project a named cell, with the indicators beside it', () => {
    const { projects, indicators } = forms(LIST);
    expect(projects.map(({ code, name, budget }) => [code, name, budget])).toEqual([
      ['11000024T000002872278', '内控', '564600'],
      ['11000024T000002872302', '计划', '31000'],
    ]);
    expect(indicators.map(({ project_id }) => projects.findIndex((project) => project.project_id === project_id))).toEqual([0, 0, 1]);
  });
  test('is one project where a page break cuts its goals, and several where each has a budget beside one name', () => {
    const text = '项目名称 | 金额 | 绩效目标\n甲类 | 9.00 | 评价不少于\n^ | ^ | 44个\n^ | 3.00 | 汇审';
    const list = grid(text, { header: 1, unit: '元' });
    const cells = list.cells.map((cell) => (cell.text === '44个' ? { ...cell, page: 2 } : cell));
    expect(forms({ ...list, cells }).projects.map(({ budget, goals }) => [budget, goals])).toEqual([
      ['9', ['评价不少于44个']],
      ['3', ['汇审']],
    ]);
  });
  test('reads operator, value and unit from their columns', () => {
    expect(forms(LIST).indicators.map(({ operator, value, value_unit, printed }) => [operator, value, value_unit, printed])).toEqual([
      ['=', '1', '份', '1'],
      ['text', null, '其他', '优'],
      ['>=', '2', '次', '2'],
    ]);
  });
  test('codes that all end in digits and disagree have no check character', () => {
    expect(forms(LIST).projects.map(({ code_check }) => code_check)).toEqual(['unknown_form', 'unknown_form']);
  });
  test('sums, units and rows of stars are no projects', () => {
    const text =
      '单位名称 | 项目名称 | 金额 | 项目总体绩效目标\n** | ** | ** | **\n | 合计 | 9.00 | \n财政局 | 财政局 | 9.00 | \n财政局 | 评审 | 9.00 | 评审项目';
    expect(forms(grid(text, { header: 1, unit: '元' })).projects.map(({ name, goals }) => [name, goals])).toEqual([['评审', ['评审项目']]]);
  });
  test('may print all indicators of a project in one cell', () => {
    const indicators =
      '1、1-产出指标；11-数量指标；次数；实施周期指标值:≥20场；年度指标值:≥10场。2、2-效益指标；22-社会效益；满意；年度指标值:100%。';
    const text = `项目名称 | 总计 | 绩效目标 | 绩效指标\n甲 | 1.00 | 乙 | ${indicators}`;
    expect(
      forms(grid(text, { header: 1, unit: '万元' })).indicators.map(({ level1, level3, printed }) => [level1, level3, printed]),
    ).toEqual([
      ['产出指标', '次数', '≥10场'],
      ['效益指标', '满意', '100%'],
    ]);
  });
  test('of money by source that only adds goals is no performance form, but its projects are read', () => {
    const money = grid('项目名称 | 总计 | 财政拨款 | 政府性基金 | 国有资本 | 绩效目标\n甲 | 9.00 | 9.00 | 0 | 0 | 保障', {
      header: 1,
      unit: '万元',
    });
    expect([formKind(money), forms(money).projects.length]).toEqual([null, 1]);
  });
  test('a table of amounts is none', () => {
    expect(
      formKind(grid('科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 9 | 8 | 1', { header: 1, unit: '万元' })),
    ).toBeNull();
  });
});
