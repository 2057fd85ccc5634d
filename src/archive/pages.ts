import { z } from 'zod';
import { zDiagnostic } from '../model/diagnostic.js';
import { type Catalogue, jsonColumn } from './catalogue.js';

const zPage = z.object({
  url: z.string(),
  /** sha256 of the page as last fetched; null where it never came. */
  original: z.string().nullable(),
  final_url: z.string(),
  content_type: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  status: z.string(),
  diagnostics: jsonColumn(z.array(zDiagnostic)),
  checked_run: z.number().int(),
});
/** A page that leads to documents, as it was when last asked for. */
export type ArchivedPage = z.infer<typeof zPage>;
const COLUMNS = 'url, original, final_url, content_type, etag, last_modified, status, diagnostics, checked_run';

/** The pages that discovery walks through: kept so that an unchanged one need not be sent again. */
export class Pages {
  constructor(private readonly catalogue: Catalogue) {}

  async get(url: string): Promise<ArchivedPage | undefined> {
    return this.catalogue.first(zPage, `SELECT ${COLUMNS} FROM pages WHERE url = ?`, url);
  }

  async put(page: ArchivedPage): Promise<void> {
    const sql = `INSERT OR REPLACE INTO pages (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const { url, original, final_url, content_type, etag, last_modified, status, diagnostics, checked_run } = page;
    this.catalogue.run(sql, url, original, final_url, content_type, etag, last_modified, status, JSON.stringify(diagnostics), checked_run);
  }

  /** The pages asked for in a run, in the order of their URLs. */
  async ofRun(run: number): Promise<ArchivedPage[]> {
    return this.catalogue.all(zPage, `SELECT ${COLUMNS} FROM pages WHERE checked_run = ? ORDER BY url`, run);
  }
}
