import { describe, expect, it } from 'vitest';
import { type ObservedRow, openCodebook, readObserved } from '../../src/codebook/index.js';

/** An accepted pair of code and name. */
function row(given: Partial<ObservedRow>): ObservedRow {
  return {
    classification: 'functional',
    code: '2010301',
    name: '行政运行',
    documents: 3,
    first_year: 2024,
    last_year: 2026,
    decision: 'confirm',
    valid_from: null,
    valid_to: null,
    ...given,
  };
}

describe('a decision about what documents print', () => {
  const lists = openCodebook([]);
  const fromMemory = lists
    .list('functional')
    .find((entry) => entry.provenance === 'memory' && entry.valid_to === null && entry.level === 3)!;

  it('“confirm” makes a version known from memory an observed one, with its documents and years', () => {
    const codebook = openCodebook([row({ code: fromMemory.code, name: fromMemory.name })]);
    expect(codebook.entry('functional', fromMemory.code, 2026)).toMatchObject({
      provenance: 'observed',
      confidence: 'high',
      documents: 3,
      seen_from: 2024,
      seen_to: 2026,
    });
  });

  it('“confirm” leaves an official version official', () => {
    expect(openCodebook([row({})]).entry('functional', '2010301', 2026)).toMatchObject({ provenance: 'official', documents: 3 });
  });

  it('“confirm” of a name that the code never had is a fault of the release', () => {
    expect(() => openCodebook([row({ name: '事业运行' })]).list('functional')).toThrow('2010301 is not named 事业运行');
  });

  it('“version” of a known code begins where the one before it ends', () => {
    const renamed = row({ code: '2010399', name: '其他政府办公厅（室）支出', decision: 'version', valid_from: 2026 });
    const names = openCodebook([renamed])
      .entries('functional', '2010399')
      .slice(-2)
      .map(({ name, valid_from, valid_to }) => [name, valid_from > 2020, valid_to]);
    expect(names).toEqual([
      ['其他政府办公厅（室）及相关机构事务支出', false, 2025],
      ['其他政府办公厅（室）支出', true, null],
    ]);
  });

  it('“version” of an unknown code gives it level and parent', () => {
    const unknown = row({ code: '2010388', name: '试点工作', decision: 'version' });
    expect(openCodebook([unknown]).entry('functional', '2010388', 2025)).toMatchObject({ level: 3, parent: '20103', valid_from: 2024 });
  });

  it('“alias” makes another spelling agree', () => {
    const spelling = row({ name: '机关行政运行', decision: 'alias' });
    expect([lists, openCodebook([spelling])].map((book) => book.agreement('functional', '2010301', '机关行政运行', 2026))).toEqual([
      'conflict',
      'agrees',
    ]);
  });

  it.each(['refuse', ''] as const)('“%s” changes nothing', (decision) => {
    const refused = row({ name: '机关行政运行', decision });
    expect(openCodebook([refused]).entries('functional', '2010301')).toEqual(lists.entries('functional', '2010301'));
  });
});

describe('what ships', () => {
  const rows = readObserved();

  it('has one decision for a code and name', () => {
    const keys = rows.map(({ classification, code, name }) => `${classification} ${code} ${name}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('has a decision for every pair', () => {
    expect(rows.filter(({ decision }) => decision === '')).toEqual([]);
  });
});
