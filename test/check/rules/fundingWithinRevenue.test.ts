import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/model/index.js';
import { outcomesOf } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

/** 收支总表: revenue by source, of which the parts make up the total. */
const summary = (sources: readonly (readonly [string, Line['funding'], string])[], all: string): TableSpec => ({
  facets: { kind: 'revenue_expenditure_summary', flow: 'revenue', breakdown: 'summary' },
  columns: [{ path: ['预算数'] }],
  rows: [
    ...sources.map(([label, funding, amount]) => ({ label, facets: { funding }, cells: [amount] })),
    { label: '收入总计', facets: { row_role: 'total' as const, funding: 'all' as const }, cells: [all] },
  ],
});
/** “三公” by budget. */
const threePublic = (general: string | null, fund: string | null): TableSpec => ({
  facets: { kind: 'three_public_expenses', flow: 'expenditure' },
  columns: [
    { path: ['一般公共预算'], facets: { funding: 'general' } },
    { path: ['政府性基金预算'], facets: { funding: 'fund' } },
  ],
  rows: [{ label: '公务接待费', cells: [general, fund] }],
});
const of = (tables: TableSpec[]) => outcomesOf('funding_within_revenue', tables);
const ONE_BUDGET = [
  ['一般公共预算拨款', 'general', '9.00'],
  ['政府性基金预算拨款', 'fund', '0.00'],
] as const;

describe('funding_within_revenue', () => {
  it('fails where an amount stands under a budget that pays nothing', () => {
    expect(of([summary(ONE_BUDGET, '9.00'), threePublic(null, '2.00')])).toEqual(['fails']);
  });

  it('holds where the budget pays as much', () => {
    const two = summary([ONE_BUDGET[0], ['政府性基金预算拨款', 'fund', '3.00']], '12.00');
    expect(of([two, threePublic('2.00', '2.00')])).toEqual(['holds']);
  });

  it('holds where money was carried over', () => {
    const carried = summary([ONE_BUDGET[0], ['上年结转', 'carry_over', '3.00']], '12.00');
    expect(of([carried, threePublic(null, '2.00')])).toEqual(['holds']);
  });

  it('says nothing where the sources are one amount', () => {
    expect(of([summary([['财政拨款', 'appropriation', '9.00']], '9.00'), threePublic(null, '2.00')])).toEqual([]);
  });

  it('says nothing where the parts do not make up the total', () => {
    expect(of([summary(ONE_BUDGET, '19.00'), threePublic(null, '2.00')])).toEqual([]);
  });

  it('fails where the summary of appropriations has no such budget', () => {
    const coarse = summary([['财政拨款', 'appropriation', '9.00']], '9.00');
    const fine = summary(ONE_BUDGET, '9.00');
    const appropriations: TableSpec = {
      ...fine,
      facets: { ...fine.facets, kind: 'appropriation_summary' },
      rows: [...fine.rows.slice(0, -1), { label: '收入总计', facets: { row_role: 'total', funding: 'appropriation' }, cells: ['9.00'] }],
    };
    expect(of([coarse, appropriations, threePublic(null, '2.00')])).toEqual(['fails']);
  });

  it('adds up the rows of a list that prints no total', () => {
    const two = summary([ONE_BUDGET[0], ['政府性基金预算拨款', 'fund', '3.00']], '12.00');
    const list = threePublic(null, '2.00');
    expect(of([two, { ...list, rows: [...list.rows, ...list.rows] }])).toEqual(['holds', 'holds', 'fails']);
  });
});
