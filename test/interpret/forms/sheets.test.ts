import { describe, expect, test } from 'vitest';
import { formKind } from '../../../src/interpret/forms/index.js';
import { forms, grid } from './grids.js';

const SHEET = grid(
  [
    '项目编码 | 13062524P00001510483H | < | < | 项目名称 | 劳务派遣 | <',
    '预算规模及资金用途 | 预算数 | 57.25 | 其中：财政    资金 | 57.25 | 其他资金 | ',
    '^ | 用于发放工资 | < | < | < | < | <',
    '资金支出计划（%） | 3月底 | < | 6月底 | 10月底 | 12月底 | <',
    '^ | 24% | < | 48% |  | 100% | <',
    '绩效目标 | 1.保障运转¶2.聘用13名 | < | < | < | < | <',
  ].join('\n'),
  { unit: '万元', title: '劳务派遣绩效目标表' },
);
const INDICATORS = grid(
  [
    '一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据',
    '产出指标 | 数量指标 | 人数 | 派遣人数 | 13名 | 请示',
    '^ | 成本指标 | 项目¶成本 | 控制 | ≦57.25万元 | 请示',
    '满意度指标 | 服务对象满意度指标 | 满意率 | 满意 | ≥95% | 问卷',
  ].join('\n'),
  { header: 1 },
);
const FLAT = grid(
  [
    '项目名称 | 办公楼租金 | < | < | <',
    '主管部门 | 商务局 | < | 实施单位 | 商务局',
    '专项资金情况（万元） | 资金总额 | < | 202.17 | <',
    '^ | 财政拨款 | < | 202.17 | <',
    '^ | 其他资金 | < | 0.00 | <',
    '年度目标 | 租用5137平方米 | < | < | <',
    '绩效目标指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
    '^ | 产出指标 | 数量指标 | 面积 | ≤5137.26平方米',
    '^ | ^ | 质量指标 | 合格率 | ≥90%',
    '备注 |  | < | < | <',
  ].join('\n'),
);

describe('a project sheet', () => {
  test('with its indicators in the table after it is one project', () => {
    const { projects, indicators } = forms(SHEET, INDICATORS);
    expect([projects.length, indicators.length]).toEqual([1, 3]);
  });
  test('prints code, name, purpose and money in yuan with their lines', () => {
    expect(forms(SHEET, INDICATORS).projects[0]).toMatchObject({
      code: '13062524P00001510483H',
      code_division: '130625',
      code_year: 2024,
      code_category: 'P',
      code_check: 'agrees',
      sheet: 'project',
      name: '劳务派遣',
      budget: '572500',
      budget_line_id: '0:1:2',
      fiscal_funds: '572500',
      other_funds: null,
      purpose: '用于发放工资',
    });
  });
  test('prints one goal a line', () => {
    expect(forms(SHEET).projects[0]?.goals).toEqual(['1.保障运转', '2.聘用13名']);
  });
  test('has the same goals where a reader joined their lines', () => {
    const joined = { ...SHEET, cells: SHEET.cells.map((cell) => ({ ...cell, text: cell.text.replace('\n', '') })) };
    expect(forms(joined).projects[0]?.goals).toEqual(['1.保障运转', '2.聘用13名']);
  });
  test('prints its schedule by month, without months left blank', () => {
    expect(forms(SHEET).project_schedule.map(({ by, percent }) => [by, percent])).toEqual([
      ['3月底', '24'],
      ['6月底', '48'],
      ['12月底', '100'],
    ]);
  });
  test('fills merged levels of its indicators', () => {
    expect(forms(SHEET, INDICATORS).indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '成本指标'],
      ['满意度指标', '服务对象满意度指标'],
    ]);
  });
  test('fills levels that a format without spans prints once', () => {
    const text = '一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 甲 | 1个\n |  | 乙 | 2个\n | 质量指标 | 丙 | 3个';
    expect(forms(SHEET, grid(text, { header: 1 })).indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标'],
    ]);
  });
  test('joins a cell printed in two paragraphs', () => {
    expect(forms(SHEET, INDICATORS).indicators[1]?.level3).toBe('项目成本');
  });
  test('may print everything in one table', () => {
    const { projects, indicators } = forms(FLAT);
    expect([projects[0], indicators.length]).toMatchObject([
      { name: '办公楼租金', budget: '2021700', other_funds: '0', goals: ['租用5137平方米'] },
      2,
    ]);
  });
  test('may have a label over several rows that only groups them', () => {
    const text = '项目名称 | 甲 | <\n资金金额（万元） | 实施期资金总额： | 24.70\n^ | 其中：财政拨款 | 24.70\n年度目标 | 乙 | <';
    expect(forms(grid(text)).projects[0]).toMatchObject({ budget: '247000', fiscal_funds: '247000', goals: ['乙'] });
  });
  test.each(['期资金总', '施期资金总额', '度资金总'])('may have a column too narrow for the label of its budget: %s', (label) => {
    const text = `项目名称 | 甲 | <\n资金金额（万元） | ${label} | 24.70\n^ | 财政拨款 | 24.70\n年度目标 | 乙 | <`;
    expect(forms(grid(text)).projects[0]).toMatchObject({ budget: '247000', fiscal_funds: '247000' });
  });
  test('may print a value in the cell of its label', () => {
    expect(forms(grid('项目名称：甲\n资金总额：5.00万元\n年度目标：乙')).projects[0]).toMatchObject({
      name: '甲',
      budget: '50000',
      goals: ['乙'],
    });
  });
  test('starts another project where the name is printed again', () => {
    const second = FLAT.cells.map((cell) => ({ ...cell, r: cell.r + 10, text: cell.text.replace('办公楼租金', '物业费') }));
    expect(forms({ ...FLAT, cells: [...FLAT.cells, ...second] }).projects.map(({ name }) => name)).toEqual(['办公楼租金', '物业费']);
  });
  test('takes this year’s money and goals before those of the whole project', () => {
    const { projects } = forms(
      grid(
        [
          '项目名称 | 服务中心 | < | <',
          '项目资金（元） | 项目资金总额 | 900.00 | 年度资金申请总额 | 300.00',
          '^ | 其中：财政资金 | 900.00 | 其中：当年财政拨款 | 300.00',
          '项目绩效目标 | 项目总目标 | < | 年度总体目标 | <',
          '^ | 建成 | < | 开工 | <',
          '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值',
          '^ | 产出指标 | 数量指标 | 面积 | 1个',
        ].join('\n'),
      ),
    );
    expect(projects[0]).toMatchObject({ budget: '300', fiscal_funds: '300', goals: ['开工'] });
  });
  test('that is blank has no record', () => {
    expect(
      forms(grid('项目名称 |  | < | <\n资金总额 |  | < | <\n年度目标 |  | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值')).projects,
    ).toEqual([]);
  });
  test('is named by its title where it has no name field', () => {
    const text = '资金总额 | 5.00\n财政拨款 | 5.00\n年度目标 | 保障出行\n一级指标 | 指标值';
    expect(forms(grid(text, { title: '公务用车管理费项目绩效目标表', unit: '万元' })).projects[0]?.name).toBe('公务用车管理费');
  });
  test('whose money has no unit says so', () => {
    expect(forms(grid('项目名称 | 甲\n资金总额 | 5.00\n年度目标 | 乙')).diagnostics).toMatchObject([{ code: 'form_amount_without_unit' }]);
  });
  test('whose code has another check character is kept with a warning', () => {
    const wrong = { ...SHEET, cells: SHEET.cells.map((cell) => ({ ...cell, text: cell.text.replace('483H', '483K') })) };
    const { projects, diagnostics } = forms(wrong);
    expect([projects[0]?.code_check, diagnostics[0]?.code, diagnostics[0]?.severity]).toEqual([
      'conflict',
      'project_code_check',
      'warning',
    ]);
  });
});

describe('a department’s sheet', () => {
  const overall = grid(
    [
      '部门名称 | 审计局 | < | < | <',
      '总体资金情况（万元） | 预算支出总额 | 财政拨款 | < | 其他资金',
      '^ | ^ | 合计 | 基本支出 | 合计',
      '^ | 32.5 | 32.0 | 20.0 | 0.5',
      '整体绩效目标 | 做好审计 | < | < | <',
      '活动 | 绩效指标 | 指标性质 | 指标值 | 度量单位',
      '审计业务 | 产出指标数量指标审计项目数 | ≥ | 77 | 项',
    ].join('\n'),
    { title: '部门整体支出绩效目标表' },
  );
  test('is told from a project’s', () => {
    expect([formKind(overall), forms(overall).projects[0]?.sheet, forms(overall).projects[0]?.name]).toEqual([
      'overall_performance',
      'overall',
      '审计局',
    ]);
  });
  test('prints its money under the labels, not under those of their parts', () => {
    expect(forms(overall).projects[0]).toMatchObject({ budget: '325000', fiscal_funds: '320000', other_funds: '5000' });
  });
  test('prints the sum of its tasks, which are not its money', () => {
    const tasks = grid(
      [
        '部门（单位）名称 | 信访局 | < | <',
        '年度主要任务 | 任务名称 | 预算金额（万元） | <',
        '^ | ^ | 总额 | 财政拨款',
        '^ | 保运转 | 19.5 | 19.5',
        '^ | 金额合计 | 28.5 | 28.5',
        '一级指标 | 二级指标 | 三级指标 | 指标值',
        '产出指标 | 数量指标 | 接访 | 10次',
      ].join('\n'),
      { title: '部门整体支出绩效目标表', unit: '万元' },
    );
    expect(forms(tasks).projects[0]).toMatchObject({ budget: '285000', fiscal_funds: '285000' });
  });
  test('may print the levels of an indicator as one text', () => {
    expect(forms(overall).indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', level3: '审计项目数', operator: '>=', value: '77', value_unit: '项', printed: '77' },
    ]);
  });
});
