import { describe, expect, it } from 'vitest';
import type { RowReading } from '../../../src/interpret/reading.js';
import { context, printedTable, read } from '../printedTable.js';

/** Rows as `label role level<parent`. */
function outline(rows: readonly RowReading[]): string[] {
  return rows.map((row) => `${row.label} ${row.role}${row.parent ? ` < ${row.parent.label}` : ''}`);
}

/** Codes of the rows, `label: code origin`. */
function codes(
  rows: readonly RowReading[],
  classification: 'functional' | 'economic_department' | 'economic_government' | 'procurement' | 'project',
) {
  return rows.map((row) => {
    const code = row.codes.get(classification);
    return `${row.label}: ${code ? `${code.code} ${code.origin}` : '-'}`;
  });
}

describe('codes of rows', () => {
  it('are read whole, in pieces, and completed from the rows before where only the own level is printed', () => {
    const columns = ['功能分类科目编码 / 类', '功能分类科目编码 / 款', '功能分类科目编码 / 项', '科目名称', '合计'];
    const rows = [
      ['201', '', '', '一般公共服务支出', '9.00'],
      ['', '03', '', '政府办公厅（室）及相关机构事务', '9.00'],
      ['', '', '01', '行政运行', '9.00'],
      ['201', '03', '50', '事业运行', '9.00'],
    ];
    expect(codes(read(printedTable('支出总表', columns, rows)).rows, 'functional')).toEqual([
      '一般公共服务支出: 201 printed',
      '政府办公厅（室）及相关机构事务: 20103 inherited',
      '行政运行: 2010301 inherited',
      '事业运行: 2010350 printed',
    ]);
  });

  it('are read in front of the name in one cell', () => {
    const rows = [
      ['[201]一般公共服务支出', '9.00'],
      ['2014001-行政运行', '9.00'],
      ['3021101-差旅费', '9.00'],
    ];
    const { rows: found } = read(printedTable('支出总表', ['科目', '合计'], rows));
    expect(codes(found, 'functional').slice(0, 2)).toEqual(['[201]一般公共服务支出: 201 printed', '2014001-行政运行: 2014001 printed']);
    expect(codes(found, 'economic_department')[2]).toBe('3021101-差旅费: 3021101 printed');
  });

  it('are not the year in front of a name', () => {
    const { rows } = read(printedTable('项目支出表', ['项目名称', '金额'], [['2026年中央信访资金', '9.00']]));
    expect([...(rows[0]?.codes.values() ?? [])]).toEqual([]);
  });

  it.each(['590,242.67', '210%', '301人次'])('are not the beginning of a number or count in a label: %s', (label) => {
    const { rows } = read(printedTable('部门整体支出绩效目标表', ['项目', '金额'], [[label, '9.00']]));
    expect([...(rows[0]?.codes.values() ?? [])]).toEqual([]);
  });

  it('are found by name below the code before, and 人行科目 gets none', () => {
    const rows = [
      ['一、一般公共服务支出', '9.00'],
      ['信访事务', '9.00'],
      ['行政运行', '9.00'],
      ['二、社会保障和就业支出', '9.00'],
      ['其他社会保障和就业支出', '9.00'],
      ['其他社会保障和就业支出', '9.00'],
      ['三十一、人行科目', '9.00'],
      ['本年支出合计', '18.00'],
    ];
    const reading = read(printedTable('支出总表', ['项目', '预算数'], rows), { ...context, year: 2026 });
    expect(codes(reading.rows, 'functional')).toEqual([
      '一、一般公共服务支出: 201 named',
      '信访事务: 20140 named',
      '行政运行: 2014001 named',
      '二、社会保障和就业支出: 208 named',
      '其他社会保障和就业支出: 20899 named',
      '其他社会保障和就业支出: 2089999 named',
      '三十一、人行科目: -',
      '本年支出合计: -',
    ]);
  });

  it('are not taken from project names that happen to be names of codes', () => {
    const rows = [
      ['信访业务', '1.00'],
      ['接待中心运维', '2.00'],
      ['法律顾问服务', '3.00'],
    ];
    const reading = read(printedTable('项目支出表', ['项目名称', '金额'], rows));
    expect(reading.rows.flatMap((row) => [...row.codes.keys()])).toEqual([]);
  });

  it('of two economic classifications in one row are both kept, and the label is the department’s', () => {
    const columns = ['政府支出经济分类科目', '部门支出经济分类科目', '合计'];
    const { rows } = read(printedTable('基本支出表', columns, [['50101-工资奖金津补贴', '30101-基本工资', '9.00']]));
    expect(rows[0]?.label).toBe('30101-基本工资');
    expect(rows[0]?.codes.get('economic_government')?.code).toBe('50101');
  });

  it('of a project without its own code are those of the row above it', () => {
    const columns = ['科目编码', '科目名称', '合计'];
    const rows = [
      ['2010302', '一般行政管理事务', '9.00'],
      ['', '年鉴出版', '9.00'],
    ];
    expect(codes(read(printedTable('支出总表', columns, rows)).rows, 'functional')[1]).toBe('年鉴出版: 2010302 inherited');
  });

  it('that only number the rows are no codes', () => {
    const reading = read(printedTable('收支总表', ['序号', '项目', '预算数'], [['201', '一、教育支出', '9.00']]));
    expect(reading.rows[0]?.codes.get('functional')?.origin).toBe('named');
  });
});

describe('the hierarchy of rows', () => {
  it('follows codes, with the total printed last', () => {
    const columns = ['科目编码', '科目名称', '合计'];
    const rows = [
      ['201', '一般公共服务支出', '3.00'],
      ['20103', '政府办公厅（室）及相关机构事务', '3.00'],
      ['2010301', '行政运行', '3.00'],
      ['205', '教育支出', '1.00'],
      ['', '合计', '4.00'],
    ];
    expect(outline(read(printedTable('支出总表', columns, rows)).rows)).toEqual([
      '一般公共服务支出 subtotal < 合计',
      '政府办公厅（室）及相关机构事务 subtotal < 一般公共服务支出',
      '行政运行 leaf < 政府办公厅（室）及相关机构事务',
      '教育支出 leaf < 合计',
      '合计 total',
    ]);
  });

  it('follows numbering, 其中 and balances on the revenue side', () => {
    const rows = [
      ['一、财政拨款', '9.00'],
      ['1、一般公共预算拨款', '9.00'],
      ['其中：专项资金列入部门预算的项目', '5.00'],
      ['2、政府性基金拨款', '0.00'],
      ['二、事业收入', '1.00'],
      ['本年收入合计', '10.00'],
      ['上年结转', '2.00'],
      ['1.财政拨款结转', '2.00'],
      ['收入总计', '12.00'],
    ];
    expect(outline(read(printedTable('收入总表', ['项目', '预算数'], rows)).rows)).toEqual([
      '一、财政拨款 subtotal < 本年收入合计',
      '1、一般公共预算拨款 leaf < 一、财政拨款',
      '其中：专项资金列入部门预算的项目 of_which < 1、一般公共预算拨款',
      '2、政府性基金拨款 leaf < 一、财政拨款',
      '二、事业收入 leaf < 本年收入合计',
      '本年收入合计 subtotal < 收入总计',
      '上年结转 balance < 收入总计',
      '1.财政拨款结转 balance < 上年结转',
      '收入总计 total',
    ]);
  });

  it('begins a list below a row that has the same number, whether or not its rows sum up to it', () => {
    const rows = [
      ['一、本年支出', '9.00'],
      ['一、一般公共服务支出', '5.00'],
      ['五、教育支出', '3.00'],
      ['二、年终结转结余', ''],
      ['支出总计', '9.00'],
    ];
    expect(outline(read(printedTable('财政拨款收支总表', ['支出 / 项目', '支出 / 预算数'], rows)).rows).slice(0, 3)).toEqual([
      '一、本年支出 subtotal < 支出总计',
      '一、一般公共服务支出 leaf < 一、本年支出',
      '五、教育支出 leaf < 一、本年支出',
    ]);
  });

  it('keeps the numbered rows below an unnumbered name together', () => {
    const rows = [
      ['财政拨款', '9.00'],
      ['1.一般公共预算拨款', '8.00'],
      ['2.政府性基金预算拨款', '1.00'],
      ['收入总计', '9.00'],
    ];
    expect(outline(read(printedTable('收入总表', ['项目', '预算数'], rows)).rows)).toEqual([
      '财政拨款 subtotal < 收入总计',
      '1.一般公共预算拨款 leaf < 财政拨款',
      '2.政府性基金预算拨款 leaf < 财政拨款',
      '收入总计 total',
    ]);
  });

  it('of “三公” items is fixed, and 其中 begins their parts', () => {
    const rows = [
      ['“三公”经费合计', '9.00'],
      ['一、公务用车购置及运行费', '8.00'],
      ['其中：公务用车购置费', '3.00'],
      ['公务用车运行维护费', '5.00'],
      ['二、公务接待费', '1.00'],
    ];
    expect(outline(read(printedTable('“三公”经费支出表', ['项目', '预算数'], rows)).rows)).toEqual([
      '“三公”经费合计 total',
      '一、公务用车购置及运行费 subtotal < “三公”经费合计',
      '其中：公务用车购置费 leaf < 一、公务用车购置及运行费',
      '公务用车运行维护费 leaf < 一、公务用车购置及运行费',
      '二、公务接待费 leaf < “三公”经费合计',
    ]);
  });

  it('is found from the sums where nothing else tells it', () => {
    const rows = [
      ['合计', '12.00'],
      ['通用项目', '7.00'],
      ['物业管理服务项目', '7.00'],
      ['食堂服务', '3.00'],
      ['保洁服务', '4.00'],
      ['专用项目', '5.00'],
      ['信访工作', '5.00'],
    ];
    expect(outline(read(printedTable('项目支出表', ['项目名称', '金额'], rows)).rows)).toEqual([
      '合计 total',
      '通用项目 subtotal < 合计',
      '物业管理服务项目 subtotal < 通用项目',
      '食堂服务 leaf < 物业管理服务项目',
      '保洁服务 leaf < 物业管理服务项目',
      '专用项目 subtotal < 合计',
      '信访工作 leaf < 专用项目',
    ]);
  });

  it('follows columns that hold one level each', () => {
    const rows = [
      ['合计', '', '', '9.00'],
      ['货物', '', '', '9.00'],
      ['', '办公设备购置费', '', '9.00'],
      ['', '', '复印机', '4.00'],
      ['', '', '家具', '5.00'],
    ];
    const columns = ['采购品目大类', '专项名称', '采购物品名称', '总计'];
    expect(outline(read(printedTable('政府采购预算表', columns, rows)).rows).slice(1)).toEqual([
      '货物 subtotal < 合计',
      '办公设备购置费 subtotal < 货物',
      '复印机 leaf < 办公设备购置费',
      '家具 leaf < 办公设备购置费',
    ]);
  });
});

describe('the hierarchy of indented rows', () => {
  const columns = ['资金使用单位', '总计'];

  it('keeps all rows of one depth below the row they are set under', () => {
    const rows = [
      ['节能类', '3.00'],
      ['节能审查', '1.00'],
      ['节能宣传', '2.00'],
      ['物价类', '4.00'],
      ['价格监测', '4.00'],
    ];
    const found = read(printedTable('项目支出表', ['项目名称', '总计'], rows, { indents: [0, 2, 2, 0, 2] })).rows;
    expect(outline(found)).toEqual([
      '节能类 subtotal',
      '节能审查 leaf < 节能类',
      '节能宣传 leaf < 节能类',
      '物价类 subtotal',
      '价格监测 leaf < 物价类',
    ]);
  });

  it('goes on over a page that is indented otherwise', () => {
    const rows = [
      ['节能类', '3.00'],
      ['节能审查', '1.00'],
      ['节能宣传', '2.00'],
    ];
    const options = { indents: [0, 2, 0], rowPages: [1, 1, 2] };
    const found = read(printedTable('项目支出表', ['项目名称', '总计'], rows, options)).rows;
    expect(outline(found)).toEqual(['节能类 subtotal', '节能审查 leaf < 节能类', '节能宣传 leaf < 节能类']);
  });

  it('gives way where the sums refute it: an item set less deep than its siblings', () => {
    const rows = [
      ['合计', '70.00'],
      ['甲市教育局', '70.00'],
      ['调研经费', '5.00'],
      ['专项资金', '40.00'],
      ['宣传经费', '15.00'],
      ['运维经费', '10.00'],
    ];
    const found = read(printedTable('项目支出表', columns, rows, { indents: [4, 0, 2, 1, 2, 2] })).rows;
    expect(outline(found).slice(2)).toEqual([
      '调研经费 leaf < 甲市教育局',
      '专项资金 leaf < 甲市教育局',
      '宣传经费 leaf < 甲市教育局',
      '运维经费 leaf < 甲市教育局',
    ]);
  });

  it('does not count indicators beside the money as levels', () => {
    const head = ['项目名称', '项目总额', '绩效目标', '一级指标', '三级指标'];
    const rows = [
      ['物业管理', '9.00', '运转良好', '产出指标', '面积'],
      ['', '4.00', '环境整洁', '效益指标', '满意'],
    ];
    const found = read(printedTable('项目支出绩效目标表', head, rows)).rows;
    expect(found.map((row) => row.parent)).toEqual([null, null]);
  });
});

describe('budget units', () => {
  it('in a list that has the publishing organization among its rows are its sister units too, whatever the header says', () => {
    const rows = [
      ['甲市教育局', '6.00'],
      ['甲市教育局（本级）', '3.00'],
      ['教学管理', '3.00'],
      ['甲市建设工程管理中心', '3.00'],
      ['工程监督', '1.00'],
      ['教学管理', '2.00'],
    ];
    const found = read(printedTable('项目支出总表', ['支出项目类别', '总计'], rows)).rows;
    expect(found.map((row) => row.unitName)).toEqual([
      '甲市教育局',
      '甲市教育局（本级）',
      '甲市教育局（本级）',
      '甲市建设工程管理中心',
      '甲市建设工程管理中心',
      '甲市建设工程管理中心',
    ]);
    expect(outline(found).slice(3)).toEqual([
      '甲市建设工程管理中心 subtotal < 甲市教育局',
      '工程监督 leaf < 甲市建设工程管理中心',
      '教学管理 leaf < 甲市建设工程管理中心',
    ]);
  });

  it('are told by depth under a header that names units and items: a project may be named like a unit', () => {
    const rows = [
      ['合计', '6.00'],
      ['甲市教育局', '6.00'],
      ['项目支出', '6.00'],
      ['甲市建设工程管理中心', '4.00'],
      ['教学管理', '2.00'],
    ];
    const found = read(printedTable('项目支出预算表', ['支出项目类别（资金使用单位）', '总计'], rows, { indents: [0, 0, 1, 2, 2] })).rows;
    expect(found.map((row) => row.isUnit)).toEqual([false, true, false, false, false]);
  });

  it('are told by their codes: the department above its units', () => {
    const columns = ['单位编码', '单位名称', '合计'];
    const rows = [
      ['', '合计', '9.00'],
      ['121', '甲市教育局', '9.00'],
      ['121001', '甲市教育局', '5.00'],
      ['121002', '甲市第一中学', '4.00'],
    ];
    const reading = read(printedTable('收入总表', columns, rows));
    expect(reading.rows.map(({ scope, role }) => `${scope} ${role}`)).toEqual([
      'department_total total',
      'department_total subtotal',
      'own leaf',
      'unit leaf',
    ]);
  });

  it('own the rows printed below them, and projects with words of work in their names are none', () => {
    const columns = ['支出项目类别（资金使用单位）', '总计'];
    const rows = [
      ['合计', '9.00'],
      ['甲市教育局（本级）', '5.00'],
      ['信息化建设中心运维', '5.00'],
      ['甲市教育考试院', '4.00'],
      ['专项工作经费', '4.00'],
    ];
    const reading = read(printedTable('项目支出表', columns, rows));
    expect(reading.rows.map(({ scope, unitName }) => `${scope} ${unitName}`)).toEqual([
      'department_total null',
      'own 甲市教育局（本级）',
      'own 甲市教育局（本级）',
      'unit 甲市教育考试院',
      'unit 甲市教育考试院',
    ]);
  });

  it('printed beside the years of a “三公” table tell whose year it is', () => {
    const columns = ['预算单位', '年度', '总计', '公务接待费'];
    const rows = [
      ['甲市教育局', '2023年', '3.00', '3.00'],
      ['甲市教育局', '2024年', '2.00', '2.00'],
      ['甲市第一中学', '2024年', '1.00', '1.00'],
    ];
    const reading = read(printedTable('“三公”经费支出表', columns, rows));
    expect(reading.rows.map(({ label, scope, says }) => `${label} ${scope} ${says.year}`)).toEqual([
      '2023年 own 2023',
      '2024年 own 2024',
      '2024年 unit 2024',
    ]);
  });
});
