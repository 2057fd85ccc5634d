import { describe, expect, it } from 'vitest';
import { AMOUNT, coded, outcomesOf, total } from '../outcomes.js';

const rows = [coded('2010301', ['1.00']), coded('2010302', ['2.00']), coded('2010350', ['3.00'])];
const withTotal = { columns: AMOUNT, rows: [total(['6.00']), ...rows] };
const without = { columns: AMOUNT, rows };

describe('total_row', () => {
  it('holds where the table has 合计 like the others', () => {
    expect(outcomesOf('total_row', [withTotal, withTotal])).toEqual(['holds', 'holds']);
  });

  it('fails where only this table has none', () => {
    expect(outcomesOf('total_row', [withTotal, withTotal, withTotal, without])).toEqual(['holds', 'holds', 'holds', 'fails']);
  });

  it('says nothing where no table of the document has one', () => {
    expect(outcomesOf('total_row', [without, without])).toEqual([]);
  });

  it('fails where 合计 stands over a single class in the other tables, and not in this one', () => {
    const top = { label: '201', facets: { functional_code: '201', row_role: 'subtotal' as const }, cells: ['6.00'] };
    const below = (parent: number) => rows.map((row) => ({ ...row, parent }));
    const repeated = { columns: AMOUNT, rows: [total(['6.00']), top, ...below(1)] };
    const alone = { columns: AMOUNT, rows: [top, ...below(0)] };
    expect(outcomesOf('total_row', [repeated, alone])).toEqual(['fails']);
    expect(outcomesOf('total_row', [withTotal, alone])).toEqual([]);
  });
});
