import { describe, expect, it } from 'vitest';
import { strayAmounts } from '../../../src/interpret/lines/strayAmounts.js';
import { zLine, zLineCode } from '../../../src/model/index.js';
import { linesOf, printedTable, read } from '../printedTable.js';

const SUMMARY = ['收入 / 项目', '收入 / 预算数', '支出 / 项目', '支出 / 预算数'];

describe('lines of a table', () => {
  it('state the amount in yuan with the value of the last printed digit', () => {
    const { lines } = linesOf(printedTable('支出总表', ['科目名称', '合计'], [['教育支出', '1,234.50']]));
    expect(lines).toMatchObject([{ value: '1234.5', value_unit: '万元', amount: '12345000', resolution: '100', printed: '1,234.50' }]);
  });

  it('take the unit of the column before the unit of the table', () => {
    const { lines } = linesOf(printedTable('支出总表', ['科目名称', '合计（元）'], [['教育支出', '12.50']]));
    expect(lines).toMatchObject([{ amount: '12.5', unit_printed: '元' }]);
  });

  it('are none for a blank cell, one without value for a dash, one for a printed zero', () => {
    const { lines } = linesOf(printedTable('支出总表', ['科目名称', '合计', '基本支出', '项目支出'], [['教育支出', '', '—', '0.00']]));
    expect(lines.map(({ printed, value, amount }) => [printed, value, amount])).toEqual([
      ['—', null, null],
      ['0.00', '0', '0'],
    ]);
  });

  it('keep the value and state no amount where no unit of money is printed', () => {
    const { lines } = linesOf(printedTable('支出总表', ['科目名称', '合计'], [['教育支出', '12.50']], { unit: null }));
    expect(lines).toMatchObject([{ value: '12.5', amount: null }]);
  });

  it('leave digits that are no single number to quarantine', () => {
    const { lines, quarantine } = linesOf(printedTable('支出总表', ['科目名称', '合计'], [['教育支出', '271.91 2909.91']]));
    expect(lines).toEqual([]);
    expect(quarantine).toMatchObject([{ reason_code: 'unreadable_amount', printed: '271.91 2909.91', r: 2, c: 1 }]);
  });

  it('leave a number like money outside the amount columns to quarantine', () => {
    const table = printedTable(
      '支出总表',
      ['科目名称', '合计', '备注'],
      [
        ['教育支出', '12.50', '3,000.00'],
        ['科学技术支出', '1.00', '说明文字'],
        ['其他支出', '2.00', '另见附件'],
      ],
    );
    const found = strayAmounts(read(table), 'f'.repeat(64), linesOf(table).lines);
    expect(found).toMatchObject([{ reason_code: 'amount_without_meaning', printed: '3,000.00' }]);
  });

  it('name the funding source of a revenue row, which is no revenue code', () => {
    const { lines, lineCodes } = linesOf(printedTable('收支总表', SUMMARY, [['一、一般公共预算拨款收入', '9.00', '一、教育支出', '9.00']]));
    expect(lines).toMatchObject([
      { flow: 'revenue', funding: 'general', funding_source: 'general', revenue_code: null, functional_code: null, block: '收入' },
      { flow: 'expenditure', funding: 'all', funding_source: null, functional_code: '205', block: '支出' },
    ]);
    expect(lineCodes.find((code) => code.classification === 'funding_source')).toMatchObject({
      origin: 'named',
      name_printed: '一、一般公共预算拨款收入',
    });
  });

  it('take a funding source from a column only where its facet says less', () => {
    const columns = ['科目编码', '科目名称', '合计', '财政拨款收入', '事业收入'];
    const { lines } = linesOf(printedTable('收入总表', columns, [['205', '教育支出', '9.00', '9.00', '0.00']]));
    expect(lines.map((line) => [line.funding, line.funding_source])).toEqual([
      ['all', null],
      ['appropriation', null],
      ['own', 'business_income'],
    ]);
  });

  it('prefer the budget that a row names to 财政拨款 in the header over it', () => {
    const columns = ['财政拨款收入 / 项目', '财政拨款收入 / 预算数', '财政拨款支出 / 项目', '财政拨款支出 / 预算数'];
    const { lines } = linesOf(printedTable('财政拨款收支总表', columns, [['一、政府性基金预算', '9.00', '一、教育支出', '9.00']]));
    expect(lines).toMatchObject([{ funding: 'fund' }, { funding: 'appropriation' }]);
  });

  it('carry the part of a row to the rows below it', () => {
    const rows = [
      ['1、人员经费和公用经费支出', '9.00'],
      ['(1)工资福利支出', '9.00'],
      ['2、专项业务经费支出', '3.00'],
      ['(1)商品和服务支出', '3.00'],
    ];
    const { lines } = linesOf(printedTable('支出总表', ['部门预算支出经济分类科目（按大类）', '预算数'], rows));
    expect(lines.map(({ part, economic_department_code: code }) => [part, code])).toEqual([
      ['basic', null],
      ['basic', '301'],
      ['project', null],
      ['project', '302'],
    ]);
  });

  it('do not take 专项 in the name of a functional code for a project', () => {
    const { lines } = linesOf(printedTable('支出总表', ['科目编码', '科目名称', '合计'], [['2060503', '科技条件专项支出', '9.00']]));
    expect(lines).toMatchObject([{ part: 'all', functional_code: '2060503' }]);
  });

  it('do not take a word in the name of a project for another part', () => {
    const { lines } = linesOf(
      printedTable(
        '项目支出总表',
        ['支出项目类别', '总计'],
        [
          ['办公设备采购', '9.00'],
          ['聘用人员经费', '1.00'],
        ],
      ),
    );
    expect(lines.map(({ part }) => part)).toEqual(['project', 'project']);
  });

  it('call carried-over money so wherever it stands', () => {
    const rows = [
      ['本年收入合计', '9.00', '本年支出合计', '9.00'],
      ['上年结转结余', '2.00', '结转下年', '2.00'],
      ['一、一般公共预算拨款', '2.00', '', ''],
      ['收入总计', '11.00', '支出总计', '11.00'],
    ];
    const { lines } = linesOf(printedTable('收支总表', SUMMARY, rows));
    const said = Object.fromEntries(lines.map((line) => [line.row_path.at(-1), [line.funding, line.part, line.row_role].join(' ')]));
    expect(said).toMatchObject({
      上年结转结余: 'carry_over all balance',
      结转下年: 'all carry_over balance',
      '一、一般公共预算拨款': 'carry_over all balance',
    });
  });

  it('tell quantities, areas and money of an asset table apart and date them as printed', () => {
    const rows = [
      ['1、房屋（平方米）', '120.5', '340.69'],
      ['2、车辆（台、辆）', '1', '15.00'],
    ];
    const table = printedTable('固定资产占用情况表', ['项目', '数量', '价值（金额单位：万元）'], rows, { asOf: '2023-12-31' });
    expect(linesOf(table).lines.map(({ quantity, value_unit, amount, year }) => [quantity, value_unit, amount, year])).toEqual([
      ['area', '平方米', null, 2023],
      ['money', '万元', '3406900', 2023],
      ['count', '台、辆', null, 2023],
      ['money', '万元', '150000', 2023],
    ]);
  });

  it('say of assets at a date neither phase nor side, money or part', () => {
    const table = printedTable('固定资产占用情况表', ['项目', '价值（万元）'], [['车辆', '15.00']], { asOf: '2023-12-31' });
    expect(linesOf(table).lines).toMatchObject([{ year: 2023, phase: null, flow: null, funding: null, part: null, funding_source: null }]);
  });

  it('point to the line of the row above them in the same column', () => {
    const rows = [
      ['合计', '', '9.00', '4.00'],
      ['205', '教育支出', '9.00', ''],
      ['20501', '教育管理事务', '9.00', '4.00'],
    ];
    const { lines } = linesOf(printedTable('支出总表', ['科目编码', '科目名称', '合计', '基本支出'], rows));
    const id = (line?: { line_id: string } | null) => line?.line_id.split('-t')[1];
    expect(lines.map((line) => [id(line), line.parent_line_id?.split('-t')[1] ?? null])).toEqual([
      ['0-r2-c2', null],
      ['0-r2-c3', null],
      ['0-r3-c2', '0-r2-c2'],
      ['0-r4-c2', '0-r3-c2'],
      ['0-r4-c3', '0-r2-c3'],
    ]);
  });

  it('keep the same figure key in another version of the document, and differ where a statement is repeated', () => {
    const rows = [['教育支出', '9.00']];
    const [first] = linesOf(printedTable('支出总表', ['科目名称', '合计'], rows)).lines;
    const [second] = linesOf(printedTable('支出总表', ['科目名称', '合计'], [['教育支出', '12.00']])).lines;
    const twice = linesOf(printedTable('支出总表', ['科目名称', '合计'], [...rows, ...rows])).lines;
    expect(second?.figure_key).toBe(first?.figure_key);
    expect(new Set(twice.map((line) => line.figure_key)).size).toBe(2);
  });

  it('say whether code and name agree in the codebook of the year', () => {
    const { lineCodes } = linesOf(printedTable('支出总表', ['科目编码', '科目名称', '合计'], [['20103', '人大事务', '9.00']]));
    expect(lineCodes).toMatchObject([{ code: '20103', origin: 'printed', agreement: 'conflict', name_printed: '人大事务' }]);
  });

  it('fit the published schema', () => {
    const { lines, lineCodes } = linesOf(printedTable('收支总表', SUMMARY, [['一、事业收入', '9.00', '一、教育支出', '9.00']]));
    for (const line of lines) expect(zLine.safeParse(line).error).toBeUndefined();
    for (const code of lineCodes) expect(zLineCode.safeParse(code).error).toBeUndefined();
  });
});
