import { describe, expect, it } from 'vitest';
import { coded, outcomesOf } from '../outcomes.js';

const COLUMNS = [
  { path: ['合计'], facets: { column_role: 'total' as const } },
  { path: ['人员经费'], facets: { part: 'basic' as const } },
  { path: ['公用经费'], facets: { part: 'basic' as const } },
];
const economic = (code: string, cells: (string | null)[]) => ({ label: code, facets: { economic_department_code: code }, cells });
const of = (rows: Parameters<typeof outcomesOf>[1][number]['rows']) => outcomesOf('personnel_columns', [{ columns: COLUMNS, rows }]);

describe('personnel_columns', () => {
  it('holds where wages are 人员经费 and goods and services 公用经费', () => {
    expect(of([economic('301', ['5', '5', null]), economic('302', ['3', null, '3'])])).toEqual(['holds']);
  });

  it('fails where the two columns are exchanged', () => {
    expect(of([economic('301', ['5', null, '5'])])).toEqual(['fails']);
    expect(of([economic('302', ['3', '3', null])])).toEqual(['fails']);
  });

  it('lets a smaller part of a class stand in the other column', () => {
    expect(of([economic('301', ['5', '3', '2'])])).toEqual(['holds']);
  });

  it('fails where contributions for employees are 公用经费', () => {
    expect(of([coded('2080505', ['5', null, '5'])])).toEqual(['fails']);
  });

  it('fails where wages are projects, or housing is 公用经费', () => {
    const columns = [{ path: ['基本支出'] }, { path: ['项目支出'] }];
    expect(outcomesOf('personnel_columns', [{ columns, rows: [economic('30101', [null, '5'])] }])).toEqual(['fails']);
    expect(of([coded('221', ['5', null, '5'])])).toEqual(['fails']);
  });

  it('says nothing of functions that may be either', () => {
    expect(of([coded('2010301', ['5', null, '5'])])).toEqual([]);
  });
});
