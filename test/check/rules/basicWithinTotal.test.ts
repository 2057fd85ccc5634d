import { describe, expect, it } from 'vitest';
import { AMOUNT, outcomesOf, total } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

const table = (amount: string, facets: NonNullable<TableSpec['facets']>): TableSpec => ({
  facets,
  columns: AMOUNT,
  rows: [total([amount])],
});
const basic = { part: 'basic', funding: 'general', breakdown: 'economic_department' } as const;
const all = { part: 'all', funding: 'general' } as const;
const of = (tables: TableSpec[]) => outcomesOf('basic_within_total', tables);

describe('basic_within_total', () => {
  it('holds where basic expenditure is a part of all', () => {
    expect(of([table('9.00', all), table('7.00', basic)])).toEqual(['holds']);
  });

  it('fails where it is more', () => {
    expect(of([table('7.00', all), table('9.00', basic)])).toEqual(['fails']);
  });

  it('does not compare different money', () => {
    expect(of([table('7.00', { ...all, funding: 'fund' }), table('9.00', basic)])).toEqual([]);
  });

  it('does not compare within one table', () => {
    expect(of([table('9.00', basic)])).toEqual([]);
  });
});
