import { describe, expect, it } from 'vitest';
import { checkDisclosure, checkOrganization } from '../../src/check/index.js';
import { loadCodebook } from '../../src/codebook/index.js';
import { type Disclosure, lineId } from '../../src/model/index.js';
import { disclosureOf, projectOf, statementOf, type TableSpec } from './tableSpec.js';

const codebook = loadCodebook();
const id = (table: number, r: number, c: number) => lineId('d'.repeat(64), table, r, c);
/** The outcomes of one rule over a document, in order. */
const outcomes = (disclosure: Disclosure, rule: string) =>
  checkDisclosure(disclosure, codebook)
    .checks.filter((check) => check.rule === rule)
    .map((check) => check.outcome);

const COLUMNS: TableSpec['columns'] = [
  { path: ['合计'], facets: { column_role: 'total' } },
  { path: ['基本支出'], facets: { part: 'basic' } },
  { path: ['项目支出'], facets: { part: 'project' } },
];
const functional = (leaf: [string, string | null, string | null]): TableSpec => ({
  title: '支出总表',
  columns: COLUMNS,
  rows: [
    { label: '合计', facets: { row_role: 'total' }, cells: ['10.00', '7.00', '3.00'] },
    { label: '一般公共服务支出', parent: 0, facets: { functional_code: '201', row_role: 'subtotal' }, cells: ['10.00', '7.00', '3.00'] },
    { label: '人大事务', parent: 1, facets: { functional_code: '20101', row_role: 'subtotal' }, cells: ['10.00', '7.00', '3.00'] },
    { label: '行政运行', parent: 2, facets: { functional_code: '2010101' }, cells: leaf },
    { label: '人大会议', parent: 2, facets: { functional_code: '2010104' }, cells: ['3.00', null, '3.00'] },
  ],
});

describe('hierarchy_sum', () => {
  it('holds where the rows sum to the row above them', () => {
    expect(outcomes(disclosureOf([functional(['7.00', '7.00', null])]), 'hierarchy_sum')).toEqual(Array(9).fill('holds'));
  });

  it('fails in the column of a wrong amount only', () => {
    const result = checkDisclosure(disclosureOf([functional(['7.10', '7.00', null])]), codebook);
    const failed = result.checks.filter((check) => check.rule === 'hierarchy_sum' && check.outcome === 'fails');
    expect(failed.map((check) => check.check_id)).toEqual([`hierarchy_sum:${id(0, 2, 0)}`]);
  });

  it('leaves excerpts (其中) out of the sum', () => {
    const table = functional(['7.00', '7.00', null]);
    table.rows.push({ label: '其中：工资', parent: 2, facets: { row_role: 'of_which' }, cells: ['5.00', '5.00', null] });
    expect(outcomes(disclosureOf([table]), 'hierarchy_sum')).not.toContain('fails');
  });
});

describe('proof', () => {
  it('is given to every amount of a table that adds up', () => {
    const { proofs } = checkDisclosure(disclosureOf([functional(['7.00', '7.00', null])]), codebook);
    expect(new Set(Object.values(proofs))).toEqual(new Set(['proved']));
  });

  it('contradicts a wrong leaf and disputes what other identities hold', () => {
    const { proofs } = checkDisclosure(disclosureOf([functional(['7.10', '7.00', null])]), codebook);
    expect([proofs[id(0, 3, 0)], proofs[id(0, 2, 0)], proofs[id(0, 0, 0)]]).toEqual(['contradicted', 'disputed', 'disputed']);
  });

  it('does not dispute the other leaves of a column whose sums by level say where it is wrong', () => {
    const table = functional(['7.00', '7.00', null]);
    table.rows.push({
      label: '公共安全支出',
      parent: 0,
      facets: { functional_code: '204', row_role: 'subtotal' },
      cells: ['2.00', '2.00', null],
    });
    table.rows.push({ label: '其他公共安全支出', parent: 5, facets: { functional_code: '2049999' }, cells: ['5.00', '5.00', null] });
    table.rows[0]!.cells = ['12.00', '9.00', '3.00'];
    const { proofs, checks } = checkDisclosure(disclosureOf([table]), codebook);
    expect(checks.filter((check) => check.outcome === 'fails').map((check) => check.rule)).toContain('leaf_total');
    expect([proofs[id(0, 3, 0)], proofs[id(0, 0, 0)], proofs[id(0, 6, 0)], proofs[id(0, 5, 0)]]).toEqual([
      'proved',
      'proved',
      'disputed',
      'disputed',
    ]);
  });

  it('leaves zeros unchecked where only zeros are summed', () => {
    const zeros: TableSpec = {
      columns: [{ path: ['合计'] }],
      rows: [
        { label: '合计', facets: { row_role: 'total' }, cells: ['0.00'] },
        { label: '教育支出', parent: 0, facets: { functional_code: '205' }, cells: ['0.00'] },
      ],
    };
    expect(new Set(Object.values(checkDisclosure(disclosureOf([zeros]), codebook).proofs))).toEqual(new Set(['unchecked']));
  });
});

describe('row_parts', () => {
  const row = (columns: TableSpec['columns'], cells: string[]) => disclosureOf([{ columns, rows: [{ label: '行政运行', cells }] }]);

  it('sums the columns beside a total', () => {
    expect(outcomes(row(COLUMNS, ['10.00', '7.00', '3.00']), 'row_parts')).toEqual(['holds']);
  });

  it('fails where a part is missing', () => {
    expect(outcomes(row(COLUMNS, ['10.00', '7.00', '2.00']), 'row_parts')).toEqual(['fails']);
  });

  it('takes a group of columns by its own subtotal', () => {
    const columns: TableSpec['columns'] = [
      { path: ['合计'], facets: { column_role: 'total' } },
      { path: ['基本支出', '小计'], facets: { column_role: 'subtotal', part: 'basic' } },
      { path: ['基本支出', '人员经费'], facets: { part: 'basic' } },
      { path: ['基本支出', '公用经费'], facets: { part: 'basic' } },
      { path: ['项目支出'], facets: { part: 'project' } },
    ];
    expect(outcomes(row(columns, ['10.00', '7.00', '5.00', '2.00', '3.00']), 'row_parts')).toEqual(['holds', 'holds']);
  });

  it('reads columns by funding and columns by part as two statements of one total', () => {
    const columns: TableSpec['columns'] = [
      ...COLUMNS,
      { path: ['一般公共预算'], facets: { funding: 'general' } },
      { path: ['政府性基金'], facets: { funding: 'fund' } },
    ];
    expect(outcomes(row(columns, ['10.00', '7.00', '3.00', '6.00', '4.00']), 'row_parts')).toEqual(['holds', 'holds']);
  });

  it('does not add this year to last year', () => {
    const columns: TableSpec['columns'] = [
      { path: ['2023年', '合计'], facets: { column_role: 'total', year: 2023 } },
      { path: ['2023年', '基本支出'], facets: { part: 'basic', year: 2023 } },
      { path: ['2024年', '合计'], facets: { column_role: 'total' } },
      { path: ['2024年', '基本支出'], facets: { part: 'basic' } },
    ];
    expect(outcomes(row(columns, ['5.00', '5.00', '6.00', '6.00']), 'row_parts')).toEqual(['holds', 'holds']);
  });

  it('leaves columns under a header 其中 out where it stands beside the parts', () => {
    const columns: TableSpec['columns'] = [...COLUMNS, { path: ['其中', '事业单位经营支出'], facets: { part: 'operating' } }];
    expect(outcomes(row(columns, ['10.00', '7.00', '3.00', '2.00']), 'row_parts')).toEqual(['holds']);
  });

  it('leaves an excerpt with its own subtotal out', () => {
    const columns: TableSpec['columns'] = [
      ...COLUMNS,
      { path: ['政府采购项目', '小计'], facets: { column_role: 'subtotal' } },
      { path: ['政府采购项目', '货物'], facets: { column_role: 'of_which' } },
    ];
    expect(outcomes(row(columns, ['10.00', '7.00', '3.00', '4.00', '4.00']), 'row_parts')).toEqual(['holds']);
  });
});

describe('change_columns', () => {
  const changes = (change: string) =>
    disclosureOf([
      {
        columns: [
          { path: ['2023年', '合计'], facets: { year: 2023 } },
          { path: ['2024年', '合计'] },
          { path: ['增减', '合计'], facets: { comparison: 'change' } },
        ],
        rows: [{ label: '行政运行', cells: ['5.00', '3.00', change] }],
      },
    ]);

  it('holds where the change is this year less last year', () => {
    expect(outcomes(changes('-2.00'), 'change_columns')).toEqual(['holds']);
  });
  it('fails where its sign is lost', () => {
    expect(outcomes(changes('2.00'), 'change_columns')).toEqual(['fails']);
  });
});

describe('year_on_year_magnitude', () => {
  const total = (year: number, documentId: string, amount: string) =>
    disclosureOf(
      [
        {
          facets: { year, document_year: year },
          columns: [{ path: ['合计'], facets: { column_role: 'total' } }],
          rows: [{ label: '合计', facets: { row_role: 'total' }, cells: [amount] }],
        },
      ],
      { documentId, year },
    );
  const years = (now: string) => checkOrganization([total(2023, 'a'.repeat(64), '100.00'), total(2024, 'b'.repeat(64), now)], codebook);

  it('holds for a budget that grew a little', () => {
    expect(years('120.00').checks.map((check) => [check.rule, check.outcome])).toEqual([['year_on_year_magnitude', 'holds']]);
  });
  it('fails for one that is ten thousand times as large', () => {
    expect(years('1000000.00').diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['year_on_year_magnitude_fails']);
  });
});

const summary = (revenue: string, carried: string, total: string, expenditure: string): TableSpec => ({
  title: '收支总表',
  facets: { breakdown: 'summary', kind: 'revenue_expenditure_summary' },
  columns: [
    { path: ['收入', '预算数'], facets: { flow: 'revenue', block: '收入' } },
    { path: ['支出', '预算数'], facets: { flow: 'expenditure', block: '支出' } },
  ],
  rows: [
    { label: '本年收入合计', facets: { row_role: 'subtotal' }, cells: [revenue, null] },
    { label: '上年结转', facets: { row_role: 'balance' }, cells: [carried, null] },
    { label: '收入总计', facets: { row_role: 'total' }, cells: [total, null] },
    { label: '支出总计', facets: { row_role: 'total' }, cells: [null, expenditure] },
  ],
});

describe('total_composition', () => {
  it('adds what was carried over to this year’s total', () => {
    expect(outcomes(disclosureOf([summary('8.00', '2.00', '10.00', '10.00')]), 'total_composition')).toEqual(['holds']);
  });
  it('fails where the grand total leaves it out', () => {
    expect(outcomes(disclosureOf([summary('8.00', '2.00', '8.00', '10.00')]), 'total_composition')).toEqual(['fails']);
  });
});

describe('revenue_equals_expenditure', () => {
  it('holds where both grand totals are equal', () => {
    expect(outcomes(disclosureOf([summary('8.00', '2.00', '10.00', '10.00')]), 'revenue_equals_expenditure')).toEqual(['holds']);
  });
  it('fails where they are not', () => {
    expect(outcomes(disclosureOf([summary('8.00', '2.00', '10.00', '9.00')]), 'revenue_equals_expenditure')).toEqual(['fails']);
  });
});

describe('three_public', () => {
  const items = (cells: string[]): TableSpec => ({
    facets: { kind: 'three_public_expenses', breakdown: 'item', funding: 'general' },
    columns: [{ path: ['预算数'] }],
    rows: [
      { label: '合计', facets: { three_public_item: 'total', row_role: 'total' }, cells: [cells[0]!] },
      { label: '因公出国（境）费', facets: { three_public_item: 'abroad' }, cells: [cells[1]!] },
      { label: '公务用车购置及运行费', facets: { three_public_item: 'vehicles', row_role: 'subtotal' }, cells: [cells[2]!] },
      { label: '公务用车购置费', facets: { three_public_item: 'vehicle_purchase' }, cells: [cells[3]!] },
      { label: '公务用车运行费', facets: { three_public_item: 'vehicle_operation' }, cells: [cells[4]!] },
      { label: '公务接待费', facets: { three_public_item: 'reception' }, cells: [cells[5]!] },
    ],
  });

  it('holds for rows and for their vehicles', () => {
    expect(outcomes(disclosureOf([items(['9.00', '1.00', '6.00', '2.00', '4.00', '2.00'])]), 'three_public')).toEqual(['holds', 'holds']);
  });
  it('fails where an item is wrong', () => {
    expect(outcomes(disclosureOf([items(['9.00', '1.00', '6.00', '2.00', '5.00', '2.00'])]), 'three_public')).toEqual(['holds', 'fails']);
  });
  it('counts the parts of vehicles where their sum is not printed', () => {
    const table = items(['9.00', '1.00', '6.00', '2.00', '4.00', '2.00']);
    table.rows.splice(2, 1);
    expect(outcomes(disclosureOf([table]), 'three_public')).toEqual(['holds']);
  });
  it('reads items that are columns', () => {
    const table: TableSpec = {
      facets: { kind: 'three_public_expenses', breakdown: 'item', funding: 'general' },
      columns: [
        { path: ['合计'], facets: { three_public_item: 'total', column_role: 'total' } },
        { path: ['因公出国（境）费'], facets: { three_public_item: 'abroad' } },
        { path: ['公务用车', '小计'], facets: { three_public_item: 'vehicles', column_role: 'subtotal' } },
        { path: ['公务用车', '购置费'], facets: { three_public_item: 'vehicle_purchase' } },
        { path: ['公务用车', '运行费'], facets: { three_public_item: 'vehicle_operation' } },
        { path: ['公务接待费'], facets: { three_public_item: 'reception' } },
      ],
      rows: [{ label: '本级', cells: ['9.00', '1.00', '6.00', '2.00', '4.00', '2.00'] }],
    };
    expect(outcomes(disclosureOf([table]), 'three_public')).toEqual(['holds', 'holds']);
  });
});

describe('three_public_covers_basic', () => {
  const basic: TableSpec = {
    facets: { kind: 'general_budget_basic_expenditure', breakdown: 'economic_department', part: 'basic', funding: 'general' },
    columns: [{ path: ['合计'], facets: { column_role: 'total' } }],
    rows: [{ label: '公务接待费', facets: { economic_department_code: '30217' }, cells: ['2.00'] }],
  };
  const reception = (amount: string): TableSpec => ({
    facets: { kind: 'three_public_expenses', breakdown: 'item', funding: 'general' },
    columns: [{ path: ['预算数'] }],
    rows: [{ label: '公务接待费', facets: { three_public_item: 'reception' }, cells: [amount] }],
  });

  it('holds where projects pay for more', () => {
    expect(outcomes(disclosureOf([basic, reception('3.00')]), 'three_public_covers_basic')).toEqual(['holds']);
  });
  it('fails where the “三公” table states less', () => {
    expect(outcomes(disclosureOf([basic, reception('1.00')]), 'three_public_covers_basic')).toEqual(['fails']);
  });
  it('says nothing of a row whose name is not its code’s', () => {
    const misnumbered = disclosureOf([basic, reception('1.00')]);
    const line = misnumbered.lines.find((one) => one.economic_department_code === '30217')!;
    misnumbered.line_codes.push({
      line_id: line.line_id,
      classification: 'economic_department',
      code: '30217',
      code_printed: '30217',
      name_printed: '退休人员活动费',
      official_name: '公务接待费',
      origin: 'printed',
      agreement: 'conflict',
      score: null,
      runner_up: null,
    });
    expect(outcomes(misnumbered, 'three_public_covers_basic')).toEqual([]);
  });
});

describe('same_figure', () => {
  const general = (amount: string): TableSpec => ({
    columns: [{ path: ['合计'] }],
    rows: [{ label: '行政运行', facets: { functional_code: '2010101' }, cells: [amount] }],
  });

  it('holds between tables that print the same figure', () => {
    expect(outcomes(disclosureOf([general('7.00'), general('7.00')]), 'same_figure')).toEqual(['holds']);
  });
  it('fails for the one table of three that differs', () => {
    expect(outcomes(disclosureOf([general('7.10'), general('7.00'), general('7.00')]), 'same_figure')).toEqual(['fails', 'holds']);
  });
  it('compares no parts of a row with the whole', () => {
    const columns: TableSpec['columns'] = [
      { path: ['基本支出', '人员经费'], facets: { part: 'basic' } },
      { path: ['基本支出', '公用经费'], facets: { part: 'basic' } },
    ];
    const parts: TableSpec = { columns, rows: [{ label: '行政运行', facets: { functional_code: '2010101' }, cells: ['5.00', '2.00'] }] };
    const whole: TableSpec = {
      columns: [{ path: ['合计'], facets: { part: 'basic' } }],
      rows: [{ label: '行政运行', facets: { functional_code: '2010101' }, cells: ['7.00'] }],
    };
    expect(outcomes(disclosureOf([parts, whole]), 'same_figure')).toEqual([]);
  });
  it('is said of documents of one organization too', () => {
    const documents = [disclosureOf([general('7.00')]), disclosureOf([general('8.00')], { documentId: 'e'.repeat(64) })];
    expect(checkOrganization(documents, codebook).checks.map((check) => [check.rule, check.outcome])).toEqual([
      ['same_figure_across_documents', 'fails'],
    ]);
  });
});

describe('what is carried over', () => {
  const carried = (balance: string, total: string): TableSpec => summary('8.00', balance, total, total);
  const revenue: TableSpec = {
    facets: { flow: 'revenue', kind: 'revenue_summary' },
    columns: [{ path: ['本年收入合计'], facets: { column_role: 'total' } }],
    rows: [{ label: '合计', facets: { row_role: 'total' }, cells: ['8.00'] }],
  };

  it('makes the grand total another figure than this year’s revenue', () => {
    const checks = checkDisclosure(disclosureOf([carried('2.00', '10.00'), revenue]), codebook).checks;
    expect(checks.filter((check) => check.rule === 'same_figure').map((check) => [check.outcome, check.left])).toEqual([
      ['holds', '80000'],
    ]);
  });

  const withColumn = (total: string): TableSpec => ({
    facets: { flow: 'revenue', kind: 'revenue_summary', breakdown: 'unit' },
    columns: [
      { path: ['合计'], facets: { column_role: 'total' } },
      { path: ['本年收入'], facets: { funding: 'general' } },
      { path: ['上年结转'], facets: { funding: 'carry_over' } },
    ],
    rows: [{ label: '合计', facets: { row_role: 'total' }, cells: [total, '8.00', '2.00'] }],
  });

  it('is part of the grand total of every table', () => {
    expect(outcomes(disclosureOf([carried('2.00', '10.00'), withColumn('10.00')]), 'grand_total')).toEqual(['holds']);
  });

  it('shows where one table was read in another unit', () => {
    expect(outcomes(disclosureOf([carried('2.00', '10.00'), withColumn('100000.00')]), 'grand_total')).toEqual(['fails']);
  });

  it('leaves them the same where nothing is carried over', () => {
    expect(outcomes(disclosureOf([carried('0.00', '8.00'), revenue]), 'same_figure')).toEqual(['holds']);
  });
});

describe('basic_total', () => {
  it('compares basic expenditure by function with that by economic class', () => {
    const economic: TableSpec = {
      facets: { part: 'basic', breakdown: 'economic_department', kind: 'general_budget_basic_expenditure' },
      columns: [{ path: ['合计'], facets: { column_role: 'total' } }],
      rows: [{ label: '合计', facets: { row_role: 'total' }, cells: ['7.10'] }],
    };
    expect(outcomes(disclosureOf([functional(['7.00', '7.00', null]), economic]), 'basic_total')).toEqual(['fails']);
  });
});

describe('project_sheets', () => {
  const sheet = (amount: string): TableSpec => ({
    facets: { kind: 'project_performance', breakdown: 'project', part: 'project' },
    columns: [{ path: ['预算数'] }],
    rows: [{ label: '项目', cells: [amount] }],
  });
  const document = (a: string, b: string) =>
    disclosureOf([functional(['7.00', '7.00', null]), sheet(a), sheet(b)], {
      projects: [
        projectOf(1, { budget_line_id: id(1, 0, 0), table_id: 'dddddddddddddddd-t1' }),
        projectOf(2, { budget_line_id: id(2, 0, 0), table_id: 'dddddddddddddddd-t2' }),
      ],
    });

  it('holds where the sheets make up the project expenditure', () => {
    expect(outcomes(document('1.00', '2.00'), 'project_sheets')).toEqual(['holds']);
  });
  it('fails where the sheets are more than it', () => {
    expect(outcomes(document('1.00', '2.50'), 'project_sheets')).toEqual(['fails']);
  });
  it('proves nothing where only some projects have a sheet', () => {
    expect(checkDisclosure(document('0.50', '0.40'), codebook).proofs[id(1, 0, 0)]).toBe('unchecked');
  });
});

describe('project_in_list', () => {
  const list: TableSpec = {
    facets: { kind: 'project_expenditure', breakdown: 'project', part: 'project' },
    columns: [{ path: ['金额'] }],
    rows: [
      { label: '会议中心运维', cells: ['1.00'] },
      { label: '安保服务', cells: ['2.00'] },
    ],
  };
  const sheet = (amount: string): TableSpec => ({
    facets: { kind: 'project_performance', breakdown: 'project', part: 'project' },
    columns: [{ path: ['预算数'] }],
    rows: [{ label: '预算数', cells: [amount] }],
  });
  const document = (amount: string) =>
    disclosureOf([list, sheet(amount)], { projects: [projectOf(1, { name: '安保服务', budget_line_id: id(1, 0, 0) })] });

  it('holds where the sheet states the amount of the list', () => {
    expect(outcomes(document('2.00'), 'project_in_list')).toEqual(['holds']);
  });
  it('fails where it states another', () => {
    expect(outcomes(document('2.50'), 'project_in_list')).toEqual(['fails']);
  });
});

describe('prose_against_table', () => {
  const prose = (amount: string, printed: string) =>
    disclosureOf([functional(['7.00', '7.00', null])], {
      statements: [
        statementOf(0, { subject: '项目支出', subject_code: 'project_expenditure', amount, printed, sentence: `项目支出${printed}。` }),
      ],
    });

  it('holds for an amount of a table', () => {
    expect(outcomes(prose('30000', '3.00万元'), 'prose_against_table')).toEqual(['holds']);
  });
  it('allows for digits that were cut off', () => {
    expect(outcomes(prose('29900', '2.99万元'), 'prose_against_table')).toEqual(['within_rounding']);
  });
  it('fails for an amount of no table, with both places', () => {
    const result = checkDisclosure(prose('31000', '3.10万元'), codebook);
    const failure = result.diagnostics.find((diagnostic) => diagnostic.code === 'prose_against_table_fails');
    expect(failure?.message).toContain('3.10万元 = 合计 / 项目支出 3.00 (page 1, table 0, row 0, column 2)');
  });
});

describe('expenses in prose', () => {
  const COLUMNS: TableSpec['columns'] = [
    { path: ['合计'], facets: { column_role: 'total' } },
    { path: ['人员经费'] },
    { path: ['公用经费'] },
  ];
  const economic: TableSpec = {
    title: '一般公共预算基本支出表',
    facets: { part: 'basic', breakdown: 'economic_department', kind: 'general_budget_basic_expenditure', funding: 'general' },
    columns: COLUMNS,
    rows: [
      { label: '合计', facets: { row_role: 'total' }, cells: ['9.00', '5.00', '4.00'] },
      { label: '办公费', parent: 0, facets: { economic_department_code: '30201' }, cells: ['2.00', null, '2.00'] },
      { label: '工会经费', parent: 0, facets: { economic_department_code: '30228' }, cells: ['0.50', null, '0.50'] },
      { label: '福利费', parent: 0, facets: { economic_department_code: '30229' }, cells: ['1.50', null, '1.50'] },
    ],
  };
  const stated = (ordinal: number, subject_code: string, wan: string, parent: number | null) =>
    statementOf(ordinal, {
      subject: subject_code,
      subject_code,
      parent_ordinal: parent,
      amount: `${wan.replace('.', '')}00`,
      printed: `${wan}万元`,
    });
  const found = (...statements: ReturnType<typeof stated>[]) => outcomes(disclosureOf([economic], { statements }), 'prose_against_table');

  it('are compared with the columns of the table whose total the whole is', () => {
    expect(found(stated(0, 'basic_expenditure', '9.00', null), stated(1, 'personnel', '5.00', 0))).toEqual(['holds', 'holds']);
    expect(found(stated(0, 'basic_expenditure', '9.00', null), stated(1, 'public_operating', '4.50', 0))).toEqual(['holds', 'fails']);
  });
  it('are not where the whole is other money', () => {
    expect(found(stated(0, 'operating', '8.00', null), stated(1, 'personnel', '4.50', 0))).toEqual([]);
  });
  it('of running are compared by class, also two in one', () => {
    const whole = stated(0, 'operating_expenses', '4.00', null);
    const parts = [stated(1, 'office', '2.00', 0), stated(2, 'union_and_welfare', '2.00', 0)];
    expect(found(whole, ...parts)).toEqual(['holds', 'holds', 'holds']);
    expect(found(whole, stated(1, 'office', '2.10', 0), stated(2, 'union_and_welfare', '2.00', 0))).toEqual(['holds', 'fails', 'holds']);
  });
  it('of running are not where most amounts are other ones', () => {
    expect(found(stated(0, 'operating_expenses', '3.00', null), stated(1, 'office', '2.00', 0))).toEqual([]);
  });
});

describe('fixed assets in prose', () => {
  const assets = (title: string): TableSpec => ({
    title,
    facets: { kind: 'assets', phase: null, year: 2023, flow: null, funding: null, part: null, breakdown: 'none' },
    columns: [{ path: ['价值'] }],
    rows: [{ label: '资产总额', facets: { row_role: 'total' }, cells: ['340.69'] }],
  });
  const stock = (amount: string) =>
    statementOf(0, { subject: '固定资产金额', subject_code: 'fixed_assets', year: 2023, amount, printed: '340.69万元' });
  const found = (title: string, amount: string) =>
    outcomes(disclosureOf([assets(title)], { statements: [stock(amount)] }), 'prose_against_table');

  it('are compared with the total of the table of fixed assets only', () => {
    expect(found('固定资产占用情况表', '3406900')).toEqual(['holds']);
    expect(found('固定资产占用情况表', '3506900')).toEqual(['fails']);
    expect(found('国有资产占用情况表', '3506900')).toEqual([]);
  });
});

describe('prose about the whole budget', () => {
  const summary: TableSpec = {
    title: '收支总表',
    facets: { breakdown: 'summary', kind: 'revenue_expenditure_summary' },
    columns: [{ path: ['预算数'] }],
    rows: [
      { label: '收入总计', facets: { row_role: 'total', flow: 'revenue' }, cells: ['10.00'] },
      { label: '支出总计', facets: { row_role: 'total', flow: 'expenditure' }, cells: ['10.00'] },
    ],
  };
  const section = (heading: string) => [
    { document_id: 'd'.repeat(64), number: 0, heading, level: 1, path: [heading], text: '', page: null, block: 0 },
  ];
  const found = (heading: string, subject: string, subject_code: string) =>
    outcomes(
      disclosureOf([summary], {
        sections: section(heading),
        statements: [statementOf(0, { subject, subject_code, amount: '100000', printed: '10.00万元' })],
      }),
      'prose_against_table',
    );

  it('is compared with both sides where it speaks of both', () => {
    expect(found('收支情况', '收支总计', 'total_revenue_and_expenditure')).toEqual(['holds', 'holds']);
  });
  it('is that of the total where other rows print the same amount', () => {
    const disclosure = disclosureOf([summary], {
      statements: [statementOf(0, { subject: '收入总计', subject_code: 'total_revenue', amount: '100000', printed: '10.00万元' })],
    });
    const table: TableSpec = {
      ...summary,
      rows: [{ label: '本年收入', facets: { row_role: 'subtotal', flow: 'revenue' }, cells: ['10.00'] }, ...summary.rows],
    };
    const [check] = checkDisclosure({ ...disclosure, lines: disclosureOf([table]).lines }, codebook).checks.filter(
      ({ rule }) => rule === 'prose_against_table',
    );
    expect(check?.message).toContain('收入总计 / 预算数');
  });
  it('is compared where only its heading says so', () => {
    expect(found('收入说明', '预算收入', 'total_revenue')).toEqual(['holds']);
    expect(found('政府性基金预算情况', '预算收入', 'total_revenue')).toEqual([]);
  });
});

describe('prose that speaks of other money', () => {
  it('is not compared where the amount was carried over', () => {
    const statement = statementOf(0, {
      subject: '项目支出',
      subject_code: 'project_expenditure',
      amount: '10000',
      printed: '1.00万元',
      sentence: '上年结转项目支出1.00万元。',
    });
    expect(outcomes(disclosureOf([functional(['7.00', '7.00', null])], { statements: [statement] }), 'prose_against_table')).toEqual([]);
  });
});

describe('prose_within_itself', () => {
  const parts = (basic: string, project: string) =>
    disclosureOf([], {
      statements: [
        statementOf(0, { subject: '支出', subject_code: 'total_expenditure', amount: '9377900', printed: '937.79万元' }),
        statementOf(1, { subject: '基本支出', subject_code: 'basic_expenditure', parent_ordinal: 0, amount: basic, printed: '706.36万元' }),
        statementOf(2, {
          subject: '项目支出',
          subject_code: 'project_expenditure',
          parent_ordinal: 0,
          amount: project,
          printed: '231.43万元',
        }),
      ],
    });

  it('holds where the parts sum to the whole', () => {
    expect(outcomes(parts('7063600', '2314300'), 'prose_within_itself')).toEqual(['holds']);
  });
  it('allows for the rounding of each amount', () => {
    expect(outcomes(parts('7063600', '2314400'), 'prose_within_itself')).toEqual(['within_rounding']);
  });
  it('fails where they do not', () => {
    expect(outcomes(parts('7063600', '2414300'), 'prose_within_itself')).toEqual(['fails']);
  });
  it('reads a list that splits the amount twice as two sums', () => {
    const part = (ordinal: number, amount: string) =>
      statementOf(ordinal, { parent_ordinal: 0, amount, printed: `${Number(amount) / 10000}.00万元` });
    const statements = [
      statementOf(0, { amount: '60000', printed: '6.00万元' }),
      part(1, '40000'),
      part(2, '20000'),
      part(3, '10000'),
      part(4, '50000'),
    ];
    expect(outcomes(disclosureOf([], { statements }), 'prose_within_itself')).toEqual(['holds', 'holds']);
  });
  it('takes the items below a sentence as a list of their own where they alone add up', () => {
    const part = (ordinal: number, amount: string, block: number) =>
      statementOf(ordinal, { parent_ordinal: 0, amount, printed: `${Number(amount) / 10000}.00万元`, block });
    const items = (last: string) => [part(1, '10000', 0), part(2, '20000', 0), part(3, '50000', 1), part(4, last, 2)];
    const whole = statementOf(0, { amount: '60000', printed: '6.00万元', block: 0 });
    expect(outcomes(disclosureOf([], { statements: [whole, ...items('10000')] }), 'prose_within_itself')).toEqual(['holds']);
    expect(outcomes(disclosureOf([], { statements: [whole, ...items('20000')] }), 'prose_within_itself')).toEqual(['fails']);
  });
  it('adds up changes with their signs', () => {
    const change = (ordinal: number, direction: 'increase' | 'decrease', amount: string, code: string, parent: number | null) =>
      statementOf(ordinal, {
        subject_code: code,
        parent_ordinal: parent,
        printed: '',
        comparison_direction: direction,
        comparison_amount: amount,
      });
    const statements = [
      change(0, 'decrease', '1074500', 'total_expenditure', null),
      change(1, 'decrease', '1584300', 'basic_expenditure', 0),
      change(2, 'increase', '509900', 'project_expenditure', 0),
    ];
    expect(outcomes(disclosureOf([], { statements }), 'prose_within_itself')).toEqual(['within_rounding']);
  });
});

describe('prose about revenue and expenditure at once', () => {
  it('states each side with the amount, not as parts of it', () => {
    const both = (ordinal: number, code: string, parent: number | null) =>
      statementOf(ordinal, { subject_code: code, parent_ordinal: parent, amount: '46516700', printed: '4651.67万元' });
    const statements = [both(0, 'total_revenue_and_expenditure', null), both(1, 'total_revenue', 0), both(2, 'total_expenditure', 0)];
    expect(outcomes(disclosureOf([], { statements }), 'prose_within_itself')).toEqual(['holds', 'holds']);
  });
});

describe('a change of revenue and expenditure at once', () => {
  it('is made of the changes of basic and project expenditure', () => {
    const change = (ordinal: number, direction: 'increase' | 'decrease', amount: string, code: string, parent: number | null) =>
      statementOf(ordinal, {
        subject_code: code,
        parent_ordinal: parent,
        printed: '',
        comparison_direction: direction,
        comparison_amount: amount,
      });
    const statements = [
      change(0, 'decrease', '1074500', 'total_revenue_and_expenditure', null),
      change(1, 'decrease', '1584300', 'basic_expenditure', 0),
      change(2, 'increase', '509900', 'project_expenditure', 0),
    ];
    expect(outcomes(disclosureOf([], { statements }), 'prose_within_itself')).toEqual(['within_rounding']);
  });
});

describe('code_name', () => {
  const coded = (agreement: 'agrees' | 'conflict', name: string) =>
    disclosureOf([functional(['7.00', '7.00', null])], {
      line_codes: [
        {
          line_id: id(0, 3, 0),
          classification: 'functional',
          code: '2010101',
          code_printed: '2010101',
          name_printed: name,
          official_name: '行政运行',
          origin: 'printed',
          agreement,
          score: null,
          runner_up: null,
        },
      ],
    });

  it('holds for an official name', () => {
    expect(outcomes(coded('agrees', '行政运行'), 'code_name')).toEqual(['holds']);
  });
  it('says nothing of a table whose labels are projects, one code beside several names', () => {
    const table = functional(['7.00', '7.00', null]);
    const named = (r: number, name: string) => ({ ...coded('conflict', name).line_codes[0]!, line_id: id(0, r, 0) });
    expect(outcomes(disclosureOf([table], { line_codes: [named(3, '物业管理'), named(4, '安保服务')] }), 'code_name')).toEqual([]);
  });
  it('fails for another name, quoting both', () => {
    const result = checkDisclosure(coded('conflict', '水费'), codebook);
    expect(result.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      'functional 2010101 is printed as 水费 but the codebook has 行政运行; look which of the two is meant',
    ]);
  });
});

describe('a check', () => {
  it('has an id of its own', () => {
    const { checks } = checkDisclosure(disclosureOf([functional(['7.00', '7.00', null]), functional(['7.00', '7.00', null])]), codebook);
    expect(new Set(checks.map((check) => check.check_id)).size).toBe(checks.length);
  });
  it('is found once where two rules say the same', () => {
    const table: TableSpec = {
      columns: [{ path: ['合计'] }],
      rows: [
        { label: '合计', facets: { row_role: 'total' }, cells: ['3.00'] },
        { label: '教育支出', parent: 0, facets: { functional_code: '205' }, cells: ['3.00'] },
      ],
    };
    const sums = checkDisclosure(disclosureOf([table]), codebook).checks.filter((check) => check.left !== null);
    expect(sums.map((check) => check.rule)).toEqual(['hierarchy_sum']);
  });
});
