import type { PublishedRows } from '../model/index.js';

/** The tables whose rows belong to one document, by what ties them to it. */
const BY_DOCUMENT = [
  'tables',
  'lines',
  'projects',
  'institutions',
  'assets',
  'procurement',
  'sections',
  'statements',
  'terms',
  'checks',
  'quarantine',
  'diagnostics',
] as const;
const BY_TABLE = ['cells'] as const;
const BY_PROJECT = ['project_schedule', 'indicators'] as const;
const BY_LINE = ['line_codes', 'line_checks'] as const;

type Rows = Map<string, { name: string; rows: unknown[] }[]>;

/** The rows of each document in the order of the dataset, by document id. */
export function rowsByDocument(rows: PublishedRows): Rows {
  const byDocument: Rows = new Map();
  const add = (name: string, document: string | null | undefined, row: unknown) => {
    if (document === null || document === undefined) return;
    const lists = byDocument.get(document) ?? [];
    byDocument.set(document, lists);
    const list = lists.find((known) => known.name === name);
    if (list) list.rows.push(row);
    else lists.push({ name, rows: [row] });
  };
  const owners = (pairs: readonly (readonly [string, string])[]) => new Map(pairs);
  const tables = owners(rows.tables.map((table) => [table.table_id, table.document_id]));
  const projects = owners(rows.projects.map((project) => [project.project_id, project.document_id]));
  const lines = owners(rows.lines.map((line) => [line.line_id, line.document_id]));
  for (const row of rows.captures) add('captures', row.document_id, row);
  for (const name of BY_DOCUMENT) for (const row of rows[name]) add(name, row.document_id, row);
  for (const name of BY_TABLE) for (const row of rows[name]) add(name, tables.get(row.table_id), row);
  for (const name of BY_PROJECT) for (const row of rows[name]) add(name, projects.get(row.project_id), row);
  for (const name of BY_LINE) for (const row of rows[name]) add(name, lines.get(row.line_id), row);
  return byDocument;
}

/** The normalized JSON of one document in pieces: the row of `documents` under `document`, then each table that has rows of it, one row a line. */
export function* documentJson(
  document: PublishedRows['documents'][number],
  lists: readonly { name: string; rows: unknown[] }[],
): Iterable<string> {
  yield `{"document":${JSON.stringify(document)}`;
  for (const { name, rows } of lists) {
    yield `,\n${JSON.stringify(name)}:[`;
    for (const [index, row] of rows.entries()) yield `${index === 0 ? '' : ','}\n${JSON.stringify(row)}`;
    yield '\n]';
  }
  yield '}\n';
}
