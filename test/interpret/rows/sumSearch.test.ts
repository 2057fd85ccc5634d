import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchBySums, sumUpTo } from '../../../src/interpret/rows/sumSearch.js';

interface Tree {
  amount: number;
  children: Tree[];
}

/** Trees whose parents are the sums of their children. */
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.integer({ min: 1, max: 9999 }).map((amount): Tree => ({ amount, children: [] })),
    fc
      .array(tie('tree'), { minLength: 1, maxLength: 4 })
      .map((children): Tree => ({ amount: children.reduce((sum, child) => sum + child.amount, 0), children })),
  ),
}));

/** Amounts of trees in preorder. */
function preorder(trees: readonly Tree[]): bigint[][] {
  return trees.flatMap(({ amount, children }) => [[BigInt(amount)], ...preorder(children)]);
}

describe('the search for a hierarchy by sums', () => {
  it('finds parents that are the sums of their children for every printed hierarchy', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (trees) => {
        const rows = preorder(trees);
        const total = trees.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
        const parents = searchBySums(rows, [total], 'exactly');
        if (parents === null) return rows.length > 12;
        for (let parent = -1; parent < rows.length; parent += 1) {
          const children = rows.filter((_, i) => parents[i] === parent);
          const whole = parent < 0 ? total : (rows[parent]?.[0] ?? 0n);
          if (children.length > 0) expect(children.reduce((sum, [amount]) => sum + (amount ?? 0n), 0n)).toBe(whole);
        }
        return parents.every((parent, i) => parent < i);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('finds nothing where no hierarchy sums up', () => {
    expect(searchBySums([[5n], [3n]], [7n], 'exactly')).toBeNull();
  });

  it('asks every column to agree', () => {
    const rows = [
      [7n, 7n],
      [3n, 4n],
      [4n, 2n],
    ];
    expect(searchBySums(rows, [7n, 7n], 'exactly')).toBeNull();
  });

  it('allows for the rounding of printed figures where asked to', () => {
    const rows = [[1000n], [333n], [333n], [333n]];
    expect(searchBySums(rows, [1000n], 'exactly')).toBeNull();
    expect(searchBySums(rows, [1000n], 'rounding')).toEqual([-1, 0, 0, 0]);
    expect(sumUpTo([[333n], [333n], [333n]], [1000n])).toBe(true);
    expect(sumUpTo([[333n], [333n]], [1000n])).toBe(false);
  });
});
