import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase, type StateDatabase } from '../storage/index.js';
import { Captures } from './captures.js';
import { CATALOGUE_SCHEMA } from './catalogueSchema.js';
import { harvestDigest } from './harvestDigest.js';
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
  /** Stands for all that a run harvested: equal only where the stages after it read the same. Takes some 10 µs a row of the catalogue. */
  harvestDigest(run: number): Promise<string>;
  close(): Promise<void>;
}

/** The SQLite file inside a state folder that holds the catalogue; the queue may live in the same file, so that their commits keep one order. */
export const CATALOGUE_FILE = 'state.sqlite';

/**
 * Opens the archive in a folder (made if absent): `originals/` and the catalogue, in a database of its own or in the one given, which whoever opened it closes.
 * What a group of the database refers to is on the disk before the group is committed. Throws if it cannot be written.
 */
export async function openArchive(folder: string, shared?: StateDatabase): Promise<Archive> {
  const originals = path.join(folder, 'originals');
  await mkdir(originals, { recursive: true });
  const catalogue = shared ?? openDatabase(path.join(folder, CATALOGUE_FILE));
  catalogue.define(CATALOGUE_SCHEMA);
  const kept = new Originals(originals);
  catalogue.beforeCommit({ isOpen: () => kept.unflushed, run: () => kept.flush() });
  return {
    originals: kept,
    captures: new Captures(catalogue),
    pages: new Pages(catalogue),
    results: new Results(catalogue),
    runs: new Runs(catalogue),
    releases: new Releases(catalogue, path.join(folder, 'releases')),
    harvestDigest: async (run) => harvestDigest(catalogue, run),
    close: async () => {
      await kept.flush();
      if (shared === undefined) await catalogue.close();
    },
  };
}
