import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Captures } from './captures.js';
import { Catalogue } from './catalogue.js';
import { Originals } from './originals.js';
import { Pages } from './pages.js';
import { Releases } from './releases.js';
import { Results } from './results.js';
import { Runs } from './runs.js';

/** What was fetched and what was made of it. Each part is asynchronous, so that another engine can stand behind it. */
export interface Archive {
  originals: Originals;
  captures: Captures;
  pages: Pages;
  results: Results;
  runs: Runs;
  releases: Releases;
  close(): Promise<void>;
}

/** The SQLite file inside a state folder that holds the catalogue; the queue may live in the same file, so that their commits keep one order. */
export const CATALOGUE_FILE = 'state.sqlite';

/** Opens the archive in a folder (made if absent): `originals/` and the catalogue. Throws if it cannot be written. */
export async function openArchive(folder: string): Promise<Archive> {
  const originals = path.join(folder, 'originals');
  await mkdir(originals, { recursive: true });
  const catalogue = new Catalogue(path.join(folder, CATALOGUE_FILE));
  return {
    originals: new Originals(originals),
    captures: new Captures(catalogue),
    pages: new Pages(catalogue),
    results: new Results(catalogue),
    runs: new Runs(catalogue),
    releases: new Releases(catalogue, path.join(folder, 'releases')),
    close: async () => catalogue.close(),
  };
}
