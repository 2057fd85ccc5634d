import { describe, expect, it } from 'vitest';
import type { DocumentContext } from '../../../src/interpret/reading.js';
import { linesOf, printedTable } from '../printedTable.js';

const account: DocumentContext = { year: 2024, phase: 'executed', organization: '甲市教育局' };

describe('tables of final accounts', () => {
  it('with line numbers between label and amounts keep their sides, phases and years', () => {
    const side = (name: string) => [`${name} / 项目`, `${name} / 行次`, `${name} / 年初预算数`, `${name} / 全年预算数`, `${name} / 决算数`];
    const rows = [
      ['一、一般公共预算财政拨款收入', '1', '10.00', '11.00', '12.00', '一、教育支出', '33', '10.00', '11.00', '12.50'],
      ['本年收入合计', '27', '10.00', '11.00', '12.00', '本年支出合计', '59', '10.00', '11.00', '12.50'],
      ['年初结转和结余', '29', '1.00', '1.00', '1.00', '年末结转和结余', '61', '1.00', '1.00', '0.50'],
      ['总计', '32', '11.00', '12.00', '13.00', '总计', '64', '11.00', '12.00', '13.00'],
    ];
    const { lines } = linesOf(printedTable('收入支出决算总表', [...side('收入'), ...side('支出')], rows), account);
    expect(
      lines.slice(0, 6).map(({ flow, phase, funding, functional_code, printed }) => [flow, phase, funding, functional_code, printed]),
    ).toEqual([
      ['revenue', 'approved', 'general', null, '10.00'],
      ['revenue', 'adjusted', 'general', null, '11.00'],
      ['revenue', 'executed', 'general', null, '12.00'],
      ['revenue', 'approved', 'all', null, '10.00'],
      ['revenue', 'adjusted', 'all', null, '11.00'],
      ['revenue', 'executed', 'all', null, '12.00'],
    ]);
    const kept = lines.find(({ row_path, phase }) => row_path.at(-1) === '年末结转和结余' && phase === 'executed');
    expect(kept).toMatchObject({ flow: 'expenditure', part: 'carry_over', row_role: 'balance' });
    expect(lines.find(({ functional_code }) => functional_code === '205')).toMatchObject({ block: '支出' });
  });

  it('of a fund tell revenue and expenditure in one row apart', () => {
    const columns = [
      '科目编码',
      '科目名称',
      '年初结转和结余',
      '本年收入',
      '本年支出 / 小计',
      '本年支出 / 基本支出',
      '本年支出 / 项目支出',
      '年末结转和结余',
    ];
    const { lines } = linesOf(
      printedTable('政府性基金预算财政拨款收入支出决算表', columns, [
        ['212', '城乡社区支出', '1.00', '9.00', '8.00', '3.00', '5.00', '2.00'],
      ]),
      account,
    );
    expect(lines.map(({ flow, part, funding, column_role }) => [flow, part, funding, column_role].join(' '))).toEqual([
      'revenue all carry_over balance',
      'revenue all fund leaf',
      'expenditure all fund subtotal',
      'expenditure basic fund leaf',
      'expenditure project fund leaf',
      'expenditure carry_over fund balance',
    ]);
  });

  it('with three lists of economic codes beside each other read all three', () => {
    const columns = [
      '人员经费 / 科目编码',
      '人员经费 / 科目名称',
      '人员经费 / 决算数',
      '公用经费 / 科目编码',
      '公用经费 / 科目名称',
      '公用经费 / 决算数',
      '公用经费 / 科目编码',
      '公用经费 / 科目名称',
      '公用经费 / 决算数',
    ];
    const rows = [
      ['301', '工资福利支出', '9.00', '302', '商品和服务支出', '5.00', '307', '债务利息及费用支出', '0.00'],
      ['30101', '基本工资', '9.00', '30201', '办公费', '5.00', '310', '资本性支出', '2.00'],
      ['人员经费合计', '', '9.00', '公用经费合计', '', '', '', '', '7.00'],
    ];
    const { lines } = linesOf(printedTable('一般公共预算财政拨款基本支出决算表', columns, rows), account);
    expect(lines.filter((line) => line.economic_department_code !== null).map((line) => line.economic_department_code)).toEqual([
      '301',
      '30101',
      '302',
      '30201',
      '307',
      '310',
    ]);
    expect(new Set(lines.map(({ part }) => part))).toEqual(new Set(['basic']));
  });

  it('compare with the year before in words and per cent', () => {
    const columns = ['科目名称', '2023年决算数', '2024年决算数', '2024年比2023年增减额', '预算数比上年执行数±%', '占总支出的比重'];
    const { lines } = linesOf(printedTable('支出决算表', columns, [['教育支出', '1.00', '2.00', '1.00', '100.00', '5.00']]), account);
    expect(lines.map(({ year, comparison, quantity }) => `${year} ${comparison} ${quantity}`)).toEqual([
      '2023 none money',
      '2024 none money',
      '2024 change money',
      '2024 change_percent percent',
      '2024 share percent',
    ]);
  });
});
