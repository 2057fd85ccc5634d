import { describe, expect, it } from 'vitest';
import { checkDisclosure } from '../../../src/check/index.js';
import { loadCodebook } from '../../../src/codebook/index.js';
import type { GridCell, Kind } from '../../../src/model/index.js';
import { BY_PART, total } from '../outcomes.js';
import { disclosureOf } from '../tableSpec.js';

const codebook = loadCodebook();
const cell = (r: number, role: GridCell['role']): GridCell => ({ r, c: 0, rs: 1, cs: 1, text: '', role });

/** The outcomes for a table of a kind with these cells. */
function outcomes(kind: Kind, cells: GridCell[]): string[] {
  const disclosure = disclosureOf([{ columns: BY_PART, rows: [total(['1', '1', null])] }]);
  const tables = disclosure.tables.map((table) => ({ ...table, kind }));
  const grids = disclosure.grids.map((grid) => ({ ...grid, rows: [], cells }));
  const { checks } = checkDisclosure({ ...disclosure, tables, grids }, codebook);
  return checks.filter(({ rule }) => rule === 'body_rows').map(({ outcome }) => outcome);
}

describe('body_rows', () => {
  it('holds where a row is printed, though it is blank', () => {
    expect(outcomes('three_public_expenses', [cell(0, 'header'), cell(1, 'body')])).toEqual(['holds']);
  });

  it('fails where there is a header alone', () => {
    expect(outcomes('three_public_expenses', [cell(0, 'header')])).toEqual(['fails']);
  });

  it('lets tables of money that a department may not have be a header alone', () => {
    expect(outcomes('government_fund', [cell(0, 'header')])).toEqual([]);
  });
});
