import { describe, expect, it } from 'vitest';
import { checkDisclosure } from '../../../src/check/index.js';
import { loadCodebook } from '../../../src/codebook/index.js';
import type { Box, GridCell } from '../../../src/model/index.js';
import { BY_PART, total } from '../outcomes.js';
import { disclosureOf } from '../tableSpec.js';

const codebook = loadCodebook();
const cell = (r: number, c: number, box: Box, more: Partial<GridCell> = {}): GridCell => ({
  ...{ r, c, rs: 1, cs: 1, text: '', role: 'body', page: 1, box },
  ...more,
});
/** Two rows of two cells that touch each other. */
const GRID = [cell(0, 0, [0, 0, 50, 20]), cell(0, 1, [50, 0, 90, 20]), cell(1, 0, [0, 20, 50, 40]), cell(1, 1, [50, 20, 90, 40])];

/** The outcomes for a table with these cells. */
function outcomes(cells: GridCell[], evidence = 'ruled'): string[] {
  const disclosure = disclosureOf([{ columns: BY_PART, rows: [total(['1', '1', null])] }]);
  const grids = disclosure.grids.map((grid) => ({ ...grid, cells, evidence }));
  const { checks } = checkDisclosure({ ...disclosure, grids }, codebook);
  return checks.filter(({ rule }) => rule === 'grid_gaps').map(({ outcome }) => outcome);
}

describe('grid_gaps', () => {
  it('holds where cells touch each other', () => {
    expect(outcomes(GRID)).toEqual(['holds']);
  });

  it('takes the width of a line for no gap', () => {
    expect(outcomes([cell(0, 0, [0, 0, 50, 20]), cell(0, 1, [53, 0, 90, 20])])).toEqual(['holds']);
  });

  it('fails where a column between two others is missing, also below a header that spans it', () => {
    const header = cell(0, 0, [0, 0, 130, 20], { cs: 2 });
    expect(outcomes([header, cell(1, 0, [0, 20, 50, 40]), cell(1, 1, [90, 20, 130, 40])])).toEqual(['fails']);
  });

  it('fails where a row between two others is missing', () => {
    expect(outcomes([cell(0, 0, [0, 0, 50, 20]), cell(1, 0, [0, 40, 50, 60])])).toEqual(['fails']);
  });

  it('sees a cell that covers two rows beside both', () => {
    expect(outcomes([cell(0, 0, [0, 0, 50, 40], { rs: 2 }), cell(0, 1, [50, 0, 90, 20]), cell(1, 1, [50, 20, 90, 40])])).toEqual(['holds']);
  });

  it('looks at each page alone', () => {
    const next = GRID.map((one) => ({ ...one, r: one.r + 2, page: 2, box: one.box && ([...one.box] as Box) }));
    expect(outcomes([...GRID, ...next])).toEqual(['holds']);
  });

  it('says nothing of tables without lines', () => {
    expect(outcomes([cell(0, 0, [0, 0, 50, 20]), cell(0, 1, [90, 0, 130, 20])], 'aligned')).toEqual([]);
  });
});
