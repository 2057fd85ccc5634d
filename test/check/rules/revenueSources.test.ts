import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

const summary: TableSpec = {
  facets: { flow: 'revenue', kind: 'revenue_expenditure_summary', breakdown: 'summary' },
  columns: [{ path: ['预算数'] }],
  rows: [
    { label: '一般公共预算拨款收入', facets: { funding: 'general' }, cells: ['8.00'] },
    { label: '事业收入', facets: { funding: 'own' }, cells: ['2.00'] },
    { label: '收入总计', facets: { row_role: 'total' }, cells: ['10.00'] },
  ],
};
const revenue = (appropriation: string | null, own: string | null): TableSpec => ({
  facets: { flow: 'revenue', kind: 'revenue_summary' },
  columns: [
    { path: ['合计'], facets: { column_role: 'total' } },
    { path: ['财政拨款收入'], facets: { funding: 'appropriation' } },
    { path: ['事业收入'], facets: { funding: 'own' } },
  ],
  rows: [{ label: '合计', facets: { row_role: 'total' }, cells: ['10.00', appropriation, own] }],
});

describe('revenue_sources', () => {
  it('holds where both tables split revenue alike', () => {
    expect(outcomesOf('revenue_sources', [summary, revenue('8.00', '2.00')])).toEqual(['holds', 'holds']);
  });

  it('fails where amounts stand under each other’s source', () => {
    expect(outcomesOf('revenue_sources', [summary, revenue('2.00', '8.00')])).toEqual(['fails', 'fails']);
  });

  it('fails where all of it stands under one source', () => {
    expect(outcomesOf('revenue_sources', [summary, revenue(null, '10.00')])).toEqual(['fails', 'fails']);
  });

  it('says nothing where a table does not split all of its total', () => {
    expect(outcomesOf('revenue_sources', [summary, revenue('8.00', null)])).toEqual([]);
  });
});
