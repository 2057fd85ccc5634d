import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/model/index.js';
import { outcomesOf } from '../outcomes.js';

type Row = [string, Line['flow'], Line['row_role']];
const summary = (...rows: Row[]) =>
  outcomesOf('summary_sides', [
    {
      facets: { kind: 'revenue_expenditure_summary', breakdown: 'summary' },
      columns: [{ path: ['预算数'] }],
      rows: rows.map(([label, flow, row_role]) => ({ label, facets: { flow, row_role }, cells: ['1.00'] })),
    },
  ]);
const BOTH: Row[] = [
  ['收入总计', 'revenue', 'total'],
  ['支出总计', 'expenditure', 'total'],
];

describe('summary_sides', () => {
  it('holds where both sides have amounts and a total', () => {
    expect(summary(...BOTH)).toEqual(['holds']);
  });

  it('fails where one side has no amount', () => {
    expect(summary(['收入总计', 'revenue', 'total'])).toEqual(['fails']);
  });

  it('fails where one side has no total', () => {
    expect(summary(['收入总计', 'revenue', 'total'], ['教育支出', 'expenditure', 'leaf'])).toEqual(['fails']);
  });

  it('fails where expenditure has 本年支出合计 and revenue has no 本年收入合计', () => {
    expect(summary(...BOTH, ['本年支出合计', 'expenditure', 'subtotal'])).toEqual(['fails']);
  });

  it('accepts expenditure without 本年支出合计', () => {
    expect(summary(...BOTH, ['本年收入合计', 'revenue', 'subtotal'])).toEqual(['holds']);
  });
});
