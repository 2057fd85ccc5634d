import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Disclosed, openCodebook, printedPairs, proposals } from '../../src/codebook/index.js';
import type { Line, LineCode, TableRow } from '../../src/model/index.js';
import { facts, linesOf, printedTable } from '../interpret/printedTable.js';

const blankLine: Line = {
  line_id: '',
  figure_key: '',
  disclosure_id: '',
  document_id: '',
  table_id: '',
  page: null,
  r: 0,
  c: 0,
  box: null,
  organization_id: '',
  organization: '',
  division_code: null,
  scope: 'own',
  unit_code: null,
  unit_name: null,
  document_year: null,
  document_phase: null,
  year: null,
  phase: null,
  comparison: 'none',
  quantity: 'money',
  flow: null,
  funding: null,
  part: null,
  breakdown: 'functional',
  kind: 'other',
  block: null,
  row_path: [],
  column_path: [],
  row_role: 'leaf',
  column_role: 'leaf',
  parent_line_id: null,
  level: 0,
  functional_code: null,
  economic_department_code: null,
  economic_government_code: null,
  cofog_code: null,
  cofog_confidence: null,
  cofog_source: null,
  gfsm_code: null,
  gfsm_confidence: null,
  gfsm_source: null,
  revenue_code: null,
  funding_source: null,
  three_public_item: null,
  project_code: null,
  procurement_code: null,
  value: null,
  value_unit: null,
  amount: null,
  resolution: null,
  printed: '',
  unit_printed: null,
  unit_place: null,
  measure_path: [],
  proof: 'unchecked',
};

const blankTable: TableRow = {
  table_id: '',
  document_id: '',
  index: 0,
  title: null,
  label: null,
  kind: 'other',
  flow: null,
  funding: null,
  part: null,
  breakdown: 'functional',
  pages: [],
  unit: null,
  empty: false,
  note: null,
  rows: 0,
  columns: 0,
  evidence: '',
  status: 'read',
};

/** A disclosure that prints pairs of code and name, and amounts that only it has unless `amounts` says so. */
function disclosed(
  organization: string,
  year: number,
  pairs: readonly (readonly [string, string])[],
  amounts = organization + year,
): Disclosed {
  return {
    facts: { ...facts, organization_id: organization, year },
    grids: [],
    tables: [],
    lines: Array.from({ length: 30 }, (_, i) => ({ ...blankLine, row_path: [`${amounts} ${i}`], amount: String(i + 1) })),
    line_codes: pairs.map(
      ([code, name]): LineCode => ({
        line_id: '',
        classification: 'functional',
        code,
        code_printed: code,
        name_printed: name,
        official_name: null,
        origin: 'printed',
        agreement: 'none',
        score: null,
        runner_up: null,
      }),
    ),
  };
}

const PAIR = [['2010301', '行政运行']] as const;
const counts = (disclosures: readonly Disclosed[]) => printedPairs(disclosures).map(({ code, name, documents }) => [code, name, documents]);

describe('printed pairs', () => {
  it('are counted once a document, whatever the width and blanks of the name', () => {
    const same = disclosed('甲', 2024, [
      ['2010399', '其他政府办公厅(室) 支出'],
      ['2010399', '其他政府办公厅（室）支出'],
    ]);
    expect(counts([same])).toEqual([['2010399', '其他政府办公厅(室)支出', 1]]);
  });

  it('are counted in documents of other organizations and other years', () => {
    expect(counts([disclosed('甲', 2024, PAIR), disclosed('乙', 2024, PAIR), disclosed('甲', 2025, PAIR)])).toEqual([
      ['2010301', '行政运行', 3],
    ]);
  });

  it('are counted once for the documents of one publication', () => {
    expect(counts([disclosed('甲', 2024, PAIR, 'prose'), disclosed('甲', 2024, PAIR, 'tables')])).toEqual([['2010301', '行政运行', 1]]);
  });

  it('are counted once for a draft under another name', () => {
    expect(counts([disclosed('甲', 2024, PAIR, 'budget'), disclosed('甲（草稿）', 2024, PAIR, 'budget')])).toEqual([
      ['2010301', '行政运行', 1],
    ]);
  });

  it('say which years they are of', () => {
    expect(printedPairs([disclosed('甲', 2026, PAIR), disclosed('乙', 2024, PAIR)])[0]?.years).toEqual([2024, 2026]);
  });

  it('do not include what was found by name', () => {
    const named = disclosed('甲', 2024, PAIR);
    expect(printedPairs([{ ...named, line_codes: named.line_codes.map((code) => ({ ...code, code_printed: null })) }])).toEqual([]);
  });

  it('are taken from rows without amounts too, in the columns in which others print codes and names', () => {
    const columns = ['科目编码', '科目名称', '合计'];
    const grid = printedTable('支出总表', columns, [
      ['2010301', '行政运行', '1.00'],
      ['2010302', '一般行政管理事务', ''],
      ['3010302', '津贴', ''],
      ['', '2010303', '机关服务'],
    ]);
    const { lines, lineCodes } = linesOf(grid);
    const document: Disclosed = { facts, grids: [grid], tables: [], lines, line_codes: lineCodes };
    const table_id = lines[0]?.table_id ?? '';
    expect(counts([{ ...document, tables: [{ ...blankTable, table_id }] }])).toEqual([
      ['2010301', '行政运行', 1],
      ['2010302', '一般行政管理事务', 1],
    ]);
  });

  it('are the same in any order of documents', () => {
    const documents = [
      disclosed('甲', 2024, PAIR),
      disclosed('乙', 2025, [['2010302', '一般行政管理事务'], ...PAIR]),
      disclosed('丙', 2025, [['2010302', '一般行政管理事务']]),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: 3 }), (shuffled) => {
        expect(printedPairs(shuffled)).toEqual(printedPairs(documents));
      }),
    );
  });
});

describe('proposals', () => {
  const codebook = openCodebook([]);
  const propose = (pairs: readonly (readonly [string, string])[], year = 2024) =>
    proposals([disclosed('甲', year, pairs)], codebook, []).map(({ name, agreement, decision, official_name }) => ({
      name,
      agreement,
      decision,
      official_name,
    }));

  it('confirm a name that is the codebook’s', () => {
    expect(propose(PAIR)).toEqual([{ name: '行政运行', agreement: 'agrees', decision: 'confirm', official_name: '行政运行' }]);
  });

  it.each([
    ['a conflict', '2010301', '水费', 2024, 'conflict'],
    ['a name of another year', '20805', '行政事业单位离退休', 2025, 'other_year'],
    ['an unknown code', '2998877', '行政运行', 2024, 'unknown'],
    ['a local code', '201030101', '行政运行', 2024, 'local'],
    ['a name cut off', '2080505', '机关事业单位基本养老保险缴', 2024, 'agrees'],
  ] as const)('leave %s to a person', (_, code, name, year, agreement) => {
    expect(propose([[code, name]], year)[0]).toMatchObject({ agreement, decision: '' });
  });

  it('keep the decision that a person has taken', () => {
    const decided = [
      {
        classification: 'functional' as const,
        code: '2010301',
        name: '水费',
        documents: 1,
        first_year: 2020,
        last_year: 2020,
        decision: 'refuse' as const,
        valid_from: null,
        valid_to: null,
      },
    ];
    expect(proposals([disclosed('甲', 2024, [['2010301', '水费']])], codebook, decided)[0]).toMatchObject({
      decision: 'refuse',
      documents: 1,
      first_year: 2024,
    });
  });
});
