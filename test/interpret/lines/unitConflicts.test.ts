import { describe, expect, it } from 'vitest';
import { unitConflicts } from '../../../src/interpret/lines/unitConflicts.js';
import { disclosureOf, type TableSpec } from '../../check/tableSpec.js';

/** A table that prints these numbers in 万元, or in 元. */
const table = (unit: number, ...printed: string[]): TableSpec => ({
  title: `表${unit}`,
  unit,
  columns: [{ path: ['金额'] }],
  rows: printed.map((number) => ({ label: '某项', cells: [number] })),
});
const conflicts = (...tables: TableSpec[]) => {
  const { tables: rows, lines } = disclosureOf(tables);
  return unitConflicts('d'.repeat(64), rows, lines);
};
const NUMBERS = ['937.79', '20584.11', '31415.92'];

describe('unitConflicts', () => {
  it('are none where tables print the same numbers in the same unit', () => {
    expect(conflicts(table(10000, ...NUMBERS), table(10000, ...NUMBERS))).toEqual({ quarantine: [], diagnostics: [] });
  });

  it('put the amounts of both tables in quarantine where either unit may be wrong', () => {
    const { quarantine, diagnostics } = conflicts(table(10000, ...NUMBERS), table(1, ...NUMBERS));
    expect(diagnostics.map(({ code, place }) => [code, place.table])).toEqual([
      ['unit_conflict', 0],
      ['unit_conflict', 1],
    ]);
    expect(quarantine.map(({ printed, reason_code }) => [printed, reason_code])).toContainEqual(['20584.11', 'unit_conflict']);
    expect(quarantine).toHaveLength(6);
  });

  it('doubt only the table that differs from several others', () => {
    const { diagnostics } = conflicts(table(10000, ...NUMBERS), table(10000, ...NUMBERS), table(10000, ...NUMBERS), table(1, ...NUMBERS));
    expect(diagnostics.map(({ place }) => place.table)).toEqual([3]);
  });

  it('are none where few or short numbers are the same', () => {
    expect(conflicts(table(10000, '937.79', '1.00', '2.00', '3.00'), table(1, '937.79', '1.00', '2.00', '3.00')).diagnostics).toEqual([]);
  });
});
