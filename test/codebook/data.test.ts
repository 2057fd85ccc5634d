import { describe, expect, it } from 'vitest';
import { type CodeEntry, loadCodebook, zClassification } from '../../src/codebook/index.js';

const codebook = loadCodebook();
const end = (entry: CodeEntry) => entry.valid_to ?? 9999;

describe.each(zClassification.options)('the list %s', (classification) => {
  const all = codebook.list(classification);

  it('has entries', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it('has no version that ends before it begins', () => {
    expect(all.filter((entry) => end(entry) < entry.valid_from)).toEqual([]);
  });

  it('has at most one version of a code in any year', () => {
    const overlaps = [];
    for (const code of new Set(all.map((entry) => entry.code))) {
      const versions = [...codebook.entries(classification, code)].sort((a, b) => a.valid_from - b.valid_from);
      for (let i = 1; i < versions.length; i++) {
        if (end(versions[i - 1]!) >= versions[i]!.valid_from) overlaps.push(code);
      }
    }
    expect(overlaps).toEqual([]);
  });

  // GB/T 2260 keeps counties whose prefecture was made later or abolished earlier.
  it.skipIf(classification === 'division')('has a parent in force at some time for each code that names one', () => {
    const orphans = all.filter(
      (entry) =>
        entry.parent !== null &&
        !codebook.entries(classification, entry.parent).some((p) => p.valid_from <= end(entry) && end(p) >= entry.valid_from),
    );
    expect(orphans.map((entry) => entry.code)).toEqual([]);
  });

  it('has a parent code that exists for each code that names one', () => {
    expect(all.filter((entry) => entry.parent !== null && codebook.entries(classification, entry.parent).length === 0)).toEqual([]);
  });

  it('has every version once', () => {
    const keys = all.map((entry) => `${entry.code} ${entry.name} ${entry.valid_from}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('has each successor that it names', () => {
    const codes = new Set(all.map((entry) => entry.code));
    expect(all.flatMap((entry) => entry.successor.filter((code) => !codes.has(code)))).toEqual([]);
  });

  it('has no alias that is the official name of the same version', () => {
    expect(all.filter((entry) => entry.aliases.includes(entry.name))).toEqual([]);
  });
});

describe('the mappings', () => {
  const codes = codebook.list('functional').filter((entry) => entry.budget === 'general');

  it('lead to codes that the target list names', () => {
    expect(codes.filter((entry) => codebook.cofog(entry.code)?.name === '')).toEqual([]);
  });

  it('cover the general budget but for the repayment of debt, which has no function', () => {
    const unmapped = codes.filter((entry) => entry.valid_to === null && codebook.cofog(entry.code) === null);
    expect([...new Set(unmapped.map((entry) => entry.code.slice(0, 3)))]).toEqual(['231']);
  });

  it('of the two economic lists lead to codes of both', () => {
    const pairs = codebook.list('economic_government').flatMap((entry) => codebook.economicPairs(entry.code));
    const unknown = pairs.filter(
      ({ government_code, department_code }) =>
        codebook.entries('economic_government', government_code).length === 0 ||
        (department_code !== null && codebook.entries('economic_department', department_code).length === 0),
    );
    expect([pairs.length > 150, unknown]).toEqual([true, []]);
  });

  it('of the two economic lists know what an office and an institution pay wages as', () => {
    expect(codebook.economicPairs('30101').map(({ government_code, unit_type }) => [government_code, unit_type])).toEqual([
      ['50101', '行政单位（机关）'],
      ['50501', '事业单位'],
    ]);
  });

  it('lead from a department economic class to GFSM', () => {
    expect(codebook.gfsm('30101')).toMatchObject({ code: '2111', mapped_from: '30101' });
  });
});
