import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../src/extract/pdf/index.js';
import { countRelations, f1Of, type TruthCell } from './cellRelations.js';
import { PROSE_KINDS, prosePage } from './prosePage.js';
import { STYLES, type StyleName } from './styles.js';
import { syntheticPage } from './syntheticPage.js';

const SEEDS = 4;
/** The least mean F1 of cell relations over the seeds; styles that are not named must be read nearly without error. */
const LEAST = 0.97;
const LEAST_OF: Partial<Record<StyleName, number>> = {
  'spanner heads without rules': 0.94,
  'side by side': 0.85,
  'sections with headings': 0.94,
};

/** The cells of the tables that are read from a PDF. */
async function tablesOf(pdf: Uint8Array): Promise<TruthCell[][]> {
  const { blocks } = await readPdf(pdf, { secondReader: false });
  return blocks.flatMap((block) => (block.type === 'table' ? [block.grid.cells] : []));
}

describe('tables of many styles', () => {
  it.each(Object.keys(STYLES) as StyleName[])('%s: the cells stand where they were drawn', async (style) => {
    let sum = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const page = syntheticPage(style, seed);
      sum += f1Of(countRelations(page.tables, await tablesOf(page.pdf)));
    }
    expect(sum / SEEDS).toBeGreaterThanOrEqual(LEAST_OF[style] ?? LEAST);
  });
});

describe('pages without a table', () => {
  it.each(PROSE_KINDS)('%s: no table is found', async (kind) => {
    for (let seed = 0; seed < SEEDS; seed++) expect(await tablesOf(prosePage(kind, seed))).toEqual([]);
  });
});

describe('prose in columns', () => {
  it.each([
    ['two columns', 2],
    ['three columns', 3],
  ] as const)('%s: are read one after the other', async (kind, count) => {
    const { blocks, pages } = await readPdf(prosePage(kind, 1), { secondReader: false });
    const body = blocks.filter((block) => block.box![1] > 50);
    const columnOf = (x: number): number => Math.floor(((x - 50) * count) / (pages[0]!.width - 100));
    expect(body.map((block) => columnOf(block.box![0]))).toEqual(body.map((block) => columnOf(block.box![0])).sort());
    expect(new Set(body.map((block) => columnOf(block.box![0]))).size).toBe(count);
  });
});
