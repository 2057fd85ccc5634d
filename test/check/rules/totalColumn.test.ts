import { describe, expect, it } from 'vitest';
import { BY_PART, coded, outcomesOf } from '../outcomes.js';

describe('total_column', () => {
  it('holds where the parts stand beside 合计', () => {
    expect(outcomesOf('total_column', [{ columns: BY_PART, rows: [coded('2010301', ['3.00', '2.00', '1.00'])] }])).toEqual(['holds']);
  });

  it('fails where they stand alone', () => {
    expect(outcomesOf('total_column', [{ columns: BY_PART.slice(1), rows: [coded('2010301', ['2.00', '1.00'])] }])).toEqual(['fails']);
  });

  it('says nothing of two years beside each other', () => {
    const columns = [
      { path: ['2023年'], facets: { year: 2023, part: 'basic' as const } },
      { path: ['2024年'], facets: { part: 'project' as const } },
    ];
    expect(outcomesOf('total_column', [{ columns, rows: [coded('2010301', ['2.00', '1.00'])] }])).toEqual([]);
  });
});
