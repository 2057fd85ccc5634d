import { describe, expect, it } from 'vitest';
import { BY_PART, coded, outcomesOf, total } from '../outcomes.js';

const rows = (last: (string | null)[]) =>
  outcomesOf('blank_parts', [{ columns: BY_PART, rows: [total(['3.00', '2.00', '1.00']), coded('2010301', last)] }]);

describe('blank_parts', () => {
  it('says nothing where a row has a total and parts', () => {
    expect(rows(['3.00', '2.00', '1.00'])).toEqual([]);
  });

  it('fails where all parts of a total are blank', () => {
    expect(rows(['3.00', null, null])).toEqual(['fails']);
  });

  it('fails where the total of parts is blank', () => {
    expect(rows([null, '2.00', '1.00'])).toEqual(['fails']);
  });

  it('fails where the column of totals is blank in all rows', () => {
    const of = (all: string | null) =>
      outcomesOf('blank_parts', [{ columns: BY_PART, rows: ['1', '2', '3'].map((last) => coded(`201030${last}`, [all, '2.00', '1.00'])) }]);
    expect([of(null), of('3.00')]).toEqual([['fails'], ['holds']]);
  });
});
