import { checkDisclosure } from '../../src/check/index.js';
import { loadCodebook } from '../../src/codebook/index.js';
import type { CheckResult, Disclosure } from '../../src/model/index.js';
import { disclosureOf, type TableSpec } from './tableSpec.js';

const codebook = loadCodebook();

/** What checking a document of these tables gives. */
export function checked(tables: TableSpec[], more: Parameters<typeof disclosureOf>[1] = {}): CheckResult {
  return checkDisclosure(disclosureOf(tables, more), codebook);
}

/** The outcomes of one rule over a document, in order. */
export function outcomesOf(rule: string, tables: TableSpec[], more: Partial<Omit<Disclosure, 'facts'>> = {}): string[] {
  return checked(tables, more)
    .checks.filter((check) => check.rule === rule)
    .map((check) => check.outcome);
}

export const AMOUNT: TableSpec['columns'] = [{ path: ['合计'], facets: { column_role: 'total' } }];
export const BY_PART: TableSpec['columns'] = [
  ...AMOUNT,
  { path: ['基本支出'], facets: { part: 'basic' } },
  { path: ['项目支出'], facets: { part: 'project' } },
];
/** A leaf row with a functional code. */
export const coded = (code: string, cells: (string | null)[]) => ({ label: code, facets: { functional_code: code }, cells });
/** The row 合计. */
export const total = (cells: (string | null)[]) => ({ label: '合计', facets: { row_role: 'total' as const }, cells });
