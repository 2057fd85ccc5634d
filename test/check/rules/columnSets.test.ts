import { describe, expect, it } from 'vitest';
import { BY_PART, coded, outcomesOf } from '../outcomes.js';

describe('column_sets', () => {
  it('holds where 基本支出 and 项目支出 are both there', () => {
    expect(outcomesOf('column_sets', [{ columns: BY_PART, rows: [coded('2010301', ['3.00', '2.00', '1.00'])] }])).toEqual(['holds']);
  });

  it('fails where one of them is missing', () => {
    expect(outcomesOf('column_sets', [{ columns: BY_PART.slice(0, 2), rows: [coded('2010301', ['3.00', '3.00'])] }])).toEqual(['fails']);
  });

  it('takes a header over other columns for the column', () => {
    const columns = [...BY_PART.slice(0, 2), { path: ['项目支出', '小计'], facets: { part: 'project' as const } }];
    expect(outcomesOf('column_sets', [{ columns, rows: [coded('2010301', ['3.00', '2.00', '1.00'])] }])).toEqual(['holds']);
  });

  it('fails where both stand without 合计', () => {
    expect(outcomesOf('column_sets', [{ columns: BY_PART.slice(1), rows: [coded('2010301', ['2.00', '1.00'])] }])).toEqual(['fails']);
  });

  it('takes the parts of 基本支出 beside 项目支出 for it', () => {
    const columns = [BY_PART[0]!, { path: ['人员支出'] }, { path: ['日常公用支出'] }, BY_PART[2]!];
    expect(outcomesOf('column_sets', [{ columns, rows: [coded('2010301', ['3.00', '1.00', '1.00', '1.00'])] }])).toEqual(['holds']);
  });

  it('says nothing of a table with neither', () => {
    expect(outcomesOf('column_sets', [{ columns: BY_PART.slice(0, 1), rows: [coded('2010301', ['3.00'])] }])).toEqual([]);
  });
});
