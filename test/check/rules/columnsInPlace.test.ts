import { describe, expect, it } from 'vitest';
import { AMOUNT, outcomesOf, total } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

describe('of_which', () => {
  const procurement = (all: string | null, reserved: string): TableSpec => ({
    columns: [
      { path: ['项目支出'] },
      { path: ['采购项目', '小计'] },
      { path: ['采购项目', '其中：预留给中小企业'], facets: { column_role: 'of_which' } },
    ],
    rows: [{ label: '行政运行', cells: ['9.00', all, reserved] }],
  });

  it('holds where an excerpt is a part', () => {
    expect(outcomesOf('of_which', [procurement('5.00', '3.00')])).toEqual(['holds']);
  });

  it('fails where it is more than what it is taken from, which may be blank', () => {
    expect([procurement('3.00', '5.00'), procurement(null, '5.00')].map((spec) => outcomesOf('of_which', [spec]))).toEqual([
      ['fails'],
      ['fails'],
    ]);
  });
});

describe('word_columns', () => {
  const of = (...notes: string[]) =>
    outcomesOf('word_columns', [
      { columns: [...AMOUNT, { path: ['备注'] }], rows: notes.map((note, i) => ({ label: `行 ${i}`, cells: ['1.00', note] })) },
    ]);

  it('holds where a remark is no amount', () => {
    expect(of('12', '2.00')).toEqual(['holds']);
  });

  it('fails where all remarks are amounts', () => {
    expect(of('1.00', '2,000')).toEqual(['fails']);
  });
});

describe('appropriation_column', () => {
  const projects = (...amounts: (readonly [string | null, string | null])[]) =>
    outcomesOf('appropriation_column', [
      {
        facets: { kind: 'project_expenditure' },
        columns: [
          { path: ['财政拨款'], facets: { funding: 'appropriation' } },
          { path: ['其他资金'], facets: { funding: 'own' } },
        ],
        rows: amounts.map((cells, i) => ({ label: `项目 ${i}`, cells: [...cells] })),
      },
    ]);

  it('holds where appropriations are there', () => {
    expect(projects(['1.00', null], [null, '2.00'], [null, '3.00'], [null, '4.00'])).toEqual(['holds']);
  });

  it('fails where all amounts stand under other money', () => {
    expect(projects([null, '2.00'], [null, '3.00'], [null, '4.00'])).toEqual(['fails']);
  });

  it('says nothing of one or two', () => {
    expect(projects([null, '2.00'], [null, '3.00'])).toEqual([]);
  });
});

describe('revenue_names', () => {
  const SOURCES = ['事业收入', '其他收入'];
  const summary: TableSpec = {
    facets: { kind: 'revenue_expenditure_summary', flow: 'revenue', breakdown: 'summary' },
    columns: [{ path: ['预算数'] }],
    rows: [
      { label: '一、事业收入', facets: { funding: 'own' }, cells: [null] },
      { label: '二、其他收入', facets: { funding: 'own' }, cells: ['5.00'] },
      total(['5.00']),
    ],
  };
  const bySource = (cells: (string | null)[]): TableSpec => ({
    facets: { kind: 'revenue_summary', flow: 'revenue' },
    columns: [...AMOUNT, ...SOURCES.map((path) => ({ path: [path], facets: { funding: 'own' as const } }))],
    rows: [total(['5.00', ...cells])],
  });

  it('fails where money of the same kind stands under the other name', () => {
    expect(outcomesOf('revenue_names', [summary, bySource(['5.00', null])])).toEqual(['fails', 'fails']);
  });

  it('fails nowhere where it stands under its own', () => {
    expect(outcomesOf('revenue_names', [summary, bySource([null, '5.00'])])).not.toContain('fails');
  });
});
