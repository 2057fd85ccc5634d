import { describe, expect, it } from 'vitest';
import { tableFacets } from '../../../src/interpret/facets/tableFacets.js';
import { printedTable } from '../printedTable.js';

const BY_CODE = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const SIDES = ['收入 / 项目', '收入 / 预算数', '支出 / 项目', '支出 / 预算数'];
const FUNCTIONAL = [['205', '教育支出', '1.00', '1.00', '']];
const ECONOMIC = [['301', '工资福利支出', '1.00', '1.00', '']];

/** `kind flow funding part breakdown` of a table. */
function said(title: string | null, columns: readonly string[], rows: readonly (readonly string[])[] = []): string {
  const { kind, flow, funding, part, breakdown } = tableFacets(printedTable(title, columns, rows));
  return [kind, flow, funding, part, breakdown].join(' ');
}

describe('facets of a table', () => {
  it.each([
    ['部门综合预算收支总表', SIDES, [], 'revenue_expenditure_summary both all all summary'],
    ['2026年度财政拨款收支预算总表', SIDES, [], 'appropriation_summary both appropriation all summary'],
    ['收入决算表', BY_CODE, FUNCTIONAL, 'revenue_summary revenue all all functional'],
    ['本年支出总体情况表', BY_CODE, FUNCTIONAL, 'expenditure_summary expenditure all all functional'],
    ['一般公共预算财政拨款支出表', BY_CODE, FUNCTIONAL, 'general_budget_expenditure expenditure general all functional'],
    [
      '部门预算一般公共预算财政拨款基本支出表',
      BY_CODE,
      ECONOMIC,
      'general_budget_basic_expenditure expenditure general basic economic_department',
    ],
    ['政府性基金预算财政拨款收入支出决算表', BY_CODE, FUNCTIONAL, 'government_fund both fund all functional'],
    ['国有资本经营预算支出表', BY_CODE, FUNCTIONAL, 'state_capital expenditure state_capital all functional'],
    ['一般公共预算“三公”经费、会议费、培训费支出表', ['项目', '预算数'], [], 'three_public_expenses expenditure general all item'],
    ['财政拨款安排的行政经费及“三公”经费预算表', ['项目', '合计'], [], 'three_public_expenses expenditure appropriation all item'],
    ['部门综合预算专项业务经费支出表', ['项目名称', '项目金额'], [], 'project_expenditure expenditure all project project'],
    ['财政拨款政府购买服务明细表', ['指导性目录', '预算金额'], [], 'purchased_services expenditure appropriation all project'],
    [
      '一般公共预算机关运行经费支出预算表',
      ['科目编码', '科目名称', '机关运行经费支出'],
      [],
      'operating_expenses expenditure general all item',
    ],
  ])('of %s', (title, columns, rows, expected) => {
    expect(said(title, columns, rows)).toBe(expected);
  });

  it('come from header and codes where no title is printed', () => {
    const columns = ['功能分类科目 / 科目编码', '功能分类科目 / 科目名称', '一般公共预算支出 / 合计', '一般公共预算支出 / 基本支出'];
    expect(said(null, columns, [['205', '教育支出', '1.00', '1.00']])).toBe('other expenditure general all functional');
  });

  it('come from the list of codes where neither title nor header names a side', () => {
    expect(said(null, ['经济分类科目', '2022年', '2021年'])).toBe('other expenditure all all economic_department');
  });

  it('of an empty form come from its header', () => {
    expect(said('政府性基金预算支出表', ['序号', '功能分类科目 / 科目编码', '功能分类科目 / 科目名称', '合计'])).toBe(
      'government_fund expenditure fund all functional',
    );
  });

  it('are not told by the codes of units', () => {
    expect(said('收入总表', ['单位编码', '单位名称', '合计'], [['305', '无锡市教育局', '1.00']])).toBe(
      'revenue_summary revenue all all unit',
    );
  });

  it('of a table of records are none', () => {
    expect(
      said('部门机构设置情况', ['单位名称', '单位性质', '单位规格', '经费保障形式'], [['甲市教育局本级', '行政', '正科级', '财政拨款']]),
    ).toMatch(/^institutions {4}none$/);
  });

  it('say what they were read from', () => {
    expect(tableFacets(printedTable('收入总表', BY_CODE, FUNCTIONAL)).evidence[0]).toBe('title: 收入');
  });
});
