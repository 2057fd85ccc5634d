import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

const table = (header: string[], rows: number): TableSpec => ({
  facets: { kind: 'operating_expenses' },
  columns: header.map((word) => ({ path: [word] })),
  rows: Array.from({ length: rows }, (_, i) => ({ label: `30${201 + i}`, cells: header.map(() => null) })),
});

describe('amount_column', () => {
  it('is there in a table that is printed empty', () => {
    expect(outcomesOf('amount_column', [table(['科目编码', '科目名称', '金额'], 4)])).toEqual(['holds']);
  });

  it('is missing where the header names only what the rows are', () => {
    expect(outcomesOf('amount_column', [table(['科目编码', '科目名称'], 4)])).toEqual(['fails']);
  });

  it('is missing from a list of any kind that prints a unit of money', () => {
    expect(outcomesOf('amount_column', [{ ...table(['科目编码', '科目名称'], 4), facets: { kind: 'purchased_services' } }])).toEqual([
      'fails',
    ]);
  });

  it('is not asked for in a table of a row or two', () => {
    expect(outcomesOf('amount_column', [table(['科目编码', '科目名称'], 1)])).toEqual(['holds']);
  });
});
