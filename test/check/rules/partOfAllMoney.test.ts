import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/model/index.js';
import { BY_PART, coded, outcomesOf, total } from '../outcomes.js';

const table = (funding: Line['funding'], cells: (string | null)[]) => ({ facets: { funding }, columns: BY_PART, rows: [total(cells)] });

describe('part_of_all_money', () => {
  it('holds where appropriations are a part of all money', () => {
    expect(outcomesOf('part_of_all_money', [table('all', ['10.00', '7.00', '3.00']), table('general', ['9.00', '7.00', '2.00'])])).toEqual([
      'holds',
      'holds',
    ]);
  });

  it('fails where basic and project expenditure stand in each other’s column', () => {
    expect(outcomesOf('part_of_all_money', [table('all', ['10.00', '3.00', '7.00']), table('general', ['10.00', '7.00', '3.00'])])).toEqual(
      ['fails', 'holds'],
    );
  });

  it('takes a blank part for zero', () => {
    expect(outcomesOf('part_of_all_money', [table('all', ['10.00', null, '10.00']), table('general', ['10.00', '10.00', null])])).toEqual([
      'fails',
    ]);
  });

  it('compares function by function where each has one row', () => {
    const of = (funding: Line['funding'], cells: (string | null)[]) => ({
      facets: { funding },
      columns: BY_PART,
      rows: [coded('2120899', cells)],
    });
    expect(outcomesOf('part_of_all_money', [of('all', ['5.00', null, '5.00']), of('fund', ['5.00', '5.00', null])])).toEqual(['fails']);
  });
});
