import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  FIRST_VERSION,
  failedAssertions,
  nextVersion,
  type PackageInfo,
  type Release,
  type VersionContent,
  versionChanges,
  versionContent,
  zVersionChanges,
  zVersionContent,
} from '../dataset/index.js';
import type { PublishedRows } from '../model/index.js';
import type { Pipeline } from './description.js';
import type { StageContext } from './stageContext.js';

const zReleaseFacts = z.object({
  created: z.string().nullable(),
  changes: zVersionChanges.nullable(),
  forced: z.array(z.string()),
});

/** A version about to be published, or refused. */
export interface PlannedRelease {
  info: PackageInfo;
  /** All versions, this one last. */
  history: Release[];
  content: VersionContent;
  contentHash: string;
  /** Why it must not be published; published all the same where the run is forced. */
  failures: string[];
}

/** The version that these rows make: the one that is kept already where it holds the same, else the next by the rule of `nextVersion`. */
export async function planRelease(rows: PublishedRows, { pipeline, archive, force }: StageContext): Promise<PlannedRelease> {
  const described = describePackage(rows, pipeline);
  const contentHash = hashOfContent([described, pipeline.release.spreadsheet], rows);
  const content = versionContent(rows);
  const stored = await archive.releases.all();
  const history = stored.map(({ version, facts }) => ({ version, ...zReleaseFacts.parse(facts) }));
  const [last, lastFacts] = [stored.at(-1), history.at(-1)];
  if (last !== undefined && lastFacts !== undefined && last.contentHash === contentHash) {
    const info = { ...described, version: last.version, forced: lastFacts.forced };
    return { info, history, content, contentHash, failures: lastFacts.forced };
  }
  const before = last === undefined ? undefined : await archive.releases.content(last.version, zVersionContent);
  const { rows: keptRows, documents, proved, proved_loss } = pipeline.release;
  const failures = failedAssertions(content, before, { rows: keptRows, documents, proved, provedLoss: proved_loss });
  const changes = before === undefined ? null : versionChanges(before, content);
  const version = last === undefined || changes === null ? FIRST_VERSION : nextVersion(last.version, changes);
  const forced = force ? failures : [];
  const release = { version, created: described.created, changes, forced };
  return { info: { ...described, version, forced }, history: [...history, release], content, contentHash, failures };
}

/** What is said of the dataset as a whole, but its version. */
function describePackage({ captures }: PublishedRows, { name, title, source }: Pipeline): Omit<PackageInfo, 'version' | 'forced'> {
  const times = captures.flatMap(({ fetched_at }) => (fetched_at === null ? [] : [fetched_at])).sort();
  const documents = new Set(captures.flatMap(({ document_id }) => (document_id === null ? [] : [document_id]))).size;
  const { publisher } = source;
  const pages = source.type === 'web' ? source.start.map(({ url }) => url) : [null];
  return {
    name,
    title,
    publisher:
      publisher === undefined
        ? null
        : {
            name: publisher.name,
            ...(publisher.url === undefined ? {} : { url: publisher.url }),
            ...(publisher.division_code === undefined ? {} : { division_code: publisher.division_code }),
          },
    licence: publisher?.licence ?? null,
    sources: pages.map((path) => ({
      title: publisher?.name ?? title,
      path,
      first_fetched_at: times[0] ?? null,
      last_fetched_at: times.at(-1) ?? null,
      documents,
    })),
    created: times.at(-1) ?? null,
  };
}

/** Stands for all that a dataset says: its description, its editions and every row. */
function hashOfContent(description: unknown, rows: PublishedRows): string {
  const hash = createHash('sha256').update(JSON.stringify(description));
  for (const [name, table] of Object.entries(rows)) {
    hash.update(name);
    for (const row of table) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
