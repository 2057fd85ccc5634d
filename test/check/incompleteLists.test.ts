import { describe, expect, it } from 'vitest';
import { AMOUNT, BY_PART, checked, coded, total } from './outcomes.js';
import type { TableSpec } from './tableSpec.js';

/** A list with its total, and a table that states the same total with its parts. */
const of = (listed: readonly string[], all: string) => {
  const list: TableSpec = { columns: AMOUNT, rows: [...listed.map((amount, i) => coded(`201010${i + 1}`, [amount])), total([all])] };
  const parts: TableSpec = { columns: BY_PART, rows: [total(['9.00', '5.00', '4.00'])] };
  return checked([list, parts]).diagnostics.filter(({ code }) => code === 'list_incomplete');
};

describe('list_incomplete', () => {
  it('says by how much the rows fall short of a total that other sums prove', () => {
    const [found, ...others] = of(['3.00', '4.00'], '9.00');
    expect(others).toEqual([]);
    expect(found?.message).toContain('90000 yuan, its rows 70000, 20000 less');
  });

  it('is silent where rows are more than the total, or nothing else proves it', () => {
    expect([of(['3.00', '8.00'], '9.00'), of(['3.00', '4.00'], '8.00'), of(['5.00', '4.00'], '9.00')]).toEqual([[], [], []]);
  });
});
