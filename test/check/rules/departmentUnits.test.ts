import { describe, expect, it } from 'vitest';
import { checkDepartment, checkOrganization, departmentsOf, membershipOf } from '../../../src/check/index.js';
import { loadCodebook } from '../../../src/codebook/index.js';
import type { Disclosure, DocumentFacts, Line } from '../../../src/model/index.js';
import { AMOUNT, total } from '../outcomes.js';
import { disclosureOf, type TableSpec } from '../tableSpec.js';

const codebook = loadCodebook();

/** A publisher's document: its facts, and its tables; rows are of the publisher unless they name a unit. */
function published(letter: string, facts: Partial<DocumentFacts>, tables: TableSpec[]): Disclosure {
  const one = disclosureOf(tables, { documentId: letter.repeat(64) });
  const all = { ...one.facts, organization_id: facts.organization ?? letter, division_code: '610100', ...facts };
  const { organization_id, division_code } = all;
  const lines = one.lines.map((line) => ({ ...line, organization_id, division_code }));
  return { ...one, facts: all, lines };
}

const revenue = (printed: string, rows: TableSpec['rows'] = []): TableSpec => ({
  facets: { kind: 'revenue_summary', breakdown: 'unit', flow: 'revenue' },
  columns: AMOUNT,
  rows: [total([printed]), ...rows],
});
const row = (name: string, printed: string, facets: Partial<Line> = {}) => ({
  label: name,
  facets: { scope: 'unit' as const, unit_name: name, ...facets },
  cells: [printed],
});
const reception = (printed: string): TableSpec => ({
  facets: { kind: 'three_public_expenses', breakdown: 'item', funding: 'general', three_public_item: 'reception' },
  columns: AMOUNT,
  rows: [{ label: '公务接待费', cells: [printed] }],
});

const bureau = (rows: TableSpec['rows'], receptions = '3.00') =>
  published('a', { organization: '某市商务局' }, [revenue('10.00', rows), reception(receptions)]);
const own = (amount: string, receptions = '1.00') =>
  published('b', { organization: '某市商务局（本级）', scope: 'own' }, [revenue(amount), reception(receptions)]);
const centre = (amount: string, receptions = '2.00') =>
  published('c', { organization: '某市商务服务中心', scope: 'unit' }, [revenue(amount), reception(receptions)]);
const ROWS = [row('某市商务局', '6.00', { scope: 'own' }), row('某市商务服务中心', '4.00')];

const found = (disclosures: Disclosure[], rule: string) =>
  checkDepartment(disclosures, codebook)
    .checks.filter((check) => check.rule === rule)
    .map((check) => check.outcome);

describe('units of a department', () => {
  const members = [bureau(ROWS), own('6.00'), centre('4.00')].map(membershipOf);

  it('are the organizations that its tables list, its own money among them', () => {
    expect(departmentsOf(members)).toEqual([{ department: '某市商务局', units: ['某市商务局（本级）', '某市商务服务中心'] }]);
  });
  it('are found by their code where the name differs', () => {
    const coded = published('a', { organization: '某市司法局', organization_code: '154' }, [
      revenue('4.00', [row('法律援助中心', '4.00', { unit_code: '154002' })]),
    ]);
    const unit = published('c', { organization: '某市法律援助中心', organization_code: '154002', scope: 'unit' }, [revenue('4.00')]);
    expect(departmentsOf([coded, unit].map(membershipOf)).map(({ units }) => units)).toEqual([['某市法律援助中心']]);
  });
  it('are not those of another division that have the same code', () => {
    const coded = published('a', { organization: '某市司法局' }, [revenue('4.00', [row('中心', '4.00', { unit_code: '154002' })])]);
    const unit = published('c', { organization: '他市中心', organization_code: '154002', division_code: '320500' }, []);
    expect(departmentsOf([coded, unit].map(membershipOf))).toEqual([]);
  });
});

describe('unit_in_department', () => {
  it('holds where a unit publishes what its department lists', () => {
    expect(found([bureau(ROWS), centre('4.00')], 'unit_in_department')).toEqual(['holds']);
  });
  it('compares the department’s own row with what it publishes for itself (本级)', () => {
    expect(found([bureau(ROWS), own('6.00')], 'unit_in_department')).toEqual(['holds']);
  });
  it('fails where the unit publishes another total', () => {
    expect(found([bureau(ROWS), centre('4.50')], 'unit_in_department')).toEqual(['fails']);
  });
});

describe('units_make_department', () => {
  it('adds up the “三公” expenses of all units, and bounds money that may be counted twice', () => {
    expect(found([bureau(ROWS), own('6.00'), centre('4.00')], 'units_make_department')).toEqual(['holds', 'holds']);
  });
  it('fails where they are not those of the department', () => {
    expect(found([bureau(ROWS, '3.10'), own('6.00'), centre('4.00')], 'units_make_department')).toEqual(['holds', 'fails']);
  });
  it('says nothing where a unit does not publish', () => {
    expect(found([bureau(ROWS), centre('4.00')], 'units_make_department')).toEqual([]);
  });
});

describe('documents of one organization', () => {
  const executed = { phase: 'executed' as const, document_phase: 'executed' as const };
  const general = (columns: TableSpec['columns'], cells: string[], facets: Partial<Line> = {}): TableSpec => ({
    facets,
    columns,
    rows: [{ label: '行政运行', facets: { functional_code: '2010101' }, cells }],
  });
  const budget = disclosureOf([general([{ path: ['合计'], facets: { column_role: 'total' } }], ['7.00'])]);
  const account = (opening: string) =>
    disclosureOf(
      [
        general(
          [
            { path: ['年初预算数'], facets: { phase: 'approved' } },
            { path: ['决算数'], facets: executed },
          ],
          [opening, '6.50'],
        ),
      ],
      { documentId: 'e'.repeat(64) },
    );
  const outcomes = (opening: string) =>
    checkOrganization([budget, account(opening)], codebook).checks.map((check) => `${check.rule} ${check.outcome}`);

  it('print the same 年初预算数 in the account as in the budget', () => {
    expect(outcomes('7.00')).toEqual(['same_figure_across_documents holds']);
  });
  it('contradict each other where the account prints another one', () => {
    expect(outcomes('8.00')).toEqual(['same_figure_across_documents fails']);
  });

  const year = (when: number, letter: string, funding: Line['funding'], printed: string) =>
    disclosureOf([{ facets: { year: when, document_year: when, funding }, columns: AMOUNT, rows: [total([printed])] }], {
      documentId: letter.repeat(64),
      year: when,
    });
  const next = (funding: Line['funding'], printed: string) =>
    checkOrganization([year(2023, 'a', funding, '100.00'), year(2024, 'b', funding, printed)], codebook).checks.map(
      (check) => check.outcome,
    );

  it('give a table away whose unit was read as 元 for 万元', () => {
    expect(next('fund', '1000000.00')).toEqual(['fails']);
  });
  it('allow a fund to grow many times in a year', () => {
    expect(next('fund', '9000.00')).toEqual(['holds']);
  });
});
