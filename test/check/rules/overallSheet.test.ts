import { describe, expect, it } from 'vitest';
import { AMOUNT, outcomesOf, total } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

const sheet = (...rows: [string, string][]): TableSpec => ({
  facets: { kind: 'overall_performance', breakdown: 'none' },
  columns: [{ path: [] }],
  rows: rows.map(([label, printed]) => ({ label, cells: [printed] })),
});
const expenditure = (printed: string): TableSpec => ({ columns: AMOUNT, rows: [total([printed])] });

describe('overall_sheet', () => {
  it('holds where the money of the year is what it is made of, in both ways', () => {
    const found = outcomesOf('overall_sheet', [
      sheet(['资金总额', '100.00'], ['基本支出', '60.00'], ['项目支出', '40.00'], ['财政拨款', '90.00'], ['其他资金', '10.00']),
    ]);
    expect(found).toEqual(['holds', 'holds']);
  });

  it('adds up groups of which each has its own parts', () => {
    const groups: [string, string][] = [
      ['合计', '90.00'],
      ['基本支出', '60.00'],
      ['项目支出', '30.00'],
      ['合计', '10.00'],
      ['基本支出', '0.00'],
      ['项目支出', '10.00'],
    ];
    expect(outcomesOf('overall_sheet', [sheet(['预算支出总额', '100.00'], ...groups)])).toEqual(['holds', 'holds', 'holds']);
  });

  it('fails where a part is wrong', () => {
    expect(outcomesOf('overall_sheet', [sheet(['资金总额', '100.00'], ['基本支出', '60.00'], ['项目支出', '41.00'])])).toEqual(['fails']);
  });

  it('fails where the money is ten thousand times that of 支出总表', () => {
    expect(outcomesOf('overall_sheet', [expenditure('100.00'), sheet(['资金总额', '1000000.00'])])).toEqual(['fails']);
    expect(outcomesOf('overall_sheet', [expenditure('100.00'), sheet(['资金总额', '98.00'])])).toEqual(['holds']);
  });
});
