import { describe, expect, it } from 'vitest';
import { BY_PART, outcomesOf, total } from '../outcomes.js';

const numbered = (columnNumbers: string[]) =>
  outcomesOf('column_numbering', [{ columns: BY_PART, columnNumbers, rows: [total(['1', '1', null])] }]);

describe('column_numbering', () => {
  it('holds where the numbers follow each other', () => {
    expect(numbered(['1', '2', '3', '4'])).toEqual(['holds']);
  });

  it('fails where a number is left out', () => {
    expect(numbered(['1', '2', '4'])).toEqual(['fails']);
  });

  it('lets each side of a table begin with 1', () => {
    expect(numbered(['1', '2', '1', '2'])).toEqual(['holds']);
  });

  it('says nothing of tables without such a row', () => {
    expect(numbered([])).toEqual([]);
  });
});
