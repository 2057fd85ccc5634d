import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/model/index.js';
import { type GeneratedTable, readGenerated } from './printedDocument.js';

/** The lines of one generated table of a budget for 2024 (or of its final account). */
async function linesOf(table: GeneratedTable, kind = '预算'): Promise<Line[]> {
  return (await readGenerated({ title: `甲市水利局2024年度部门${kind}`, tables: [table] })).lines;
}

/** `kind flow funding part` of one generated table. */
async function facetsOf(table: GeneratedTable, kind = '预算'): Promise<string> {
  const { tables } = await readGenerated({ title: `甲市水利局2024年度部门${kind}`, tables: [table] });
  return tables.map((row) => [row.kind, row.flow, row.funding, row.part].join(' ')).join('; ');
}

const SIDES = `
收入|<|支出|<
项目|预算数|项目|预算数
一、一般公共预算拨款收入|900.00|一、农林水支出|900.00
收入总计|900.00|支出总计|900.00`;
const BY_CODE = `
科目编码|科目名称|合计|基本支出|项目支出
213|农林水支出|900.00|600.00|300.00
21303|水利|900.00|600.00|300.00
2130301|行政运行|900.00|600.00|300.00`;
const BY_ECONOMIC = BY_CODE.replace('213|农林水支出', '301|工资福利支出')
  .replace('21303|水利', '30101|基本工资')
  .replace('2130301|行政运行', '30102|津贴补贴');
const BY_UNIT = `
单位名称|合计|一般公共预算|政府性基金预算|事业收入
甲市水利局|900.00|900.00||
合计|900.00|900.00||`;
const ITEMS = `
项目|预算数
一、因公出国（境）费|1.00
二、公务接待费|2.00
三、公务用车购置及运行费|3.00
合计|6.00`;

describe('local names of the same table', () => {
  const summary = 'revenue_expenditure_summary both all all';
  const appropriation = 'appropriation_summary both appropriation all';
  const general = 'general_budget_expenditure expenditure general all';
  const basic = 'general_budget_basic_expenditure expenditure general basic';
  const revenue = 'revenue_summary revenue all all';
  const expenditure = 'expenditure_summary expenditure all all';
  const fund = 'government_fund expenditure fund all';
  const capital = 'state_capital expenditure state_capital all';
  it.each([
    ...['收支预算总表', '部门收支总体情况表', '部门预算收支总表', '部门财务收支总体情况表', '2024年度收支预算总表', '收支总体情况表'].map(
      (title) => [title, SIDES, summary],
    ),
    ...['财政拨款收支预算总表', '财政拨款收支总体情况表', '部门财政拨款收支预算总表', '2024年财政拨款收支总表'].map((title) => [
      title,
      SIDES,
      appropriation,
    ]),
    ...['部门收入总表', '收入预算总表', '部门收入总体情况表', '部门收入预算表', '收入预算情况表'].map((title) => [title, BY_UNIT, revenue]),
    ...['部门支出总表', '支出预算总表', '部门支出总体情况表', '支出预算情况表', '部门支出预算分类汇总表'].map((title) => [
      title,
      BY_CODE,
      expenditure,
    ]),
    ...[
      '一般公共预算支出预算表',
      '一般公共预算支出情况表',
      '一般公共预算财政拨款支出预算表（按功能分类）',
      '部门一般公共预算支出表',
      '公共财政预算拨款支出表',
    ].map((title) => [title, BY_CODE, general]),
    ...[
      '一般公共预算基本支出预算表',
      '一般公共预算基本支出情况表',
      '一般公共预算财政拨款基本支出预算表',
      '一般公共预算基本支出表（按部门预算经济分类）',
    ].map((title) => [title, BY_ECONOMIC, basic]),
    ...['政府性基金预算支出预算表', '政府性基金预算支出情况表', '政府性基金预算财政拨款支出表', '部门政府性基金预算支出预算表'].map(
      (title) => [title, BY_CODE, fund],
    ),
    ...['国有资本经营预算支出预算表', '国有资本经营预算支出情况表', '国有资本经营预算财政拨款支出表'].map((title) => [
      title,
      BY_CODE,
      capital,
    ]),
    ...[
      '一般公共预算“三公”经费支出预算表',
      '一般公共预算"三公"经费支出情况表',
      '一般公共预算三公经费预算表',
      '“三公”经费一般公共预算支出表',
    ].map((title) => [title, ITEMS, 'three_public_expenses expenditure general all']),
    ['财政拨款“三公”经费及会议费、培训费预算表', ITEMS, 'three_public_expenses expenditure appropriation all'],
  ])('%s has its facets', async (title, grid, expected) => {
    expect(await facetsOf({ title: title ?? '', unit: '单位：万元', grid: grid ?? '' })).toBe(expected);
  });
});

describe('where a unit may be printed', () => {
  const rows = '合计|1.50\n213农林水支出|1.50';
  it.each<[string, GeneratedTable, string]>([
    ['in a line of its own', { title: '支出总表', unit: '单位：万元', grid: `项目|预算数\n${rows}` }, '15000'],
    ['as 金额单位', { title: '支出总表', unit: '金额单位:人民币万元', grid: `项目|预算数\n${rows}` }, '15000'],
    ['behind the title', { title: '支出总表（单位：万元）', grid: `项目|预算数\n${rows}` }, '15000'],
    [
      'beside the organization',
      { title: '支出总表', organization: '部门名称：甲市水利局　　　　单位：万元', grid: `项目|预算数\n${rows}` },
      '15000',
    ],
    ['in a row over the header', { title: '支出总表', grid: `部门：甲市水利局|单位：万元\n项目|预算数\n${rows}` }, '15000'],
    ['in brackets in the header', { title: '支出总表', grid: `项目|金额（万元）\n${rows}` }, '15000'],
    ['behind the header', { title: '支出总表', grid: `项目|预算数（单位：万元）\n${rows}` }, '15000'],
    ['as 亿元', { title: '支出总表', unit: '单位：亿元', grid: `项目|预算数\n${rows}` }, '150000000'],
    ['as 元', { title: '支出总表', unit: '单位：元', grid: `项目|预算数\n${rows}` }, '1.5'],
    ['as 千元', { title: '支出总表', unit: '单位：千元', grid: `项目|预算数\n${rows}` }, '1500'],
  ])('it counts %s', async (_, table, expected) => {
    expect((await linesOf(table)).map(({ amount }) => amount)).toEqual([expected, expected]);
  });
});

describe('how an amount may be printed', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['1234.50', '1234.5'],
    ['１，２３４．５０', '1234.5'],
    ['1，234.50', '1234.5'],
    ['-1,234.50', '-1234.5'],
    ['－1234.50', '-1234.5'],
    ['−1234.50', '-1234.5'],
    ['(1,234.50)', '-1234.5'],
    ['（1234.50）', '-1234.5'],
    ['△1,234.50', '-1234.5'],
    ['▲1234.5', '-1234.5'],
    ['¥1,234.50', '1234.5'],
    ['0', '0'],
    ['0.00', '0'],
    ['—', null],
    ['-', null],
  ])('%s is %s yuan', async (printed, expected) => {
    const grid = `科目编码|科目名称|预算数|备注\n213|农林水支出|${printed}|\n合计|<|${printed}|`;
    expect((await linesOf({ title: '支出总表', unit: '单位：元', grid })).map(({ amount }) => amount)).toEqual([expected, expected]);
  });
});

describe('what a header may say of time', () => {
  it.each([
    ['年初预算数', '2024 approved none money'],
    ['本年预算数', '2024 approved none money'],
    ['当年预算', '2024 approved none money'],
    ['全年预算数', '2024 adjusted none money'],
    ['调整预算数', '2024 adjusted none money'],
    ['调整后预算数', '2024 adjusted none money'],
    ['决算数', '2024 executed none money'],
    ['本年决算数', '2024 executed none money'],
    ['上年决算数', '2023 executed none money'],
    ['2023年决算数', '2023 executed none money'],
    ['上年预算数', '2023 approved none money'],
    ['2023年执行数', '2023 estimated none money'],
    ['上年预计执行数', '2023 estimated none money'],
    ['比上年增减', '2024 executed change money'],
    ['比上年增减%', '2024 executed change_percent percent'],
    ['增减率（%）', '2024 executed change_percent percent'],
    ['较上年增长率', '2024 executed change_percent percent'],
    ['占比', '2024 executed share percent'],
    ['占本年支出比重（%）', '2024 executed share percent'],
    ['完成年初预算的%', '2024 executed share percent'],
    ['决算数为年初预算数的%', '2024 executed share percent'],
  ])('%s is %s', async (header, expected) => {
    const grid = `科目编码|科目名称|${header}|基本支出\n213|农林水支出|12.50|1.00\n合计|<|12.50|1.00`;
    const [line] = await linesOf({ title: '支出决算表', unit: '单位：万元', grid }, '决算');
    expect([line?.year, line?.phase, line?.comparison, line?.quantity].join(' ')).toBe(expected);
  });
});

describe('the order of the columns', () => {
  const columns = ['合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出', '占比（%）'];
  const amounts = ['900.00', '600.00', '200.00', '50.00', '30.00', '20.00', '100.00'];

  it('does not change what they state', async () => {
    const stated = async (order: readonly number[]) => {
      const pick = (values: readonly string[]) => order.map((i) => values[i] ?? '').join('|');
      const grid = `科目编码|科目名称|${pick(columns)}\n213|农林水支出|${pick(amounts)}\n合计|<|${pick(amounts)}`;
      const lines = await linesOf({ title: '支出总表', unit: '单位：万元', grid });
      return lines
        .map((line) => [line.row_path.at(-1), line.column_path.at(-1), line.part, line.comparison, line.column_role].join(' '))
        .sort();
    };
    const expected = await stated(columns.map((_, i) => i));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), async (order) => {
        expect(await stated(order)).toEqual(expected);
      }),
      { numRuns: 12, seed: 4 },
    );
  });
});
