import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../src/extract/pdf/page/pageGeometry.js';
import { longestRulings, MOST_RULINGS, mergeRulings } from '../../../src/extract/pdf/ruled/mergeRulings.js';
import { ruledGrids } from '../../../src/extract/pdf/ruled/ruledGrid.js';

const rule = (at: number, from: number, to: number): Ruling => ({ at, from, to, width: 0.5 });

describe('merging rulings', () => {
  it('joins the dots of a dotted line', () => {
    const dots = Array.from({ length: 40 }, (_, i) => rule(100, i * 3, i * 3 + 1));
    expect(mergeRulings(dots)).toEqual([rule(100, 0, 118)]);
  });

  it('makes one line of two drawn side by side', () => {
    expect(mergeRulings([rule(100, 0, 50), rule(101, 0, 50)])).toEqual([rule(100.5, 0, 50)]);
  });

  it('drops what is shorter than a letter', () => {
    expect(mergeRulings([rule(100, 0, 2)])).toEqual([]);
  });

  it('keeps the longest lines of a page that has too many', () => {
    const many = Array.from({ length: MOST_RULINGS + 5 }, (_, i) => rule(i * 5, 0, i < 5 ? 50 : 100));
    expect(longestRulings(many)).toEqual(many.slice(5));
  });
});

describe('grids from rulings', () => {
  it('tables apart from each other are grids of their own', () => {
    const table = (y: number): { h: Ruling[]; v: Ruling[] } => ({
      h: [y, y + 20, y + 40].map((at) => rule(at, 0, 100)),
      v: [0, 50, 100].map((at) => rule(at, y, y + 40)),
    });
    const [a, b] = [table(0), table(100)];
    expect(
      ruledGrids(
        [...a.h, ...b.h],
        [...a.v, ...b.v].sort((x, y) => x.at - y.at),
      ).grids,
    ).toHaveLength(2);
  });

  it('every slot of a grid lies in exactly one cell, whichever inner rules are missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 2, max: 6 }),
        fc.infiniteStream(fc.boolean()),
        (columns, rows, drawn) => {
          const [w, h] = [40, 20];
          const horizontal: Ruling[] = [rule(0, 0, columns * w), rule(rows * h, 0, columns * w)];
          const vertical: Ruling[] = [rule(0, 0, rows * h), rule(columns * w, 0, rows * h)];
          for (let r = 1; r < rows; r++)
            for (let c = 0; c < columns; c++) if (drawn.next().value) horizontal.push(rule(r * h, c * w, (c + 1) * w));
          for (let c = 1; c < columns; c++)
            for (let r = 0; r < rows; r++) if (drawn.next().value) vertical.push(rule(c * w, r * h, (r + 1) * h));
          for (const grid of ruledGrids(mergeRulings(horizontal), mergeRulings(vertical)).grids) {
            const covered = new Map<string, number>();
            for (const cell of grid.cells)
              for (let r = cell.r; r < cell.r + cell.rs; r++)
                for (let c = cell.c; c < cell.c + cell.cs; c++) covered.set(`${r} ${c}`, (covered.get(`${r} ${c}`) ?? 0) + 1);
            expect(covered.size).toBe((grid.xs.length - 1) * (grid.ys.length - 1));
            expect(Math.max(...covered.values())).toBe(1);
          }
        },
      ),
    );
  });
});
