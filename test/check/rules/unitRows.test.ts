import { describe, expect, it } from 'vitest';
import { AMOUNT, outcomesOf, total } from '../outcomes.js';

const summary = {
  facets: { kind: 'revenue_expenditure_summary' as const, breakdown: 'summary' as const, flow: 'revenue' as const },
  columns: AMOUNT,
  rows: [total(['3.00'])],
};
const units = (...printed: string[]) => ({
  facets: { kind: 'revenue_summary' as const, breakdown: 'unit' as const, flow: 'revenue' as const },
  columns: AMOUNT,
  rows: printed.map((cell, i) => ({ label: `单位${i}`, cells: [cell] })),
});

describe('unit_rows', () => {
  it('holds where the units make up the total', () => {
    expect(outcomesOf('unit_rows', [summary, units('1.00', '2.00')])).toEqual(['holds']);
  });

  it('fails where they do not', () => {
    expect(outcomesOf('unit_rows', [summary, units('30000.00')])).toEqual(['fails']);
  });

  it('leaves a table with its own 合计 to the sums', () => {
    const own = { ...units('1.00', '2.00'), rows: [total(['4.00']), ...units('1.00').rows] };
    expect(outcomesOf('unit_rows', [summary, own])).toEqual([]);
  });
});
