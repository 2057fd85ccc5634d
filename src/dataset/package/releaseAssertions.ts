import type { VersionContent } from './versionHistory.js';

/** What a new version must keep of the last one, as shares from 0 to 1. */
export interface ReleaseLimits {
  /** Rows of each table that holds printed data, against the last version. */
  rows: number;
  /** Documents, against the last version. */
  documents: number;
  /** Least share of lines with an amount that is not zero which are proved. */
  proved: number;
  /** By how much that share may fall from one version to the next. */
  provedLoss: number;
}

/** Tables whose rows state something printed: fewer of them is a loss. */
const PRINTED_TABLES = ['documents', 'tables', 'lines', 'figures', 'projects', 'statements', 'sections'] as const;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Why a version must not be published, in words; nothing where it may. `before` is the last published version. */
export function failedAssertions(after: VersionContent, before: VersionContent | undefined, limits: ReleaseLimits): string[] {
  const share = (content: VersionContent) => (content.valued === 0 ? 1 : content.proved / content.valued);
  const failures: string[] = [];
  if (share(after) < limits.proved)
    failures.push(`${percent(share(after))} of the lines with an amount are proved, expected at least ${percent(limits.proved)}`);
  if (before === undefined) return failures;
  if (share(before) - share(after) > limits.provedLoss)
    failures.push(
      `the share of proved lines fell from ${percent(share(before))} to ${percent(share(after))}, by more than ${percent(limits.provedLoss)}`,
    );
  const kept = after.documents.length < before.documents.length * limits.documents;
  if (kept)
    failures.push(
      `${after.documents.length} documents, the last version had ${before.documents.length}: fewer than ${percent(limits.documents)}`,
    );
  for (const table of PRINTED_TABLES) {
    const [was, is] = [before.rowCounts[table] ?? 0, after.rowCounts[table] ?? 0];
    if (is < was * limits.rows) failures.push(`${is} rows in ${table}, the last version had ${was}: fewer than ${percent(limits.rows)}`);
  }
  return failures;
}
