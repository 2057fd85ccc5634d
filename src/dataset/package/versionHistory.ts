import { z } from 'zod';
import { PUBLISHED_TABLE_NAMES, type PublishedRows } from '../../model/index.js';
import { describedColumns } from '../describedColumns.js';

/** What a published version is compared by with the next. */
export const zVersionContent = z.object({
  /** `table.column: type` of every column. */
  columns: z.array(z.string()),
  rowCounts: z.record(z.string(), z.number().int()),
  /** Lines with a value that is not zero, and those of them that are proved. */
  valued: z.number().int(),
  proved: z.number().int(),
  documents: z.array(z.string()),
  /** Amount in yuan of every figure by its id, with the line that it comes from. */
  figures: z.record(z.string(), z.object({ amount: z.string(), line_id: z.string() })),
});
export type VersionContent = z.infer<typeof zVersionContent>;

const zFigureChange = z.object({ figure_id: z.string(), line_id: z.string(), before: z.string(), after: z.string() });

/** What is different in a version. */
export const zVersionChanges = z.object({
  columns: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  documents: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  figures: z.object({ added: z.number().int(), removed: z.number().int(), changed: z.array(zFigureChange) }),
});
export type VersionChanges = z.infer<typeof zVersionChanges>;

/** What of a dataset is remembered for the comparison with the next version. */
export function versionContent(rows: PublishedRows): VersionContent {
  const valued = rows.lines.filter((line) => line.amount !== null && line.amount !== '0');
  return {
    columns: PUBLISHED_TABLE_NAMES.flatMap((name) =>
      describedColumns(name).map(
        (column) => `${name}.${column.name}: ${column.decimal ? 'decimal' : column.type}${column.separator === null ? '' : ' list'}`,
      ),
    ),
    rowCounts: Object.fromEntries(PUBLISHED_TABLE_NAMES.map((name) => [name, rows[name].length])),
    valued: valued.length,
    proved: valued.filter((line) => line.proof === 'proved').length,
    documents: rows.documents.map((document) => document.document_id),
    figures: Object.fromEntries(rows.figures.map(({ figure_id, amount, line_id }) => [figure_id, { amount, line_id }])),
  };
}

/** Items of one list that another does not have. */
function missingIn(items: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return items.filter((item) => !known.has(item));
}

/** The difference between two versions. */
export function versionChanges(before: VersionContent, after: VersionContent): VersionChanges {
  const ids = (content: VersionContent) => Object.keys(content.figures);
  const changed = Object.entries(after.figures).flatMap(([figure_id, { amount, line_id }]) => {
    const old = before.figures[figure_id];
    return old === undefined || old.amount === amount ? [] : [{ figure_id, line_id, before: old.amount, after: amount }];
  });
  const difference = (was: readonly string[], is: readonly string[]) => ({ added: missingIn(is, was), removed: missingIn(was, is) });
  const figures = difference(ids(before), ids(after));
  return {
    columns: difference(before.columns, after.columns),
    documents: difference(before.documents, after.documents),
    figures: { added: figures.added.length, removed: figures.removed.length, changed },
  };
}

/** The first version of a dataset. */
export const FIRST_VERSION = '1.0.0';

/**
 * The number of the next version: major where columns changed, minor where documents or figures came or went, patch where anything else did (a changed
 * figure, its proof, a diagnostic). The rule is that of the Data Package recipe for data versions.
 */
export function nextVersion(version: string, { columns, documents, figures }: VersionChanges): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (columns.added.length + columns.removed.length > 0) return `${major + 1}.0.0`;
  if (documents.added.length + documents.removed.length + figures.added + figures.removed > 0) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}
