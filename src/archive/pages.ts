import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { zDiagnostic } from '../model/diagnostic.js';
import { jsonColumn, type StateDatabase } from '../storage/index.js';
import { type FailureCount, zFailureCount } from './captures.js';

const zPage = z.object({
  url: z.string(),
  /** sha256 of the page as last fetched; null where it never came. */
  original: z.string().nullable(),
  final_url: z.string(),
  content_type: z.string().nullable(),
  fetched_at: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  status: z.string(),
  diagnostics: jsonColumn(z.array(zDiagnostic)),
  checked_run: z.number().int(),
});
/** A page that leads to documents, as it was when last asked for. */
export type ArchivedPage = z.infer<typeof zPage>;
const COLUMNS = 'url, original, final_url, content_type, fetched_at, etag, last_modified, status, diagnostics, checked_run';

const zExpansion = z.object({ url: z.string(), variant: z.string(), depth: z.number().int(), result: z.string(), run: z.number().int() });
/** That a page's links were followed in a run. `variant` stands for what the link to it said, `depth` is the least at which it was reached. */
export type Expansion = z.infer<typeof zExpansion>;

const zOutcome = z.object({ url: z.string(), result: z.string(), summary: z.union([z.null(), jsonColumn(z.unknown())]) });
/** An expansion with the summary of its result; null where the result is not there. */
export type ExpansionOutcome = z.infer<typeof zOutcome>;

const zCount = z.object({ count: z.number().int() });
const zKey = z.object({ sha256: z.string() });
const zBody = z.object({ body: z.instanceof(Uint8Array) });
const zYield = z.object({ url: z.string(), before: z.number().int() });
/** A page and how many links the run before found on it. */
export type Yield = z.infer<typeof zYield>;
/** Most pages are of a few KiB: a window and tables of their size are set up in half the time of the usual ones. */
const PACKING = { level: 1, windowBits: 13, memLevel: 6, chunkSize: 8_192 };
/** In one run the most of all variants counts; the first of a new run moves the count of the last one aside. */
const KEEP_YIELD = `
  INSERT INTO yields (url, run, links, before) VALUES (?, ?, ?, 0)
  ON CONFLICT (url) DO UPDATE SET
    before = CASE WHEN run = excluded.run THEN before ELSE links END,
    links = CASE WHEN run = excluded.run THEN max(links, excluded.links) ELSE excluded.links END,
    run = excluded.run
`;

/** The pages that discovery walks through: kept so that an unchanged one need not be sent again. */
export class Pages {
  constructor(private readonly catalogue: StateDatabase) {}

  async get(url: string): Promise<ArchivedPage | undefined> {
    return this.catalogue.first(zPage, `SELECT ${COLUMNS} FROM pages WHERE url = ?`, url);
  }

  async put(page: ArchivedPage): Promise<void> {
    const sql = `INSERT OR REPLACE INTO pages (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const { url, original, final_url, content_type, fetched_at, etag, last_modified, status, diagnostics, checked_run } = page;
    this.catalogue.run(
      sql,
      url,
      original,
      final_url,
      content_type,
      fetched_at,
      etag,
      last_modified,
      status,
      JSON.stringify(diagnostics),
      checked_run,
    );
  }

  /** Keeps the bytes of a page under their sha256, packed. Pages lie in the catalogue: they are many and small, and a file each costs more than the page. */
  async keepBody(sha256: string, body: Uint8Array): Promise<void> {
    this.catalogue.run('INSERT OR IGNORE INTO page_bodies (sha256, body) VALUES (?, ?)', sha256, deflateRawSync(body, PACKING));
  }

  async hasBody(sha256: string): Promise<boolean> {
    return this.catalogue.first(zKey, 'SELECT sha256 FROM page_bodies WHERE sha256 = ?', sha256) !== undefined;
  }

  /** The bytes of a page. Throws where they are not kept. */
  async body(sha256: string): Promise<Buffer> {
    const row = this.catalogue.first(zBody, 'SELECT body FROM page_bodies WHERE sha256 = ?', sha256);
    if (row === undefined) throw new Error(`the page ${sha256} is not in the archive`);
    return inflateRawSync(row.body);
  }

  /** The latest expansion of a page reached over such a link; undefined where it was never reached that way. */
  async expansion(url: string, variant: string): Promise<Expansion | undefined> {
    const sql = 'SELECT url, variant, depth, result, run FROM expansions WHERE url = ? AND variant = ?';
    return this.catalogue.first(zExpansion, sql, url, variant);
  }

  /** Keeps an expansion in place of the one before, and how many links it gave beside how many the run before gave. */
  async recordExpansion({ url, variant, depth, result, run }: Expansion, links: number): Promise<void> {
    this.catalogue.transaction(() => {
      const sql = 'INSERT OR REPLACE INTO expansions (url, variant, depth, result, run) VALUES (?, ?, ?, ?, ?)';
      this.catalogue.run(sql, url, variant, depth, result, run);
      this.catalogue.run(KEEP_YIELD, url, run, links);
    });
  }

  /** The pages that gave links in the run before and give none in this one, in the order of their URLs. */
  async lostYields(run: number): Promise<Yield[]> {
    return this.catalogue.all(zYield, 'SELECT url, before FROM yields WHERE run = ? AND links = 0 AND before > 0 ORDER BY url', run);
  }

  /** Whether the links of a page were followed in a run before this one. */
  async expandedBefore(run: number, url: string): Promise<boolean> {
    const sql = 'SELECT url, variant, depth, result, run FROM expansions WHERE url = ? AND run < ? LIMIT 1';
    return this.catalogue.first(zExpansion, sql, url, run) !== undefined;
  }

  /** Every expansion of a run, in the order of URL and variant. */
  async expansions(run: number): Promise<Expansion[]> {
    return this.catalogue.all(
      zExpansion,
      'SELECT url, variant, depth, result, run FROM expansions WHERE run = ? ORDER BY url, variant',
      run,
    );
  }

  /** The expansions of a run whose results hold errors or are not there, in the order of URL and variant. */
  async troubledExpansions(run: number): Promise<ExpansionOutcome[]> {
    const sql = `SELECT url, result, summary FROM expansions LEFT JOIN results ON key = result
      WHERE run = ? AND (key IS NULL OR json_extract(summary, '$.errors') <> '[]') ORDER BY url, variant`;
    return this.catalogue.all(zOutcome, sql, run);
  }

  /** How many pages did not come in a run, by status, most frequent first. */
  async failures(run: number): Promise<FailureCount[]> {
    const sql = `SELECT status, count(*) AS count FROM pages WHERE checked_run = ? AND status <> 'ok' GROUP BY status ORDER BY count DESC, status`;
    return this.catalogue.all(zFailureCount, sql, run);
  }

  /** The pages that did not come in a run, in the order of their URLs. */
  async failedOf(run: number): Promise<ArchivedPage[]> {
    return this.catalogue.all(zPage, `SELECT ${COLUMNS} FROM pages WHERE checked_run = ? AND status <> 'ok' ORDER BY url`, run);
  }

  /** How many pages were asked for in a run. */
  async countOf(run: number): Promise<number> {
    return this.catalogue.first(zCount, 'SELECT count(*) AS count FROM pages WHERE checked_run = ?', run)?.count ?? 0;
  }

  /** Marks a page as found unchanged in this run. */
  async markUnchanged(run: number, url: string): Promise<void> {
    this.catalogue.run('UPDATE pages SET checked_run = ? WHERE url = ?', run, url);
  }

  /** The pages asked for in a run, in the order of their URLs. */
  async ofRun(run: number): Promise<ArchivedPage[]> {
    return this.catalogue.all(zPage, `SELECT ${COLUMNS} FROM pages WHERE checked_run = ? ORDER BY url`, run);
  }
}
