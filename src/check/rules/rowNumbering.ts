import type { GridTable } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Headers of columns that number the rows. */
const NUMBERING = /^(?:行次|序号)$/;
/** Fewer numbers than this are no sequence. */
const SEQUENCE = 3;

/** The numbers in a body column, from top to bottom. */
function numbersIn(grid: GridTable, column: number): number[] {
  return grid.rows.map(({ texts }) => texts[column]?.trim() ?? '').flatMap((text) => (/^\d{1,4}$/.test(text) ? [Number(text)] : []));
}

/** The first number that does not follow the one over it; a group of rows may begin with 1 again. */
function gapIn(numbers: readonly number[]): [number, number] | null {
  const at = numbers.findIndex((number, i) => i > 0 && number !== (numbers[i - 1] ?? 0) + 1 && number !== 1);
  return at < 0 ? null : [numbers[at - 1] ?? 0, numbers[at] ?? 0];
}

/** 行次 or 序号 1, 2, 3 ... beside the rows: a number left out is a row that was not read. */
export const rowNumbering: Rule = {
  id: 'row_numbering',
  title: 'The row numbers (行次, 序号) of a table leave none out',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'row_numbering', ({ grid }): TableAssertion | null => {
      const columns = grid.columns.flatMap((path, i) =>
        NUMBERING.test((path.at(-1) ?? '').replace(/\s/g, '')) ? [numbersIn(grid, i)] : [],
      );
      const sequences = columns.filter((numbers) => numbers.length >= SEQUENCE);
      if (sequences.length === 0) return null;
      const gap = sequences.map(gapIn).find((found) => found !== null);
      const cells = sequences.reduce((all, numbers) => all + numbers.length, 0);
      return {
        holds: !gap,
        cells,
        message: gap ? `row ${gap[1]} follows row ${gap[0]}; look for the row between them` : `${cells} rows are numbered`,
      };
    }),
};
