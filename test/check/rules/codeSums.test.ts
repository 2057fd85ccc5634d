import { describe, expect, it } from 'vitest';
import { AMOUNT, coded, outcomesOf, total } from '../outcomes.js';

const single = { columns: AMOUNT, rows: [total(['6.00']), coded('2010301', ['4.00']), coded('2010302', ['2.00'])] };
/** The same money in several rows a code. */
const several = (first: string, second: string, third: string) => ({
  columns: AMOUNT,
  rows: [total(['6.00']), coded('2010301', [first]), coded('2010301', [second]), coded('2010302', [third])],
});

describe('code_sums', () => {
  it('holds where the rows of a code have the sum of the other table; single rows are compared as figures', () => {
    expect(outcomesOf('code_sums', [single, several('3.00', '1.00', '2.00')])).toEqual(['holds']);
  });

  it('fails for two codes whose amounts stand in each other’s place, though the table adds up', () => {
    expect(outcomesOf('code_sums', [single, several('3.00', '2.00', '1.00')])).toEqual(['fails']);
  });

  it('says nothing of tables with other totals or codes', () => {
    const other = { ...single, rows: [total(['7.00']), coded('2010301', ['5.00']), coded('2010302', ['2.00'])] };
    expect(outcomesOf('code_sums', [other, several('3.00', '1.00', '2.00')])).toEqual([]);
  });
});
