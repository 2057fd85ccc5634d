import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/model/index.js';
import { outcomesOf } from '../outcomes.js';

const summary = (general: string | null, fund: string | null, balance: string | null = null) => {
  const revenue = (label: string, facets: Partial<Line>, printed: string | null) => ({
    label,
    facets: { flow: 'revenue' as const, ...facets },
    cells: [printed, null, null, null],
  });
  return outcomesOf('funding_sides', [
    {
      facets: { kind: 'appropriation_summary', breakdown: 'summary', funding: 'appropriation' },
      columns: [
        { path: ['收入'], facets: {} },
        { path: ['支出', '合计'], facets: { column_role: 'total' } },
        { path: ['支出', '一般公共预算'], facets: { funding: 'general' } },
        { path: ['支出', '政府性基金预算'], facets: { funding: 'fund' } },
      ],
      rows: [
        revenue('一般公共预算拨款', { funding: 'general' }, '8.00'),
        revenue('政府性基金预算拨款', { funding: 'fund' }, '2.00'),
        revenue('上年结转', { funding: 'carry_over', row_role: 'balance' }, balance),
        { label: '支出总计', facets: { row_role: 'total' }, cells: [null, '10.00', general, fund] },
      ],
    },
  ]);
};

describe('funding_sides', () => {
  it('holds where each budget gives what is spent of it', () => {
    expect(summary('8.00', '2.00')).toEqual(['holds', 'holds']);
  });

  it('fails where the columns stand in each other’s place', () => {
    expect(summary('2.00', '8.00')).toEqual(['fails', 'fails']);
  });

  it('takes a blank column for zero', () => {
    expect(summary('10.00', null)).toEqual(['fails', 'fails']);
  });

  it('says nothing where something is carried over', () => {
    expect(summary('2.00', '8.00', '1.00')).toEqual([]);
  });
});
