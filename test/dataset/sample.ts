import { checkDisclosure } from '../../src/check/index.js';
import { loadCodebook } from '../../src/codebook/index.js';
import type { DatasetInput } from '../../src/dataset/index.js';
import type { CaptureRow, Disclosure } from '../../src/model/index.js';
import { disclosureOf, statementOf, type TableSpec } from '../check/tableSpec.js';

const FIRST = 'a'.repeat(64);
const SECOND = 'b'.repeat(64);

/** A table of one class with one amount that two tables print. */
const table = (leaf: string, kind: 'expenditure_summary' | 'general_budget_expenditure'): TableSpec => ({
  title: '支出总表',
  facets: { kind },
  columns: [
    { path: ['合计'], facets: { column_role: 'total' } },
    { path: ['基本支出'], facets: { part: 'basic' } },
  ],
  rows: [
    { label: '合计', facets: { row_role: 'total' }, cells: ['7.00', '7.00'] },
    { label: '行政运行', parent: 0, facets: { functional_code: '2010101' }, cells: [leaf, '7.00'] },
  ],
});

const capture = (url: string, document_id: string, fetched_at: string | null): CaptureRow => ({
  url,
  document_id,
  fetched_at,
  status: 'ok',
  etag: null,
  last_modified: null,
  link_text: '2024年部门预算',
  heading: null,
  listed_date: '2024-02-01',
  parent_url: null,
  changed: null,
});

const disclosures: Disclosure[] = [
  disclosureOf([table('7.00', 'expenditure_summary'), table('7.10', 'general_budget_expenditure')], {
    documentId: FIRST,
    statements: [
      {
        ...statementOf(0, { printed: '7.00万元', amount: '70000', subject: '支出，合计', sentence: '支出\n合计7.00万元' }),
        document_id: FIRST,
      },
    ],
  }),
];

/** A small dataset: one document that contradicts itself, one that could not be read. */
export const sampleInput: DatasetInput = {
  codes: [],
  corrections: [],
  documents: [
    {
      document_id: SECOND,
      file_name: '预算.doc',
      media_type: 'application/msword',
      bytes: 1,
      pages: 0,
      status: 'unsupported',
      reasons: ['unsupported_format'],
    },
    { document_id: FIRST, file_name: '预算.pdf', media_type: 'application/pdf', bytes: 2, pages: 1, status: 'read', reasons: [] },
  ],
  captures: [capture('https://example.org/b.doc', SECOND, null), capture('https://example.org/a.pdf', FIRST, '2024-03-01T00:00:00Z')],
  disclosures,
  checks: disclosures.map((disclosure) => checkDisclosure(disclosure, loadCodebook())),
  diagnostics: [
    {
      document_id: SECOND,
      url: null,
      diagnostic: {
        stage: 'extract',
        code: 'unsupported_format',
        severity: 'error',
        place: {},
        message: 'an old Word file; save it as DOCX',
      },
    },
  ],
};

/** The sample after its document was published again with another amount. */
export function revisedInput(): DatasetInput {
  const revised = disclosureOf([table('7.00', 'expenditure_summary'), table('7.20', 'general_budget_expenditure')], { documentId: SECOND });
  // The statement is the same in both versions: its key does not depend on the document.
  const key = (disclosure: Disclosure): Disclosure => ({
    ...disclosure,
    lines: disclosure.lines.map((line) => ({ ...line, figure_key: `${line.table_id.split('-')[1]}-${line.r}-${line.c}` })),
  });
  const both = [...disclosures, revised].map(key);
  return {
    ...sampleInput,
    documents: sampleInput.documents.map((document) => ({ ...document, status: 'read', reasons: [] })),
    captures: [
      capture('https://example.org/a.pdf', FIRST, '2024-03-01T00:00:00Z'),
      { ...capture('https://example.org/a.pdf', SECOND, '2024-04-01T00:00:00Z'), changed: 'content' },
    ],
    disclosures: both,
    checks: both.map((disclosure) => checkDisclosure(disclosure, loadCodebook())),
    diagnostics: [],
  };
}
