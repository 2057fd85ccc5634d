import { describe, expect, it } from 'vitest';
import { AMOUNT, coded, outcomesOf } from '../outcomes.js';

/** A table whose rows have these codes; a code above another is a subtotal. */
const withCodes = (...codes: string[]) =>
  outcomesOf('code_levels', [
    {
      columns: AMOUNT,
      rows: codes.map((code) => {
        const row = coded(code, ['1.00']);
        const isUpper = codes.some((other) => other !== code && other.startsWith(code));
        return { ...row, facets: { ...row.facets, row_role: isUpper ? ('subtotal' as const) : ('leaf' as const) } };
      }),
    },
  ]);
const FULL = ['201', '20103', '2010301', '2010302', '2010350', '208', '20805', '2080501', '210', '21011', '2101101'];

describe('code_levels', () => {
  it('holds where every code has its upper codes', () => {
    expect(withCodes(...FULL)).toEqual(['holds']);
  });

  it('fails where one group has no row of a level that the others have', () => {
    expect(withCodes(...FULL.filter((code) => code !== '20805'))).toEqual(['fails']);
  });

  it('fails where one group does not go down to the level of the others', () => {
    expect(withCodes(...FULL.filter((code) => code !== '2101101'))).toEqual(['fails']);
  });

  it('accepts a code below which the official list has none', () => {
    expect(withCodes(...FULL, '219', '21908')).toEqual(['holds']);
  });

  it('says nothing of a table that prints one level only', () => {
    expect(withCodes('2010301', '2080501', '2101101')).toEqual([]);
  });
});
