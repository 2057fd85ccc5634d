import { describe, expect, it } from 'vitest';
import { BY_PART, coded, outcomesOf } from '../outcomes.js';
import type { TableSpec } from '../tableSpec.js';

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

  it('fails where a 小计 of one source is all that stands beside several sources', () => {
    const columns: TableSpec['columns'] = [
      { path: ['财政拨款', '小计'], facets: { funding: 'appropriation', column_role: 'subtotal' } },
      { path: ['财政拨款', '一般公共预算'], facets: { funding: 'general' } },
      { path: ['事业收入'], facets: { funding: 'own' } },
    ];
    expect(outcomesOf('total_column', [{ columns, rows: [coded('2010301', ['2.00', '2.00', '1.00'])] }])).toEqual(['fails']);
  });

  it('fails where a header has no 小计 and has one in the other tables', () => {
    const table = (...leaves: string[]): TableSpec => ({
      columns: [...BY_PART.slice(0, 1), ...leaves.map((leaf) => ({ path: ['财政拨款', leaf] }))],
      rows: [coded('2010301', ['3.00', ...leaves.map(() => '1.00')])],
    });
    const usual = table('小计', '一般公共预算', '政府性基金');
    expect(outcomesOf('total_column', [usual, usual, table('一般公共预算', '政府性基金')])).toEqual(['holds', 'holds', 'fails']);
  });
});
