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
});
