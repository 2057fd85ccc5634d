import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StateDatabase } from '../storage/index.js';

const zText = z.object({ row: z.string() });

/** What a harvest leaves, a text a row; each statement takes the run. Of the run itself only whether it has seen a row counts: an unchanged source then gives the same in every run. */
const HARVESTED: readonly string[] = [
  `SELECT json_array(url, document_id, file_name, content_type, fetched_at, status, etag, last_modified, changed, diagnostics, first_run, checked_run = ?) AS row
    FROM captures ORDER BY url, id`,
  `SELECT json_array(url, parent_url, candidate) AS row FROM links WHERE seen_run <= ? ORDER BY url, parent_url`,
  `SELECT json_array(url, final_url, status, diagnostics) AS row FROM pages WHERE checked_run = ? ORDER BY url`,
  `SELECT json_array(url, variant, result, run = ?) AS row FROM expansions ORDER BY url, variant`,
];

/** Stands for all that a run harvested: equal only where the stages after it read the same of every row. Takes some 10 µs a row. */
export function harvestDigest(catalogue: StateDatabase, run: number): string {
  const hash = createHash('sha256');
  for (const sql of HARVESTED) {
    hash.update('\u001d');
    for (const { row } of catalogue.each(zText, sql, run)) hash.update(row).update('\u001e');
  }
  return hash.digest('hex');
}
