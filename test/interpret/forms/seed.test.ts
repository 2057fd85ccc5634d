import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { type FormRecords, readForms } from '../../../src/interpret/forms/index.js';
import { readProse } from '../../../src/interpret/prose/index.js';
import { lineId, MEDIA_TYPES, type Statement, type TableRow, tableId } from '../../../src/model/index.js';
import { readTables } from '../../../src/tables/index.js';
import { samplesFolder } from '../../shared.js';

type Prose = ReturnType<typeof readProse>;

/** What the sample disclosure's prose and forms are in one format. */
async function readSample(extension: string, mediaType: string): Promise<{ forms: FormRecords; prose: Prose }> {
  const model = await extract(readFileSync(path.join(samplesFolder, `xushui-2024.${extension}`)), mediaType);
  const { tables: grids } = readTables(model);
  const facts = { document_id: model.sha256, year: 2024, organization: '保定市徐水区人民政府办公室' };
  const tables = grids.map((_, index) => ({ table_id: tableId(model.sha256, index) }) as TableRow);
  const lineAt = (table: number, r: number, c: number) => lineId(model.sha256, table, r, c);
  return { forms: readForms({ grids, tables, facts, lineAt }), prose: readProse(model, facts) };
}

/** A statement without its place and the document. */
const said = ({ document_id: _document, page: _page, block: _block, section: _section, ...rest }: Statement) => rest;

describe.each([
  ['docx', MEDIA_TYPES.docx],
  ['html', MEDIA_TYPES.html],
  ['pdf', MEDIA_TYPES.pdf],
  ['txt', MEDIA_TYPES.text],
])('the sample disclosure as %s', (extension, mediaType) => {
  let forms: FormRecords;
  let prose: Prose;
  let docx: { forms: FormRecords; prose: Prose };
  beforeAll(async () => {
    ({ forms, prose } = await readSample(extension, mediaType));
    docx = await readSample('docx', MEDIA_TYPES.docx);
  });

  test('has seven projects whose codes agree with their check characters', () => {
    expect(forms.projects.map(({ code_check, budget }) => [code_check, budget])).toEqual(
      ['572500', '140000', '18000', '217900', '200000', '130000', '1036000'].map((budget) => ['agrees', budget]),
    );
  });
  test('has every indicator of each project', () => {
    expect(forms.projects.map(({ project_id }) => forms.indicators.filter((row) => row.project_id === project_id).length)).toEqual([
      6, 6, 6, 5, 6, 6, 8,
    ]);
  });
  test('has one institution, six rows of assets and nothing to procure', () => {
    expect([forms.institutions.length, forms.assets.length, forms.procurement.length]).toEqual([1, 6, 0]);
  });
  test('states the same amounts, changes and reasons in every format', () => {
    expect(prose.statements.map(said)).toEqual(docx.prose.statements.map(said));
  });
  test('explains the same ten terms in every format', () => {
    expect(prose.terms.map(({ term, definition }) => [term, definition])).toEqual(
      docx.prose.terms.map(({ term, definition }) => [term, definition]),
    );
    expect(prose.terms).toHaveLength(10);
  });
  test('has the same sections in every format', () => {
    expect(prose.sections.map(({ level, heading }) => [level, heading])).toEqual(
      docx.prose.sections.map(({ level, heading }) => [level, heading]),
    );
  });
});
