import { beforeAll, describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/model/index.js';
import type { PublishedLike } from './compactTable.js';
import { readSample, type SampleFormat, type SampleReading } from './sampleReading.js';

/** Columns that belong to the file: where something stands in it. */
const PLACES = new Set(['page', 'pages', 'box', 'block', 'unit_place', 'evidence']);
/** What a text dump cannot show: the upper words of a header that spans columns, what is hashed from them, and how many columns a cell spans. */
const SPANNED = new Set(['figure_key', 'c']);
/** Texts of several paragraphs: a PDF does not say where a paragraph ends. */
const PARAGRAPHS = new Set(['text', 'note']);

const RECORDS = [
  'line_codes',
  'tables',
  'projects',
  'project_schedule',
  'indicators',
  'institutions',
  'assets',
  'procurement',
  'sections',
  'statements',
  'terms',
  'quarantine',
] as const satisfies readonly (keyof Disclosure)[];

/** Rows without places, with ids that do not depend on the bytes of the file. */
function stated({ disclosure }: SampleReading, rows: readonly PublishedLike[], dump = false): unknown[] {
  const { document_id } = disclosure.facts;
  const ids: [string, string][] = [
    [document_id, 'document'],
    [document_id.slice(0, 16), 'document'],
    ...disclosure.projects.map(({ project_id, code }): [string, string] => [project_id, `project ${code}`]),
  ];
  const named = (text: string) => ids.reduce((all, [id, name]) => all.replaceAll(id, name), text);
  return rows.map((row): unknown =>
    JSON.parse(
      named(
        JSON.stringify(row, (name, value: unknown) => {
          if (PLACES.has(name) || (dump && SPANNED.has(name))) return undefined;
          if (PARAGRAPHS.has(name) && typeof value === 'string') return value.replace(/\s+/g, '');
          return dump && name === 'column_path' && Array.isArray(value) ? value.slice(-1) : value;
        }),
      ),
    ),
  );
}

describe.each<SampleFormat>(['html', 'pdf', 'text'])('the sample disclosure as %s', (format) => {
  let docx: SampleReading;
  let other: SampleReading;
  const dump = format === 'text';
  beforeAll(async () => {
    docx = await readSample('docx');
    other = await readSample(format);
  });

  it('gives the lines of the DOCX, places aside (for text also the upper words of headers)', () => {
    expect(stated(other, other.disclosure.lines, dump)).toEqual(stated(docx, docx.disclosure.lines, dump));
  });

  it.each(RECORDS)('gives the %s of the DOCX', (name) => {
    expect(stated(other, other.disclosure[name], dump)).toEqual(stated(docx, docx.disclosure[name], dump));
  });

  it('proves the same lines', () => {
    const proofs = ({ disclosure, check }: SampleReading) => disclosure.lines.map((line) => check.proofs[line.line_id]);
    expect(proofs(other)).toEqual(proofs(docx));
  });

  it('says the same of the document', () => {
    const { document_id: _, evidence: __, title: ___, ...facts } = other.disclosure.facts;
    expect(docx.disclosure.facts).toMatchObject(facts);
  });
});
