import { describe, expect, it } from 'vitest';
import { changelog, failedAssertions, nextVersion, type VersionContent, versionChanges } from '../../../src/dataset/index.js';

const content = (change: Partial<VersionContent> = {}): VersionContent => ({
  columns: ['figures.amount: decimal'],
  rowCounts: { documents: 2, tables: 10, lines: 100, figures: 50, projects: 0, statements: 0, sections: 0 },
  valued: 80,
  proved: 76,
  documents: ['a', 'b'],
  figures: { x: { amount: '1', line_id: 'a-0' }, y: { amount: '2', line_id: 'b-0' } },
  ...change,
});
const next = (change: Partial<VersionContent>) => nextVersion('1.4.2', versionChanges(content(), content(change)));

describe('nextVersion', () => {
  it('raises the first number where a column is added', () => {
    expect(next({ columns: ['figures.amount: decimal', 'figures.cofog: text'] })).toBe('2.0.0');
  });
  it('raises the first number where a column changes its type', () => {
    expect(next({ columns: ['figures.amount: text'] })).toBe('2.0.0');
  });
  it('raises the second number where a document is added', () => {
    expect(next({ documents: ['a', 'b', 'c'] })).toBe('1.5.0');
  });
  it('raises the second number where a figure is gone', () => {
    expect(next({ figures: { x: { amount: '1', line_id: 'a-0' } } })).toBe('1.5.0');
  });
  it('raises the third number where a figure has another amount', () => {
    expect(next({ figures: { x: { amount: '1', line_id: 'a-0' }, y: { amount: '3', line_id: 'c-0' } } })).toBe('1.4.3');
  });
  it('raises the third number where only proofs changed', () => {
    expect(next({ proved: 77 })).toBe('1.4.3');
  });
});

describe('changelog', () => {
  it('names a changed figure with its amounts and line', () => {
    const changes = versionChanges(content(), content({ figures: { ...content().figures, y: { amount: '3', line_id: 'c-0' } } }));
    const text = changelog([
      { version: '1.0.0', created: null, changes: null, forced: [] },
      { version: '1.0.1', created: '2025-01-01T00:00:00Z', changes, forced: [] },
    ]);
    expect(text).toContain('## 1.0.1 (captures up to 2025-01-01T00:00:00Z)\n\n- Figure changed: 2 → 3 yuan (line c-0)');
  });
  it('puts the newest version first', () => {
    const release = (version: string) => ({ version, created: null, changes: null, forced: [] });
    expect(changelog([release('1.0.0'), release('1.1.0')])).toMatch(/## 1\.1\.0.*## 1\.0\.0/s);
  });
  it('says that a version was published by force', () => {
    expect(changelog([{ version: '1.0.0', created: null, changes: null, forced: ['too few rows'] }])).toContain(
      '**Published by force**: too few rows',
    );
  });
});

const LIMITS = { rows: 0.9, documents: 1, proved: 0.5, provedLoss: 0.05 };

describe('failedAssertions', () => {
  it('finds nothing wrong with a version that keeps all', () => {
    expect(failedAssertions(content(), content(), LIMITS)).toEqual([]);
  });
  it('refuses fewer documents', () => {
    expect(failedAssertions(content({ documents: ['a'] }), content(), LIMITS)).toEqual([
      '1 documents, the last version had 2: fewer than 100.0 %',
    ]);
  });
  it('refuses a table that lost more rows than the limit allows', () => {
    const fewer = content({ rowCounts: { ...content().rowCounts, lines: 89 } });
    expect(failedAssertions(fewer, content(), LIMITS)).toEqual(['89 rows in lines, the last version had 100: fewer than 90.0 %']);
  });
  it('refuses a share of proved lines that fell', () => {
    expect(failedAssertions(content({ proved: 60 }), content(), LIMITS)).toHaveLength(1);
  });
  it('refuses a first version of which too little is proved', () => {
    expect(failedAssertions(content({ proved: 10 }), undefined, LIMITS)).toEqual([
      '12.5 % of the lines with an amount are proved, expected at least 50.0 %',
    ]);
  });
});
