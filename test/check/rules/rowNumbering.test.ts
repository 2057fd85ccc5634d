import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../outcomes.js';

const numbered = (numbers: string[]) =>
  outcomesOf('row_numbering', [
    {
      columns: [{ path: ['金额'] }, { path: ['行次'], facets: { quantity: 'count' } }],
      rows: numbers.map((number) => ({ label: '某项', cells: ['1.00', number] })),
    },
  ]);

describe('row_numbering', () => {
  it('holds where the numbers follow each other', () => {
    expect(numbered(['1', '2', '3'])).toEqual(['holds']);
  });

  it('fails where a row is left out', () => {
    expect(numbered(['1', '2', '4'])).toEqual(['fails']);
  });

  it('lets a group of rows begin with 1 again', () => {
    expect(numbered(['1', '2', '1', '2'])).toEqual(['holds']);
  });

  it('says nothing of one or two numbers', () => {
    expect(numbered(['1', '3'])).toEqual([]);
  });
});
