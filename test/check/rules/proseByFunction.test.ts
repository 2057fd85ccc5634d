import { describe, expect, it } from 'vitest';
import { namedItem } from '../../../src/check/rules/proseByFunction.js';
import { AMOUNT, coded, outcomesOf, total } from '../outcomes.js';
import { statementOf } from '../tableSpec.js';

const table = {
  columns: AMOUNT,
  facets: { funding: 'general' as const },
  rows: [total(['359.67']), { ...coded('2210201', ['352.67']), label: '住房公积金' }, { ...coded('2050803', ['7.00']), label: '培训支出' }],
};
const stated = (ordinal: number, subject: string, amount: string, printed: string) =>
  statementOf(ordinal, { subject, subject_code: 'functional_item', amount, printed });
const found = (...statements: ReturnType<typeof stated>[]) => outcomesOf('prose_by_function', [table], { statements });

describe('prose_by_function', () => {
  it('finds the row of an item by its names', () => {
    expect(found(stated(0, '“住房保障支出（类）住房改革支出（款）住房公积金（项）”科目', '3526700', '352.67万元'))).toEqual(['holds']);
  });

  it('fails where no table has the amount', () => {
    expect(found(stated(0, '“住房保障支出（类）住房改革支出（款）住房公积金（项）”', '3503500', '350.35万元'))).toEqual(['fails']);
  });

  it('adds up sentences that state an item in several amounts', () => {
    expect(found(stated(0, '培训支出（2050803）', '20000', '2.00万元'), stated(1, '培训支出（2050803）', '50000', '5.00万元'))).toEqual([
      'holds',
    ]);
  });

  it('adds up the parts of an item that another sentence states whole', () => {
    const statements = [
      stated(0, '培训支出（2050803）', '70000', '7.00万元'),
      stated(1, '培训支出（2050803）', '20000', '2.00万元'),
      stated(2, '培训支出（2050803）', '50000', '5.00万元'),
    ];
    expect(found(...statements)).toEqual(['holds', 'holds']);
  });

  it('says nothing of items that no table prints, nor of the same name below another 款', () => {
    expect(
      found(stated(0, '行政运行（2010301）', '3526700', '352.67万元'), stated(1, '农村住房（款）住房公积金（项）', '1', '1元')),
    ).toEqual([]);
  });
});

describe('namedItem', () => {
  it.each([
    ['2010301-行政运行', '2010301'],
    ['行政运行（2010301）', '2010301'],
    ['公共安全支出（204类）司法（06款）行政运行（01项）', '2040601'],
    ['行政运行', null],
  ])('reads the code in %s', (subject, code) => {
    expect(namedItem(subject)?.code).toBe(code);
  });
});
