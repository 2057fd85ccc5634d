import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../src/extract/pdf/index.js';
import { agencyPage } from './agencyPage.js';
import { AGENCY_STYLES, type AgencyStyle } from './agencyStyles.js';
import { BUDGET_STYLES } from './budgetStyles.js';
import { countRelations, f1Of } from './cellRelations.js';
import { PLACED_STYLES } from './placedStyles.js';
import { REPORT_STYLES } from './reportStyles.js';

const SEEDS = 3;
/** Styles that one page each holds: they differ from those of three by place and marks rather than by structure. */
const ONE_SEED = { ...REPORT_STYLES, ...BUDGET_STYLES, ...PLACED_STYLES };
/** The least mean F1 of cell relations over the seeds; styles that are not named must be read nearly without error. */
const LEAST = 0.97;
const LEAST_OF: Partial<Record<AgencyStyle, number>> = {
  'a lying table': 0.95,
  'sections across': 0.94,
  'units below heads': 0.9,
  'leaders, strips and notes': 0.9,
  'a column of the page': 0.95,
};

describe('tables of reports of statistical agencies', () => {
  it.each(Object.keys(AGENCY_STYLES) as AgencyStyle[])('%s: the cells stand where they were drawn', async (style) => {
    let sum = 0;
    const seeds = style in ONE_SEED ? 1 : SEEDS;
    for (let seed = 0; seed < seeds; seed++) {
      const page = agencyPage(style, seed);
      const { blocks } = await readPdf(page.pdf, { secondReader: false });
      const found = blocks.flatMap((block) => (block.type === 'table' ? [block.grid.cells] : []));
      sum += f1Of(countRelations(page.tables, found));
    }
    expect(sum / seeds).toBeGreaterThanOrEqual(LEAST_OF[style] ?? LEAST);
  });
});
