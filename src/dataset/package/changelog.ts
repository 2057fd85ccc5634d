import type { VersionChanges } from './versionHistory.js';

/** A published version with what was new in it; `changes` is null for the first. */
export interface Release {
  version: string;
  /** The time of its newest capture; null where nothing was fetched over the network. */
  created: string | null;
  changes: VersionChanges | null;
  forced: readonly string[];
}

/** Changed figures and documents named one by one; the rest is counted. */
const NAMED = 50;

/** `CHANGELOG.md`: the versions of a dataset, the newest first. */
export function changelog(releases: readonly Release[]): string {
  const sections = [...releases]
    .reverse()
    .flatMap((release) => [heading(release), '', ...forced(release), ...entries(release.changes), '']);
  return ['# Changelog', '', RULE, '', ...sections].join('\n');
}

const RULE =
  'Versions: the first number changes with the columns, the second where documents or figures are added or removed, the third where a figure or anything else is corrected.';

function heading({ version, created }: Release): string {
  return created === null ? `## ${version}` : `## ${version} (captures up to ${created})`;
}

function forced(release: Release): string[] {
  return release.forced.map((reason) => `- **Published by force**: ${reason}`);
}

function entries(changes: VersionChanges | null): string[] {
  if (changes === null) return ['- First version.'];
  const { columns, documents, figures } = changes;
  const lines = [
    ...columns.added.map((column) => `- Column added: \`${column}\``),
    ...columns.removed.map((column) => `- Column removed: \`${column}\``),
    ...named('Document added', documents.added),
    ...named('Document no longer published', documents.removed),
    ...(figures.added > 0 ? [`- Figures added: ${figures.added}`] : []),
    ...(figures.removed > 0 ? [`- Figures no longer published: ${figures.removed}`] : []),
    ...named(
      'Figure changed',
      figures.changed.map(({ line_id, before, after }) => `${before} → ${after} yuan (line ${line_id})`),
    ),
  ];
  return lines.length > 0 ? lines : ['- No figure changed: proofs, places or diagnostics did.'];
}

function named(what: string, items: readonly string[]): string[] {
  const rest = items.length - NAMED;
  return [...items.slice(0, NAMED).map((item) => `- ${what}: ${item}`), ...(rest > 0 ? [`- … and ${rest} more of this kind`] : [])];
}
