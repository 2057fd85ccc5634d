import { type CoverageRow, type Disclosure, type Kind, STANDARD_KINDS } from '../model/index.js';
import type { SaidOfDocument } from './input.js';

/** Forms that need not hold money: their rows are records, not lines. */
const RECORDS: readonly Kind[] = ['institutions', 'form_list', 'project_performance', 'overall_performance'];

/** What is known of one kind of table in one year of an organization. */
function coverageStatus(row: Omit<CoverageRow, 'status'>, emptyForms: number): CoverageRow['status'] {
  if (row.captured === 0) return 'missing';
  if (emptyForms === row.captured) return 'empty';
  return row.extracted + emptyForms === row.captured ? 'complete' : 'partial';
}

/**
 * Which tables there are, by organization, year and kind: expected (of every budget or account), captured (found in documents), extracted (their amounts are lines, or their rows records).
 * A document that could not be read (.rar, .xls, .doc, .ofd ...) counts as a captured table of kind `unknown` under whom its source names.
 * `empty` are forms that were printed without amounts; `partial` are tables whose amounts are not all lines.
 */
export function coverageRows(disclosures: readonly Disclosure[], unread: readonly SaidOfDocument[] = []): CoverageRow[] {
  const rows = new Map<string, { row: Omit<CoverageRow, 'status'>; empty: number }>();
  const at = (organization_id: string, year: number | null, kind: Kind) => {
    const key = [organization_id, year, kind].join('|');
    const known = rows.get(key);
    if (known) return known;
    const expected = STANDARD_KINDS.includes(kind) ? 1 : 0;
    const made = { row: { organization_id, year, kind, expected, captured: 0, extracted: 0, lines: 0, proved: 0 }, empty: 0 };
    rows.set(key, made);
    return made;
  };
  for (const { organization_id, year, kind } of unread) {
    if (kind !== null) for (const standard of STANDARD_KINDS) at(organization_id, year, standard);
    at(organization_id, year, 'unknown').row.captured++;
  }
  for (const { facts, tables, lines } of disclosures) {
    if (facts.kind !== null) for (const kind of STANDARD_KINDS) at(facts.organization_id, facts.year, kind);
    const count = new Map<string, { lines: number; proved: number }>();
    for (const line of lines) {
      const counted = count.get(line.table_id) ?? { lines: 0, proved: 0 };
      counted.lines++;
      if (line.proof === 'proved') counted.proved++;
      count.set(line.table_id, counted);
    }
    for (const table of tables) {
      const entry = at(facts.organization_id, facts.year, table.kind);
      const found = count.get(table.table_id) ?? { lines: 0, proved: 0 };
      entry.row.captured++;
      entry.row.lines += found.lines;
      entry.row.proved += found.proved;
      if (table.empty) entry.empty++;
      else if (table.status === 'read' && (found.lines > 0 || (RECORDS.includes(table.kind) && table.rows > 0))) entry.row.extracted++;
    }
  }
  return [...rows.values()].map(({ row, empty }) => ({ ...row, status: coverageStatus(row, empty) }));
}
