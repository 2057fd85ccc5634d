import { describe, expect, it } from 'vitest';
import { quarantineReading } from '../../../src/interpret/lines/quarantineReading.js';
import type { Diagnostic, DocumentModel } from '../../../src/model/index.js';
import { disclosureOf } from '../../check/tableSpec.js';

const DOCUMENT = 'd'.repeat(64);
const diagnostic = (code: string, place: Diagnostic['place'], more: Partial<Diagnostic> = {}): Diagnostic => ({
  stage: 'extract',
  code,
  severity: 'warning',
  place,
  message: code,
  ...more,
});
const model = (...diagnostics: Diagnostic[]): DocumentModel => ({
  sha256: DOCUMENT,
  mediaType: 'application/pdf',
  title: null,
  pages: [],
  blocks: [],
  diagnostics,
});
const disclosure = disclosureOf([{ title: '支出总表', columns: [{ path: ['金额'] }], rows: [{ label: '某项', cells: ['937.79'] }] }]);
/** What stands in quarantine because of these diagnostics. */
const quarantined = (...diagnostics: Diagnostic[]) => quarantineReading(DOCUMENT, model(...diagnostics), disclosure);

describe('quarantineReading', () => {
  it('is empty where nothing was noticed', () => {
    expect(quarantined()).toEqual([]);
  });

  it('holds a number that stands in no block, with its place', () => {
    const lost = diagnostic(
      'number_not_placed',
      { page: 3, box: [1, 2, 3, 4] },
      { message: 'the number “706.36” is in no block or in several; look at the page' },
    );
    expect(quarantined(lost)).toMatchObject([{ reason_code: 'number_not_placed', printed: '706.36', page: 3, box: [1, 2, 3, 4] }]);
  });

  it('holds every number on which two readers differ, once', () => {
    const numbers = { onlyFirst: ['24995.9', '24995.9'], onlySecond: ['24995.94'] };
    expect(quarantined(diagnostic('readers_disagree', { page: 2 }, { numbers })).map(({ printed, page }) => [printed, page])).toEqual([
      ['24995.9', 2],
      ['24995.94', 2],
    ]);
  });

  it('holds a page whose columns were not joined to their table', () => {
    expect(quarantined(diagnostic('columns_without_rules', { page: 5, table: 0 }))).toMatchObject([
      { reason_code: 'columns_without_rules', printed: '支出总表', page: 5, table_id: disclosure.tables[0]?.table_id },
    ]);
  });

  it('holds amounts without a unit of money', () => {
    const lines = disclosure.lines.map((line) => ({ ...line, amount: null }));
    expect(quarantineReading(DOCUMENT, model(), { ...disclosure, lines })).toMatchObject([
      { reason_code: 'money_unit_missing', printed: '937.79', r: 0, c: 0 },
    ]);
  });

  it('leaves out what is no doubt about a number', () => {
    expect(quarantined(diagnostic('blank_page', { page: 1 }))).toEqual([]);
  });
});
