import { describe, expect, it } from 'vitest';
import { printedTable, read } from '../printedTable.js';

/** `header: value` of every amount column. */
function told<T>(
  columns: readonly string[],
  what: (meaning: NonNullable<ReturnType<typeof read>['columns'][number]['meaning']>) => T,
  title = '支出总表',
) {
  const row = columns.map((path, i) => (i === 0 ? '行政运行' : path.includes('%') ? '3.10' : '1,234.50'));
  const reading = read(printedTable(title, columns, [row]));
  return Object.fromEntries(reading.columns.flatMap(({ path, meaning }) => (meaning ? [[path.join(' / '), what(meaning)]] : [])));
}

describe('the columns of a table', () => {
  it('get their part of the expenditure from the deepest word that names one', () => {
    const columns = [
      '科目名称',
      '合计',
      '基本支出 / 人员经费',
      '项目支出',
      '事业单位经营支出',
      '对附属单位补助支出',
      '2024年政府采购项目 / 小计',
    ];
    expect(told(columns, ({ part }) => part)).toEqual({
      合计: null,
      '基本支出 / 人员经费': 'basic',
      项目支出: 'project',
      事业单位经营支出: 'operating',
      对附属单位补助支出: 'other',
      '2024年政府采购项目 / 小计': 'all',
    });
  });

  it('get the funding from the deepest word that names one', () => {
    const columns = [
      '单位名称',
      '财政拨款 / 小计',
      '财政拨款 / 政府性基金预算拨款',
      '财政专户管理资金',
      '单位资金 / 其他收入',
      '上年结转结余',
    ];
    expect(told(columns, ({ funding }) => funding, '收入总表')).toEqual({
      '财政拨款 / 小计': 'appropriation',
      '财政拨款 / 政府性基金预算拨款': 'fund',
      财政专户管理资金: 'special_account',
      '单位资金 / 其他收入': 'own',
      上年结转结余: 'carry_over',
    });
  });

  it('get year, phase and comparison from the header', () => {
    const columns = ['项目', '2023年执行数', '上年预算数', '2024年预算数', '比上年增减', '比上年增减%', '上年结转'];
    expect(told(columns, ({ year, phase, comparison, quantity }) => [year, phase, comparison, quantity].join(' '))).toEqual({
      '2023年执行数': '2023 estimated none money',
      上年预算数: '2023 approved none money',
      '2024年预算数': '2024 approved none money',
      比上年增减: '2024  change money',
      '比上年增减%': '2024  change_percent percent',
      上年结转: '  none money',
    });
  });

  it('say which of them sums the others', () => {
    const columns = [
      '科目名称',
      '总计',
      '财政拨款 / 合计',
      '财政拨款 / 一般公共预算',
      '财政拨款 / 政府性基金预算',
      '其他资金',
      '其中：专项资金',
      '上年结转',
    ];
    expect(told(columns, ({ role }) => role)).toEqual({
      总计: 'total',
      '财政拨款 / 合计': 'subtotal',
      '财政拨款 / 一般公共预算': 'leaf',
      '财政拨款 / 政府性基金预算': 'leaf',
      其他资金: 'leaf',
      '其中：专项资金': 'of_which',
      上年结转: 'balance',
    });
  });

  it('take 其中：基本支出 beside 项目支出 for parts, and 小计 beside nothing but 其中 for a leaf', () => {
    expect(told(['科目名称', '小计', '其中： / 基本支出', '其中： / 项目支出'], ({ role }) => role)).toEqual({
      小计: 'total',
      '其中： / 基本支出': 'leaf',
      '其中： / 项目支出': 'leaf',
    });
    const columns = ['单位名称', '合计', '一般公共预算拨款 / 小计', '一般公共预算拨款 / 其中：专项资金列入部门预算项目', '事业收入'];
    expect(told(columns, ({ role }) => role)).toMatchObject({ '一般公共预算拨款 / 小计': 'leaf' });
  });

  it('take what stands below 其中 beside both parts for parts of these, and 单位预留机动经费 for a part of its own', () => {
    const columns = ['科目名称', '合计', '基本支出', '项目支出', '其中 / 事业单位经营支出', '其中 / 上缴上级支出'];
    expect(told(columns, ({ role }) => role)).toMatchObject({
      项目支出: 'leaf',
      '其中 / 事业单位经营支出': 'of_which',
      '其中 / 上缴上级支出': 'of_which',
    });
    expect(told(['科目名称', '合计', '基本支出', '项目支出', '单位预留机动经费'], ({ role }) => role)).toMatchObject({
      单位预留机动经费: 'leaf',
    });
  });

  it('keep header words that no lexicon explains', () => {
    expect(told(['科目名称', '合计', '镇级统筹'], ({ unexplained }) => unexplained)).toMatchObject({ 合计: [], 镇级统筹: ['镇级统筹'] });
  });

  it('name the items of a “三公” table, and its 合计 only where nothing else is summed', () => {
    const items = [
      '因公出国（境）费',
      '公务用车购置及运行费 / 小计',
      '公务用车购置及运行费 / 购置费',
      '公务用车购置及运行费 / 运行费',
      '公务接待费',
    ];
    const title = '财政拨款“三公”经费支出表';
    expect(told(['单位名称', '合计', ...items], ({ threePublic }) => threePublic, title)).toEqual({
      合计: 'total',
      '因公出国（境）费': 'abroad',
      '公务用车购置及运行费 / 小计': 'vehicles',
      '公务用车购置及运行费 / 购置费': 'vehicle_purchase',
      '公务用车购置及运行费 / 运行费': 'vehicle_operation',
      公务接待费: 'reception',
    });
    expect(told(['单位名称', '合计', ...items, '会议费'], ({ threePublic }) => threePublic, title)).toMatchObject({
      合计: null,
      会议费: 'meeting',
    });
  });

  it('form one block a side, named by the header that tells them apart', () => {
    const columns = [
      '收入 / 项目',
      '收入 / 预算数',
      '支出 / 功能分类科目',
      '支出 / 预算数',
      '支出 / 部门预算支出经济分类科目',
      '支出 / 预算数',
    ];
    const reading = read(printedTable('收支总表', columns, [['一、财政拨款', '5.00', '一、教育支出', '5.00', '工资福利支出', '5.00']]));
    expect(reading.blocks.map(({ name, flow }) => [name, flow])).toEqual([
      ['收入', 'revenue'],
      ['功能分类科目', 'expenditure'],
      ['部门预算支出经济分类科目', 'expenditure'],
    ]);
  });

  it('stay one block where only codes stand between two amounts', () => {
    const columns = ['采购项目', '数量', '部门预算支出经济科目编码 / 类', '部门预算支出经济科目编码 / 款', '预算金额'];
    const reading = read(printedTable('政府采购预算表', columns, [['保安服务', '1', '302', '27', '499,800.00']]));
    expect(reading.blocks).toHaveLength(1);
  });
});
