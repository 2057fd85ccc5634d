import { describe, expect, it } from 'vitest';
import { buildDataset, joinProofs } from '../../src/dataset/index.js';
import { revisedInput, sampleInput } from './sample.js';

const rows = buildDataset(sampleInput);

describe('buildDataset', () => {
  it('has one row a document, read or not, with what was found in it', () => {
    expect(rows.documents.map(({ status, tables, lines, proved }) => ({ status, tables, lines, proved }))).toEqual([
      { status: 'read', tables: 2, lines: 8, proved: 4 },
      { status: 'unsupported', tables: 0, lines: 0, proved: 0 },
    ]);
  });

  it('gives every line its proof', () => {
    expect(rows.lines.map((line) => line.proof)).not.toContain('unchecked');
  });

  it('counts each amount of money once, with the lines that agree and those that do not', () => {
    const figure = rows.figures.find((row) => row.functional_code === '2010101' && row.part === 'all');
    expect(figure).toMatchObject({
      amount: '70000',
      line_id: 'aaaaaaaaaaaaaaaa-t0-r1-c0',
      agreeing_line_ids: [],
      disagreeing_line_ids: ['aaaaaaaaaaaaaaaa-t1-r1-c0'],
    });
  });

  it('gives a publication its documents and the date beside the link', () => {
    expect(rows.disclosures).toMatchObject([{ disclosure_id: 'disclosure', document_ids: ['a'.repeat(64)], published_on: '2024-02-01' }]);
  });

  it('says which tables of a budget are missing', () => {
    const status = new Map(rows.coverage.map((row) => [row.kind, row.status]));
    expect([status.get('expenditure_summary'), status.get('three_public_expenses')]).toEqual(['complete', 'missing']);
  });

  it('carries the diagnostics of every stage', () => {
    expect(new Set(rows.diagnostics.map((row) => row.stage))).toEqual(new Set(['extract', 'check']));
  });

  it('is the same whatever the order of its input', () => {
    const reversed = buildDataset({
      documents: [...sampleInput.documents].reverse(),
      captures: [...sampleInput.captures].reverse(),
      disclosures: [...sampleInput.disclosures].reverse(),
      checks: [...sampleInput.checks].reverse(),
      codes: [...sampleInput.codes].reverse(),
      corrections: [...sampleInput.corrections].reverse(),
      diagnostics: [...sampleInput.diagnostics].reverse(),
    });
    expect(reversed).toEqual(rows);
  });
});

describe('a document published again', () => {
  const revised = buildDataset(revisedInput());

  it('leaves a revision for the amount that changed', () => {
    expect(revised.revisions).toMatchObject([{ old: '71000', new: '72000', seen_at: '2024-04-01T00:00:00Z' }]);
  });

  it('leaves figures to its present version', () => {
    expect(new Set(revised.figures.map((figure) => figure.line_id.slice(0, 4)))).toEqual(new Set(['bbbb']));
  });

  it('keeps the lines of both versions', () => {
    expect(new Set(revised.lines.map((line) => line.document_id)).size).toBe(2);
  });
});

describe('joinProofs', () => {
  it.each([
    ['unchecked', 'proved', 'proved'],
    ['proved', 'unchecked', 'proved'],
    ['proved', 'contradicted', 'disputed'],
    ['contradicted', 'contradicted', 'contradicted'],
    ['disputed', 'proved', 'disputed'],
  ] as const)('of %s and %s is %s', (a, b, joined) => {
    expect(joinProofs(a, b)).toBe(joined);
  });
});
