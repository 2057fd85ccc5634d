import { describe, expect, it } from 'vitest';
import { checkDisclosure, proofReport } from '../../src/check/index.js';
import type { CheckResult } from '../../src/model/index.js';
import { byFourLists, byFundingBesideTotal, byUnitAndCode, byUnitAndProject, withLastYear } from '../interpret/generated/budgets.js';
import { localForms, nationalForms } from '../interpret/generated/finalAccounts.js';
import { bySumsAndSplits, oldForms } from '../interpret/generated/furtherProvinces.js';
import { type GeneratedDocument, readGenerated } from '../interpret/generated/printedDocument.js';
import { byLevelInColumns } from '../interpret/generated/procurements.js';
import {
  byNatureAndSource,
  bySourceInColumns,
  detailedFinalAccounts,
  governmentBudget,
  withEducationFees,
} from '../interpret/generated/provinces.js';
import { codebook } from '../interpret/printedTable.js';

/** A document of a layout, and how it contradicts itself: by rule and table. */
const LAYOUTS: Record<string, { document: GeneratedDocument; contradictions: readonly string[] }> = {
  // The abridged forms leave row numbers out, and the class 教育 of the summary is not that of the table.
  nationalForms: { document: nationalForms, contradictions: ['same_figure t2', 'row_numbering t0', 'row_numbering t3'] },
  // A whole budget of 1,000 yuan.
  localForms: { document: localForms, contradictions: ['row_numbering t0', 'row_numbering t2', ...Array(6).fill('plausible_amount t0')] },
  detailedFinalAccounts: { document: detailedFinalAccounts, contradictions: ['row_numbering t0'] },
  byUnitAndCode: { document: byUnitAndCode, contradictions: [] },
  byFourLists: { document: byFourLists, contradictions: ['same_figure t3'] },
  byUnitAndProject: { document: byUnitAndProject, contradictions: ['same_figure t2'] },
  byFundingBesideTotal: { document: byFundingBesideTotal, contradictions: [] },
  withLastYear: { document: withLastYear, contradictions: ['same_figure t3'] },
  withEducationFees: { document: withEducationFees, contradictions: [] },
  bySourceInColumns: { document: bySourceInColumns, contradictions: [] },
  governmentBudget: { document: governmentBudget, contradictions: [] },
  byNatureAndSource: { document: byNatureAndSource, contradictions: [] },
  byLevelInColumns: { document: byLevelInColumns, contradictions: [] },
  bySumsAndSplits: { document: bySumsAndSplits, contradictions: [] },
  oldForms: { document: oldForms, contradictions: [] },
};

/** What fails, by rule and table. */
const failures = ({ diagnostics }: CheckResult) =>
  diagnostics.map(({ code, place }) => `${code.replace(/_fails$/, '')} t${place.table}`).sort();

/** A document with one printed row of one table changed. */
function misprinted({ title, tables }: GeneratedDocument, table: number, row: string, wrong: string): GeneratedDocument {
  const grid = tables[table]?.grid ?? '';
  if (grid.split(row).length !== 2) throw new Error(`row ${row} does not stand once in table ${table}`);
  return { title, tables: tables.map((given, i) => (i === table ? { ...given, grid: grid.replace(row, wrong) } : given)) };
}

describe.each(Object.entries(LAYOUTS))('a disclosure in the layout %s', (_, { document, contradictions }) => {
  it('fails only where it contradicts itself, and at least 95 % of its lines in tables with totals are proved', async () => {
    const disclosure = await readGenerated(document);
    const result = checkDisclosure(disclosure, codebook);
    expect(failures(result)).toEqual([...contradictions].sort());
    const report = proofReport(disclosure, result.proofs);
    const sum = (of: 'totalled' | 'totalled_proved') => report.reduce((all, counts) => all + counts[of], 0);
    expect(sum('totalled_proved') / sum('totalled')).toBeGreaterThanOrEqual(0.95);
  });
});

/** One publisher's error a layout: table, a part of a row, what it says instead, and the label and amount that are wrong then. */
const ERRORS: [string, number, string, string, string, string][] = [
  ['nationalForms', 2, '高中教育|1,030.00|850.00', '高中教育|1,030.00|580.00', '高中教育', '580.00'],
  ['nationalForms', 3, '总计|32|1,058.00', '总计|32|1,068.00', '总计', '1,068.00'],
  ['nationalForms', 5, '30101|__基本工资|400.00', '30101|__基本工资|440.00', '基本工资', '440.00'],
  ['localForms', 1, '审计事务|5.00|2.00|3.00|950.00', '审计事务|5.00|2.00|3.00|990.00', '审计事务', '990.00'],
  ['byUnitAndCode', 5, '合计|920.00|900.00|20.00', '合计|920.00|900.00|80.00', '合计', '80.00'],
  ['byFourLists', 2, '本级|9,000,000.00|4,000,000.00', '本级|9,000,000.00|4,100,000.00', '丁市林业局本级', '4,100,000.00'],
  ['byUnitAndProject', 1, '人民医院|750.00|750.00|350.00', '人民医院|750.00|750.00|530.00', '戊县人民医院', '530.00'],
  ['byFundingBesideTotal', 1, '水利工程建设|200.00||200.00', '水利工程建设|200.00||220.00', '水利工程建设', '220.00'],
  ['withLastYear', 1, '480.00|480.00|0.00|(20.00)', '480.00|480.00|0.00|(21.00)', '行政运行', '(21.00)'],
  ['withEducationFees', 2, '商品和服务支出||||100.00||100.00', '商品和服务支出||||100.00||10.00', '商品和服务支出', '10.00'],
  ['governmentBudget', 0, '__企业所得税|2,000|2,100', '__企业所得税|2,000|2,700', '企业所得税', '2,700'],
  ['byLevelInColumns', 0, '租赁费|||100.00', '租赁费|||110.00', '租赁费', '110.00'],
  ['byNatureAndSource', 1, '支出总计|4,000,000.00', '支出总计|400,000.00', '支出总计', '400,000.00'],
];

describe.each(ERRORS)('one error in the layout %s, table %i: %s for %s', (name, table, row, wrong, label, printed) => {
  it('is told by checks of the wrong amount and by no others', async () => {
    const { document, contradictions } = LAYOUTS[name]!;
    const disclosure = await readGenerated(misprinted(document, table, row, wrong));
    const result = checkDisclosure(disclosure, codebook);
    const line = disclosure.lines.find(
      (one) => one.table_id.endsWith(`-t${table}`) && one.row_path.at(-1)?.endsWith(label) === true && one.printed === printed,
    );
    expect(result.proofs[line?.line_id ?? '']).toMatch(/^(?:disputed|contradicted)$/);
    const covering = new Set(result.line_checks.filter(({ line_id }) => line_id === line?.line_id).map(({ check_id }) => check_id));
    const others = result.checks.filter(({ outcome, check_id }) => outcome === 'fails' && !covering.has(check_id));
    expect(others.map(({ rule, message }) => `${rule}: ${message}`)).toHaveLength(contradictions.length);
  });
});
