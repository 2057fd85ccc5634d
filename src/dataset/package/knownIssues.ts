import type { PublishedRows } from '../../model/index.js';
import { groupBy } from '../groupBy.js';

/** Examples shown of one kind of issue. */
const EXAMPLES = 5;

/** `KNOWN_ISSUES.md`: what a reader must know before trusting the dataset: documents not read, numbers held back, sums that fail, what was found wrong. */
export function knownIssues(rows: PublishedRows): string {
  const unread = rows.documents.filter((document) => document.status !== 'read');
  const failing = rows.checks.filter((check) => check.outcome === 'fails');
  const problems = rows.diagnostics.filter((diagnostic) => diagnostic.severity !== 'info');
  const unknown = rows.tables.filter((table) => table.kind === 'unknown');
  return [
    '# Known issues',
    '',
    ...section(
      'Documents that could not be read',
      'none of their figures is in the dataset',
      unread.map(({ file_name, status, reasons }) => `${file_name}: ${status}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`),
    ),
    ...section(
      'Printed numbers held back',
      'rows of `quarantine`, by reason',
      counted(
        rows.quarantine,
        (row) => row.reason_code,
        ({ printed, detail }) => `«${printed}» ${detail}`,
      ),
    ),
    ...section(
      'Identities that fail',
      'rows of `checks` with outcome `fails`, by rule: the document is wrong, or we read it wrongly',
      counted(
        failing,
        (row) => row.rule,
        ({ message }) => message,
      ),
    ),
    ...section(
      'Tables not understood',
      'kept whole in `cells` and `raw/`, without lines of a kind',
      unknown.map(({ table_id, title }) => `${title ?? 'no title'} (${table_id})`),
    ),
    ...section(
      'What stages found wrong',
      'errors and warnings of `diagnostics`, by code',
      counted(
        problems,
        (row) => `${row.stage} ${row.code}`,
        ({ message }) => message,
      ),
    ),
  ].join('\n');
}

/** A list under a heading, or the word that there is nothing. Long lists are cut with their number. */
function section(title: string, meaning: string, items: readonly string[]): string[] {
  const most = 200;
  const rest = items.length - most;
  const list = items.slice(0, most).map((item) => `- ${item.replaceAll('\n', ' ')}`);
  return [
    `## ${title}`,
    '',
    `(${meaning})`,
    '',
    ...(items.length === 0 ? ['None.'] : list),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
    '',
  ];
}

/** Rows by a key, the most frequent first, with their number and some examples. */
function counted<T>(rows: readonly T[], keyOf: (row: T) => string, example: (row: T) => string): string[] {
  const groups = [...groupBy(rows, keyOf)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return groups.flatMap(([key, group]) => [
    `**${key}**: ${group.length}`,
    ...group.slice(0, EXAMPLES).map((row) => `  - ${example(row).slice(0, 400)}`),
  ]);
}
