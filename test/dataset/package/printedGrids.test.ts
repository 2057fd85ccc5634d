import { describe, expect, it } from 'vitest';
import { printedGrids } from '../../../src/dataset/package/printedGrids.js';
import type { CellRow, TableRow } from '../../../src/model/index.js';

const cell = (r: number, c: number, text: string, span: Partial<CellRow> = {}): CellRow => ({
  table_id: 't',
  r,
  c,
  rs: 1,
  cs: 1,
  text,
  page: 1,
  box: null,
  role: 'text',
  repeat: false,
  ...span,
});
const table: TableRow = {
  table_id: 't',
  document_id: 'f'.repeat(64),
  index: 3,
  title: '收入总表',
  label: null,
  kind: 'revenue_summary',
  flow: 'revenue',
  funding: 'all',
  part: null,
  breakdown: 'summary',
  pages: [1],
  unit: '万元',
  empty: false,
  note: null,
  rows: 1,
  columns: 2,
  evidence: '',
  status: 'read',
};

describe('printedGrids', () => {
  it('writes a cell for each position, the text of a spanning cell in the first of its positions', () => {
    const cells = [cell(0, 0, '收入', { cs: 2 }), cell(1, 0, '合计'), cell(1, 1, '1,234.50')];
    expect([...printedGrids([table], cells)]).toEqual([{ path: `raw/${'f'.repeat(64)}/0003.csv`, text: '收入,\r\n合计,"1,234.50"\r\n' }]);
  });

  it('writes an empty file for a table without cells', () => {
    expect([...printedGrids([table], [])].map(({ text }) => text)).toEqual(['']);
  });
});
