import { describe, expect, it } from 'vitest';
import { misreading } from '../../src/check/repair.js';
import { BY_PART, checked, coded, total } from './outcomes.js';

/** A table of two rows under their total whose first row prints these cells. */
const table = (first: (string | null)[]) => ({
  columns: BY_PART,
  rows: [
    total(['1300.00', '1000.00', '300.00']),
    { ...coded('2010301', first), parent: 0 },
    { ...coded('2010302', ['65.44', '25.44', '40.00']), parent: 0 },
  ],
});
/** What the diagnostics of the sums propose, each once. */
const proposals = (first: (string | null)[]) => {
  const { diagnostics } = checked([table(first)]);
  const found = diagnostics.flatMap(
    ({ message }) => /\(([a-z ]+)\): .*? printed (\S+) as (\S+ 万元)/.exec(message)?.slice(1, 4).join(' | ') ?? [],
  );
  return [...new Set(found)];
};

describe('the repair of a misread amount', () => {
  it('is not needed where the sums hold', () => {
    expect(proposals(['1234.56', '974.56', '260.00'])).toEqual([]);
  });

  it.each([
    ['torn number', '1234.5', '1234.56'],
    ['missing digit', '124.56', '1234.56'],
    ['doubled digit', '12334.56', '1234.56'],
    ['exchanged digits', '1243.56', '1234.56'],
    ['wrong digit', '1264.56', '1234.56'],
  ])('proposes the one reading that mends the sums of row and column: %s', (kind, printed, meant) => {
    expect(proposals([printed, '974.56', '260.00'])).toEqual([`${kind} | ${printed} | ${meant} 万元`]);
  });

  it('proposes amounts in each other’s column', () => {
    expect(proposals(['1234.56', '260.00', '974.56'])).toEqual(['shifted column | 260.00 | 974.56 万元']);
  });

  it('proposes nothing where only one sum would hold', () => {
    const { diagnostics } = checked([{ columns: BY_PART, rows: [coded('2010301', ['1264.56', '974.56', '260.00'])] }]);
    expect(diagnostics.filter(({ message }) => message.includes('other reading'))).toEqual([]);
  });

  it('proposes nothing where two readings mend as many sums', () => {
    // A row that is one cell and its total: either of the two may be meant to be the other one.
    const rows = [total(['1300.00']), { ...coded('2010301', ['1200.00']), parent: 0 }];
    const { diagnostics } = checked([
      { columns: BY_PART.slice(0, 1), rows },
      { columns: BY_PART.slice(0, 1), rows },
    ]);
    expect(diagnostics.filter(({ message }) => message.includes('other reading'))).toEqual([]);
  });

  it('changes no amount', () => {
    const result = checked([table(['1234.5', '974.56', '260.00'])]);
    expect(result.checks.filter(({ outcome }) => outcome === 'fails').length).toBeGreaterThan(0);
  });
});

describe('misreading', () => {
  it('is none where numbers differ in more than one place', () => {
    expect(misreading('1234.56', '1934.57')).toBeNull();
  });
});
