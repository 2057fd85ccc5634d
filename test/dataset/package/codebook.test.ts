import { describe, expect, it } from 'vitest';
import { describedColumns } from '../../../src/dataset/describedColumns.js';
import { VALUE_MEANINGS } from '../../../src/dataset/valueMeanings.js';
import { TABLE_NAMES } from '../../endToEnd/published.js';

describe('the codebook', () => {
  const closed = TABLE_NAMES.flatMap((table) =>
    describedColumns(table)
      .filter(({ values }) => values.length > 0)
      .map((column) => ({ table, name: column.name, values: column.values })),
  );

  it.each(closed)('says what every value of $table.$name means', ({ table, name, values }) => {
    const lists = VALUE_MEANINGS.filter(({ columns }) => columns.includes(name) || columns.includes(`${table}.${name}`));
    expect(lists.map(({ meanings }) => Object.keys(meanings).sort())).toEqual([[...values].sort()]);
  });
});
