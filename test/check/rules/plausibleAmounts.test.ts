import { describe, expect, it } from 'vitest';
import { AMOUNT, outcomesOf, total } from '../outcomes.js';

const whole = (printed: string, unit: number) => outcomesOf('plausible_amount', [{ columns: AMOUNT, rows: [total([printed])], unit }]);
const item = (printed: string, unit: number) =>
  outcomesOf('plausible_amount', [
    {
      columns: [{ path: ['公务接待费'], facets: { three_public_item: 'reception' } }],
      facets: { kind: 'three_public_expenses' },
      rows: [{ label: '合计', cells: [printed] }],
      unit,
    },
  ]);

describe('plausible_amount', () => {
  it('believes the budget of a small office', () => {
    expect(whole('937.79', 10000)).toEqual(['holds']);
  });

  it('does not believe 937.79 yuan for a whole department', () => {
    expect(whole('937.79', 1)).toEqual(['fails']);
  });

  it('does not believe three trillion yuan for the only unit of a table without a total', () => {
    const unit = (printed: string) =>
      outcomesOf('plausible_amount', [{ columns: AMOUNT, rows: [{ label: '某局本级', cells: [printed] }] }]);
    expect([unit('34460.46'), unit('344604600')]).toEqual([['holds'], ['fails']]);
  });

  it('does not believe 15.98 yuan, nor a billion, of receptions in a year', () => {
    expect([item('15.98', 10000), item('15.98', 1), item('159800', 10000)]).toEqual([['holds'], ['fails'], ['fails']]);
  });
});
