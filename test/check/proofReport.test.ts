import { describe, expect, it } from 'vitest';
import { checkDisclosure, proofReport, sumProofs } from '../../src/check/index.js';
import { loadCodebook } from '../../src/codebook/index.js';
import { AMOUNT, coded, total } from './outcomes.js';
import { disclosureOf, type TableSpec } from './tableSpec.js';

const reported = (...tables: TableSpec[]) => {
  const disclosure = disclosureOf(tables);
  return proofReport(disclosure, checkDisclosure(disclosure, loadCodebook()).proofs);
};
const sums: TableSpec = {
  columns: AMOUNT,
  rows: [total(['3.00']), { ...coded('2010301', ['3.00']), parent: 0 }, { ...coded('2010302', ['0.00']), parent: 0 }],
};
const single: TableSpec = {
  facets: { kind: 'assets', breakdown: 'item' },
  columns: [{ path: ['价值'] }],
  rows: [
    { label: '车辆', cells: ['1.00'] },
    { label: '房屋', cells: ['-'] },
  ],
};

describe('proofReport', () => {
  it('counts lines by kind of table and proof, zeros and dashes apart', () => {
    const counts = reported(sums, single).map(({ kind, proved, unchecked, zeros }) => [kind, proved, unchecked, zeros]);
    expect(counts).toEqual([
      ['expenditure_summary', 2, 0, 1],
      ['assets', 0, 1, 1],
    ]);
  });

  it('tells which lines stand in tables that print a total', () => {
    expect(reported(sums, single).map((counts) => [counts.totalled, counts.totalled_proved])).toEqual([
      [2, 2],
      [0, 0],
    ]);
  });

  it('is summed by whatever is asked for', () => {
    expect(sumProofs(reported(sums, single), ({ document_id }) => document_id).get('d'.repeat(64))).toMatchObject({
      proved: 2,
      unchecked: 1,
      zeros: 2,
    });
  });
});
