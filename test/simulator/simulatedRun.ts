import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';

/** The folders of one simulated harvest. */
export interface HarvestFolders {
  file: string;
  state: string;
  output: string;
}

/** Writes the pipeline of a simulated site into a folder. */
export function simulatedPipeline(folder: string, url: string, rate = { requests_per_second: 1000, concurrency: 16 }): HarvestFolders {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'p.yaml');
  const source = { type: 'web', start: [{ url: `${url}/` }], allow_private: true, rate, max_pages: 2_000_000 };
  writeFileSync(file, JSON.stringify({ name: 'simulated', title: 'simulated', source: { ...source, limits: { timeout_seconds: 5 } } }));
  return { file, state: path.join(folder, 'state'), output: path.join(folder, 'output') };
}

const zRow = z.object({ url: z.string(), document_id: z.string(), count: z.number() });

/** What the archive holds of the site: path -> sha256 of the latest document; throws where a URL has the same document twice. */
export function archivedDocuments({ state }: HarvestFolders): Map<string, string> {
  const database = new Database(path.join(state, 'state.sqlite'), { readonly: true });
  try {
    const sql = `SELECT url, document_id, (SELECT count(*) FROM captures AS same WHERE same.url = captures.url AND same.document_id = captures.document_id) AS count
      FROM captures WHERE document_id IS NOT NULL ORDER BY id`;
    const documents = new Map<string, string>();
    for (const { url, document_id, count } of z.array(zRow).parse(database.prepare(sql).all())) {
      if (count !== 1) throw new Error(`${url} has document ${document_id} ${count} times`);
      const { pathname, search } = new URL(url);
      documents.set(pathname + search, document_id);
    }
    return documents;
  } finally {
    database.close();
  }
}

const zFound = z.object({ url: z.string() });

/** The paths of the documents that the last run found: those of others are told as gone. */
export function foundDocuments({ state }: HarvestFolders): Set<string> {
  const database = new Database(path.join(state, 'state.sqlite'), { readonly: true });
  try {
    const sql = 'SELECT url FROM captures WHERE document_id IS NOT NULL AND checked_run = (SELECT max(run) FROM runs)';
    const urls = z.array(zFound).parse(database.prepare(sql).all());
    return new Set(urls.map(({ url }) => new URL(url).pathname + new URL(url).search));
  } finally {
    database.close();
  }
}

/** The sha256 of every original that lies under another name than its sha256, or under a name for the time being. */
export function damagedOriginals({ state }: HarvestFolders): string[] {
  const folder = path.join(state, 'originals');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter(
      (name) =>
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex') !== name.replace(path.sep, ''),
    );
}
