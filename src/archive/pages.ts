import { z } from 'zod';
import { zDiagnostic } from '../model/diagnostic.js';
import { type Catalogue, jsonColumn } from './catalogue.js';

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

/** The pages that discovery walks through: kept so that an unchanged one need not be sent again. */
export class Pages {
  constructor(private readonly catalogue: Catalogue) {}

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

  /** The expansion of a page in a run; undefined where it has not been reached that way. */
  async expansion(run: number, url: string, variant: string): Promise<Expansion | undefined> {
    const sql = 'SELECT url, variant, depth, result, run FROM expansions WHERE url = ? AND variant = ? AND run = ?';
    return this.catalogue.first(zExpansion, sql, url, variant, run);
  }

  /** Keeps an expansion in place of the one before. */
  async recordExpansion({ url, variant, depth, result, run }: Expansion): Promise<void> {
    const sql = 'INSERT OR REPLACE INTO expansions (url, variant, depth, result, run) VALUES (?, ?, ?, ?, ?)';
    this.catalogue.run(sql, url, variant, depth, result, run);
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

  /** The pages asked for in a run, in the order of their URLs. */
  async ofRun(run: number): Promise<ArchivedPage[]> {
    return this.catalogue.all(zPage, `SELECT ${COLUMNS} FROM pages WHERE checked_run = ? ORDER BY url`, run);
  }
}
