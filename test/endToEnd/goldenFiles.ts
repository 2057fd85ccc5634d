import { buildDataset } from '../../src/dataset/index.js';
import type { CheckResult, Disclosure } from '../../src/model/index.js';
import { compactTable, type PublishedLike } from './compactTable.js';
import type { SampleReading } from './sampleReading.js';

/** The tables kept row by row. Cells are kept through lines and records, which a person can compare with the page. */
const TABLES = [
  'tables',
  'line_codes',
  'projects',
  'project_schedule',
  'indicators',
  'institutions',
  'assets',
  'procurement',
  'sections',
  'statements',
  'terms',
  'quarantine',
  'diagnostics',
] as const satisfies readonly (keyof Disclosure)[];

/** The columns of a line that a person compares with the page come first. */
const LINE_FIRST = [
  'line_id',
  'block',
  'row_path',
  'column_path',
  'printed',
  'amount',
  'row_role',
  'column_role',
  'parent_line_id',
] as const;

/** Columns that repeat what other columns of the same row say. */
const REPEATED = new Set(['project_id', 'document_id', 'organization']);

/** A row as the golden file shows it: without what repeats, `table_id` only where no other id names the table. */
function shown(row: PublishedLike): PublishedLike {
  const named = 'line_id' in row || 'index' in row;
  const needed = (name: string) => (name === 'table_id' ? !named : !REPEATED.has(name));
  return Object.fromEntries(Object.entries(row).filter(([name]) => needed(name)));
}

/** Lines with their proof; `r` and `c` are in the id. */
function provedLines({ disclosure, check }: SampleReading): PublishedLike[] {
  return disclosure.lines.map(({ r: _r, c: _c, ...line }) => ({
    ...Object.fromEntries(LINE_FIRST.map((name) => [name, line[name]])),
    ...line,
    proof: check.proofs[line.line_id] ?? line.proof,
  }));
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/** The figures of one disclosure (what may be summed) in the order of their lines. */
function figures({ disclosure, check }: SampleReading): PublishedLike[] {
  const input = { documents: [], captures: [], disclosures: [disclosure], checks: [check], codes: [], corrections: [], diagnostics: [] };
  return buildDataset(input)
    .figures.sort((a, b) => byNumber(a.line_id, b.line_id))
    .map(({ figure_id: _id, organization_id: _organization, line_id, amount, ...figure }) => ({ line_id, amount, ...figure }));
}

/** How often each rule had which outcome, and over how many cells. */
function checkSummary(checks: CheckResult['checks']): PublishedLike[] {
  const groups = new Map<string, CheckResult['checks']>();
  for (const row of checks) {
    const key = `${row.rule} ${row.outcome}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({
    rule: group[0]?.rule,
    outcome: group[0]?.outcome,
    checks: group.length,
    cells: group.reduce((sum, row) => sum + row.cells, 0),
  }));
}

/** The reading of a document as the golden files hold it: a CSV a table and `facts.json` with what all rows of a table have in common. */
export function goldenFiles(reading: SampleReading): Map<string, string> {
  const { disclosure, check } = reading;
  const { document_id, ...facts } = disclosure.facts;
  const short = (text: string) => text.replaceAll(document_id, '').replaceAll(`${document_id.slice(0, 16)}-`, '');
  const all: [string, readonly PublishedLike[]][] = [
    ['lines', provedLines(reading)],
    ['figures', figures(reading)],
    ...TABLES.map((name): [string, readonly PublishedLike[]] => [name, disclosure[name]]),
    ['checks', checkSummary(check.checks)],
    ['prose_checks', check.checks.filter((row) => row.rule.startsWith('prose'))],
  ];
  const common: Record<string, unknown> = {};
  const files = new Map<string, string>();
  for (const [name, rows] of all) {
    const table = compactTable(rows.map(shown), short);
    common[name] = { rows: rows.length, ...table.common };
    if (rows.length > 0) files.set(`${name}.csv`, table.csv);
  }
  files.set('facts.json', `${JSON.stringify({ facts, common }, null, 2)}\n`);
  return files;
}
