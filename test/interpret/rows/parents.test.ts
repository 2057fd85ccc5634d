import { describe, expect, it } from 'vitest';
import { printedTable, read } from '../printedTable.js';

/** Rows as `label amount < parent`. */
function outline(columns: readonly string[], rows: readonly (readonly string[])[], indents?: readonly (number | undefined)[]): string[] {
  const table = printedTable('支出总表', columns, rows, indents ? { indents } : {});
  return read(table).rows.map((row) => `${row.label}${row.parent ? ` < ${row.parent.label}` : ''}`);
}

describe('the parents of rows', () => {
  it('are the 小计 of their group, and the total is that of the groups', () => {
    const rows = [
      ['收入总计', '', '13.00'],
      ['一般公共预算资金', '小计', '9.00'],
      ['一般公共预算资金', '公共财政拨款', '9.00'],
      ['其他资金', '小计', '4.00'],
      ['其他资金', '事业收入', '1.00'],
      ['其他资金', '其他收入', '3.00'],
    ];
    const found = read(printedTable('收入预算总表', ['项目名称', '项目名称', '金额'], rows)).rows;
    expect(found.map((row) => row.parent && found.indexOf(row.parent))).toEqual([null, 0, 1, 0, 3, 3]);
  });

  it('are no units below a 项 of another code', () => {
    const columns = ['科目编码', '单位编码', '项目名称', '合计'];
    const rows = [
      ['2040601', '1', '全额', '4.00'],
      ['2040601', '154001', '甲市司法局', '4.00'],
      ['2040601', '', '印刷', '4.00'],
      ['2040605', '1', '全额', '5.00'],
      ['2040605', '154001', '甲市司法局', '5.00'],
      ['2040605', '', '普法宣传', '5.00'],
    ];
    const found = outline(columns, rows);
    expect([found[2], found[3], found[5]]).toEqual(['印刷 < 甲市司法局', '全额', '普法宣传 < 甲市司法局']);
  });

  it('are no units of the class before, which a bare number marks in the column of their codes', () => {
    const rows = [
      ['', '合计', '5.00'],
      ['1', '全额', '2.00'],
      ['154001', '甲市司法局', '2.00'],
      ['', '专用项目', '2.00'],
      ['', '印刷', '1.00'],
      ['', '普法', '1.00'],
      ['4', '自收自支', '3.00'],
      ['154002', '甲市公证处', '3.00'],
      ['', '专用项目', '3.00'],
    ];
    const found = read(printedTable('项目支出表', ['单位编码', '单位（项目）名称', '项目金额'], rows)).rows;
    expect(found.map((row) => row.parent && found.indexOf(row.parent))).toEqual([null, 0, 1, 2, 3, 3, 0, 6, 7]);
  });

  it('are no rows whose own code could not be read', () => {
    const columns = ['支出功能分类科目', '政府支出经济分类科目', '部门支出经济分类科目', '合计'];
    const rows = [
      ['2080506-机关事业单位职业年金', '50501-工资福利支出', '30109-职业年金缴费', '1.00'],
      ['缴费支出2101101-行政单位医疗', '50102-社会保障缴费', '30110-职工基本医疗保险缴费', '2.00'],
      ['2101102-事业单位医疗', '50102-社会保障缴费', '30110-职工基本医疗保险缴费', '3.00'],
      ['合计', '', '', '6.00'],
    ];
    const found = read(printedTable('支出总表', columns, rows)).rows;
    expect(found.map((row) => row.parent && found.indexOf(row.parent))).toEqual([3, 3, 3, null]);
  });

  it('are no other years, however the years are centred in their column', () => {
    const rows = [
      ['2024', '7.00'],
      ['2023', '5.00'],
      ['2024比2023', '2.00'],
      ['2024', '1.00'],
      ['2023', '1.00'],
      ['2024比2023', '0.00'],
    ];
    expect(outline(['年度', '合计'], rows, [1.7, 1.7, 0, 1.7, 1.7, 0]).filter((row) => row.includes('<'))).toEqual([]);
  });
});

describe('columns headed 类 and 款', () => {
  it('are codes where they print parts of codes, whatever stands above them', () => {
    const columns = ['采购项目', '部门预算支出 / 类', '部门预算支出 / 款', '预算金额'];
    const { columns: found } = read(printedTable('政府采购预算表', columns, [['印刷服务', '302', '02', '815,000.00']]));
    expect(found.map(({ role }) => role)).toEqual(['label', 'code', 'code', 'amount']);
  });
  it('are money where they print amounts', () => {
    const { columns: found } = read(printedTable('支出总表', ['科目', '支出 / 类', '支出 / 款'], [['行政运行', '302.10', '1,302.00']]));
    expect(found.map(({ role }) => role)).toEqual(['label', 'amount', 'amount']);
  });

  it('are no items that bear the name of an organization, where the units leave the goals behind the amounts to their items', () => {
    const rows = [
      ['合计', '20.00', ''],
      ['甲市教育局', '7.00', ''],
      ['设备运维', '3.00', '设备完好'],
      ['甲市教育信息管理平台', '2.00', '平台可用'],
      ['甲市教育服务中心装修', '2.00', '按期完工'],
      ['甲市教育考试中心', '13.00', ''],
      ['考务', '13.00', '考试有序'],
    ];
    expect(outline(['项目名称（资金使用单位）', '总计', '绩效目标'], rows)).toEqual([
      '合计',
      '甲市教育局 < 合计',
      '设备运维 < 甲市教育局',
      '甲市教育信息管理平台 < 甲市教育局',
      '甲市教育服务中心装修 < 甲市教育局',
      '甲市教育考试中心 < 合计',
      '考务 < 甲市教育考试中心',
    ]);
  });
});
