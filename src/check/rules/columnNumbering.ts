import type { GridTable } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Fewer numbers than this are no sequence. */
const SEQUENCE = 3;

/** The numbers of the row of column numbers (栏次), from left to right. */
function columnNumbers(grid: GridTable): number[] {
  return grid.cells
    .filter((cell) => cell.role === 'column_number' && cell.repeat !== true && /^\d{1,3}$/.test(cell.text.trim()))
    .sort((a, b) => a.r - b.r || a.c - b.c)
    .map((cell) => Number(cell.text));
}

/** The first two numbers that do not follow each other; each side of a table may begin with 1 again. */
function gapIn(numbers: readonly number[]): [number, number] | null {
  for (let i = 1; i < numbers.length; i += 1) {
    const [before, next] = [numbers[i - 1] ?? 0, numbers[i] ?? 0];
    if (next !== before + 1 && next !== 1) return [before, next];
  }
  return null;
}

/** 栏次 1, 2, 3 ... under the header: a number left out is a column that was not read. */
export const columnNumbering: Rule = {
  id: 'column_numbering',
  title: 'The column numbers (栏次) of a table leave none out',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'column_numbering', ({ grid }): TableAssertion | null => {
      const numbers = columnNumbers(grid);
      if (numbers.length < SEQUENCE) return null;
      const gap = gapIn(numbers);
      const message = gap
        ? `栏次 ${gap[1]} follows ${gap[0]}; look for the column between them`
        : `栏次 ${numbers[0]} to ${numbers.at(-1)}`;
      return { holds: gap === null, cells: numbers.length, message };
    }),
};
