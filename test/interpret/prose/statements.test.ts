import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparison, short, statements } from './prose.js';

describe('what an amount is of', () => {
  test('the publisher, the year and the verb are no part of the subject', () => {
    expect(short(statements('2024年某市商务局机关运行经费安排61.36万元。'))).toEqual(['机关运行经费: 613600']);
  });
  test('a subject that names two things is one', () => {
    expect(short(statements('工会经费、福利费9.94万元。'))).toEqual(['工会经费、福利费: 99400']);
  });
  test('the lexicon gives it a stable code', () => {
    const codes = statements(
      '预算收入1万元，支出预算总计1万元，“三公”经费预算1万元，因公出国（境）费1万元，公务用车购置及运行维护费1万元，公务用车运维费1万元。',
    );
    expect(codes.map((statement) => statement.subject_code)).toEqual([
      'total_revenue',
      'total_expenditure',
      'three_public_total',
      'abroad',
      'vehicles',
      'vehicle_operation',
    ]);
  });
  test('contracts with small firms and the running of cars have codes of their own', () => {
    const codes = statements('授予中小企业合同金额5万元，其中：授予小微企业合同金额4万元。公务用车运行支出4.00万元。').map(
      (s) => s.subject_code,
    );
    expect(codes).toEqual(['procurement_small_firms', 'procurement_micro_firms', 'vehicle_operation']);
  });
  test('a printed classification code tells what it is', () => {
    expect(statements('2011301-行政运行5万元。工资福利支出（301）3万元。').map((s) => s.subject_code)).toEqual([
      'functional_item',
      'economic_department',
    ]);
  });
  test('is the head of the item where the sentence only says 预算数', () => {
    expect(short(statements('1.公务接待费。2024年预算数2.98万元。'))).toEqual(['公务接待费: 29800']);
  });
  test('is the heading where nothing else names it', () => {
    expect(short(statements('（二）公务接待费', '2024年预算安排6.10万元。'))).toEqual(['公务接待费: 61000']);
  });
  test('is that of the other phase stated before', () => {
    const both = statements('1.住房公积金（项）。年初预算为45.00万元，支出决算为44.00万元。');
    expect(both.map(({ subject, phase, amount }) => [subject, phase, amount])).toEqual([
      ['住房公积金（项）', 'approved', '450000'],
      ['住房公积金（项）', 'executed', '440000'],
    ]);
  });
  test('无 is a statement without amount', () => {
    expect(statements('本单位无机关运行经费。')).toMatchObject([{ subject: '机关运行经费', amount: null, printed: '无' }]);
  });
  test('没有使用 says so of what the lexicon knows', () => {
    expect(statements('2024年没有使用政府性基金预算拨款安排的支出。')).toMatchObject([{ subject_code: 'fund_expenditure', amount: null }]);
  });
  test('a remark that nothing else is to be said is no statement', () => {
    expect(statements('我部门无其他需要说明的事项。')).toEqual([]);
  });
  test('the amount of the end of last year is of last year', () => {
    expect(statements('上年末固定资产金额为340.69万元。')).toMatchObject([{ subject: '固定资产金额', year: 2023 }]);
  });
});

describe('parts', () => {
  test('其中 and 包括 nest, and a semicolon goes back to the outer list', () => {
    expect(
      short(
        statements(
          '2024年支出预算 937.79万元，其中基本支出706.36万元，包括人员经费 644.99万元和日常公用经费61.36万元；项目支出231.44万元，主要为政务服务等。',
        ),
      ),
    ).toEqual([
      '支出预算: 9377900',
      '支出预算 > 基本支出: 7063600',
      '基本支出 > 人员经费: 6449900',
      '基本支出 > 日常公用经费: 613600',
      '支出预算 > 项目支出: 2314400',
    ]);
  });
  test('a bracket holds parts of the amount before it', () => {
    expect(
      short(statements('“三公”经费3万元，其中公务用车购置及运维费2万元（其中：购置费为0万元，运维费2万元)；公务接待费1万元。')),
    ).toEqual([
      '“三公”经费: 30000',
      '“三公”经费 > 公务用车购置及运维费: 20000',
      '公务用车购置及运维费 > 购置费: 0',
      '公务用车购置及运维费 > 运维费: 20000',
      '“三公”经费 > 公务接待费: 10000',
    ]);
  });
  test('a list that adds up ends at the semicolon', () => {
    expect(short(statements('本年收入5万元，其中：财政拨款收入5万元；本年支出6万元，其中：基本支出6万元。'))).toEqual([
      '本年收入: 50000',
      '本年收入 > 财政拨款收入: 50000',
      '本年支出: 60000',
      '本年支出 > 基本支出: 60000',
    ]);
  });
  test('the whole stated again after them is none of them, and 稳增长 names what is paid for', () => {
    expect(short(statements('项目总预算4万元，其中支持外贸发展3万元，支持稳增长1万元，合计4万元。'))).toEqual([
      '项目总预算: 40000',
      '项目总预算 > 支持外贸发展: 30000',
      '项目总预算 > 支持稳增长: 10000',
      '项目总预算: 40000',
    ]);
  });
  test('a number that is none is no subject of the change after it', () => {
    expect(statements('民政管理事务9万元。具体为：人员经费1,541.50.00万元，较上年增加493.27万元。').at(-1)).toMatchObject({
      subject: '人员经费',
      amount: null,
      comparison_amount: '4932700',
    });
  });
  test('paragraphs under 包括 are parts, by their numbering', () => {
    expect(
      short(
        statements('收入总计3万元。包括：', '1．本年收入2万元。', '（1）事业收入2万元。', '2．上年结转1万元。', '此外，项目支出9万元。'),
      ),
    ).toEqual([
      '收入总计: 30000',
      '收入总计 > 本年收入: 20000',
      '本年收入 > 事业收入: 20000',
      '收入总计 > 上年结转: 10000',
      '项目支出: 90000',
    ]);
  });
  test('主要用于 opens parts where they add up', () => {
    expect(short(statements('其他支出3万元，主要用于培训支出2万元；印刷支出1万元。'))).toEqual([
      '其他支出: 30000',
      '其他支出 > 培训支出: 20000',
      '其他支出 > 印刷支出: 10000',
    ]);
  });
  test('主要用于 opens none where they do not', () => {
    expect(short(statements('其他支出3万元，主要用于培训支出2万元。'))).toEqual(['其他支出: 30000', '培训支出: 20000']);
  });
  test('of a whole stated in two phases belong to that of their own', () => {
    const all = statements('支出年初预算为9万元，支出决算为8万元。其中：', '1.住房公积金（项）。年初预算为9万元，支出决算为8万元。');
    expect(all.map(({ phase, parent_ordinal }) => [phase, parent_ordinal])).toEqual([
      ['approved', null],
      ['executed', null],
      ['approved', 0],
      ['executed', 1],
    ]);
  });
});

describe('changes', () => {
  test('of the amount before, with base, percent and reason', () => {
    const [statement] = statements('收入预算6838.41万元，比上年执行数减少772.20万元，下降10.1%，主要是厉行节约。');
    expect([...comparison(statement), statement?.reason]).toEqual(['上年执行数', 'decrease', '7722000', '10.1', '厉行节约']);
  });
  test('against the budget are changes, not amounts', () => {
    const all = statements('财政拨款支出5.00万元，比上年增加1.00万元；决算数小于年初预算数0.50万元，主要原因是厉行节约。');
    expect(all.map((one) => [one.amount, ...comparison(one)])).toEqual([
      ['50000', '上年', 'increase', '10000', null],
      [null, '年初预算数', 'decrease', '5000', null],
    ]);
  });
  test('without the amount itself are statements', () => {
    const all = statements(
      '本年度预算收支安排937.79万元，较上年减少107.45万元。其中:基本支出减少158.43万元，主要原因是日常公用经费减少；项目支出增加50.99万元，主要原因是项目增多。',
    );
    expect(
      all.map((statement) => [statement.subject, statement.parent_ordinal, ...comparison(statement).slice(0, 3), statement.reason]),
    ).toEqual([
      ['预算收支', null, '上年', 'decrease', '1074500', null],
      ['基本支出', 0, '上年', 'decrease', '1584300', '日常公用经费减少'],
      ['项目支出', 0, '上年', 'increase', '509900', '项目增多'],
    ]);
  });
  test('of another subject than the amount before are statements', () => {
    const all = statements('公务接待费15.98万元。与 2023年相比公务用车运维费减少12.15万元。');
    expect([all[1]?.subject, ...comparison(all[1])]).toEqual(['公务用车运维费', '2023年', 'decrease', '121500', null]);
  });
  test('in the sentence after belong to the amount before', () => {
    expect(comparison(statements('住房保障（类）支出3301.2万元。与上年相比增加1178.82万元，增长55.54%。')[0])).toEqual([
      '上年',
      'increase',
      '11788200',
      '55.54',
    ]);
  });
  test('after a bracket belong to the amount before it', () => {
    const [whole, part] = statements('公务用车费5万元（购置费5万元，比上年减少7万元）比上年减少3万元。');
    expect([whole?.comparison_amount, part?.comparison_amount]).toEqual(['30000', '70000']);
  });
  test.each(['2023年年初预算数', '2023年初预算数'])('the amount they are measured from is a statement of its year: %s', (base) => {
    const all = statements(`收入预算9626.78万元，比${base}9819.98万元减少193.20万元。`);
    expect(all.map(({ year, amount, comparison_amount }) => [year, amount, comparison_amount])).toEqual([
      [2024, '96267800', '1932000'],
      [2023, '98199800', null],
    ]);
  });
  test('none is said as 持平, 无增减 or an increase of nothing', () => {
    const all = ['与上年持平', '较上年无增减变化', '比上年增加0.00万元'].map((end) => statements(`公务接待费5.80万元，${end}。`)[0]);
    expect(all.map((statement) => statement?.comparison_direction)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });
  test('that say both directions have none', () => {
    expect(comparison(statements('其他收入5万元，与上年相比增加（减少）2万元。')[0])).toEqual(['上年', null, '20000', null]);
  });
  test('a reason goes on over 一是…；二是…', () => {
    expect(statements('收入5万元，比上年减少2万元，主要原因是一是机构改革；二是压减支出；支出预算5万元。')[0]?.reason).toBe(
      '一是机构改革；二是压减支出',
    );
  });
  test('amounts within a reason are parts of nothing', () => {
    const all = statements('项目支出6万元，比上年增加2万元，主要原因是增加外事经费2万元。');
    expect(all[1]).toMatchObject({ subject: '外事经费', amount: null, comparison_amount: '20000', parent_ordinal: null });
  });
  test('a reason in a sentence of its own belongs to the change before', () => {
    expect(statements('机关运行经费5万元，较上年减少2万元。主要是压减经费。')[0]?.reason).toBe('压减经费');
  });
});

describe('any prose', () => {
  test('states each amount of money once, as an amount or as a change', () => {
    const clause = fc.record({ subject: fc.constantFrom('基本支出', '项目支出', '其他收入'), amount: fc.integer({ min: 1, max: 1e6 }) });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 6 }), fc.constantFrom('，', '；', '，其中：'), (clauses, separator) => {
        const all = statements(`${clauses.map(({ subject, amount }) => `${subject}${amount}万元`).join(separator)}。`);
        expect(all.map((statement) => statement.amount)).toEqual(clauses.map(({ amount }) => String(amount * 10000)));
      }),
    );
  });
  test('is read without failing', () => {
    const piece = fc.constantFrom(
      '其中',
      '（',
      '）',
      '；',
      '。',
      '比上年',
      '增加',
      '减少',
      '5万元',
      '10%',
      '主要原因是',
      '支出',
      '：',
      '无',
      '1.',
      '一、',
      '包括',
      '与上年持平',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const all = statements(pieces.join(''));
        expect(all.every((statement, index) => statement.ordinal === index && (statement.parent_ordinal ?? -1) < index)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
