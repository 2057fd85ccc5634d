import { describe, expect, it } from 'vitest';
import { outcomesOf, total } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

const table = (breakdown: 'functional' | 'economic_department', personnel: string, operating: string): TableSpec => ({
  facets: { breakdown, funding: 'general', part: 'basic' },
  columns: [{ path: ['基本支出', '人员经费'] }, { path: ['基本支出', '公用经费'] }],
  rows: [total([personnel, operating])],
});

describe('basic_columns', () => {
  it('holds where both tables split basic expenditure alike', () => {
    expect(outcomesOf('basic_columns', [table('functional', '7.00', '3.00'), table('economic_department', '7.00', '3.00')])).toEqual([
      'holds',
      'holds',
    ]);
  });

  it('fails where the columns stand in each other’s place', () => {
    expect(outcomesOf('basic_columns', [table('functional', '7.00', '3.00'), table('economic_department', '3.00', '7.00')])).toEqual([
      'fails',
      'fails',
    ]);
  });
});
