import { z } from 'zod';
import { type Candidate, zCandidate } from '../model/capture.js';
import { type Diagnostic, zDiagnostic } from '../model/diagnostic.js';
import { jsonColumn, type StateDatabase } from '../storage/index.js';

const zChanged = z.enum(['transport', 'bytes', 'content']).nullable();

const zCapture = z.object({
  url: z.string(),
  document_id: z.string().nullable(),
  /** The name that came with the bytes: Content-Disposition or the file's own; null where only links name it. */
  file_name: z.string().nullable(),
  content_type: z.string().nullable(),
  fetched_at: z.string().nullable(),
  /** `ok`, or `failed: ` or `refused: ` and the stable code of why. */
  status: z.string(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  changed: zChanged,
  diagnostics: jsonColumn(z.array(zDiagnostic)),
  first_run: z.number().int(),
  checked_run: z.number().int(),
});
/** One state of one URL (or file of a folder) as it was found; found again unchanged, only `checked_run` moves. */
export type Capture = z.infer<typeof zCapture>;
export type NewCapture = Omit<Capture, 'changed' | 'first_run' | 'checked_run'>;

/** A document that came in an archive. */
export type Member = Pick<Capture, 'url'> & { document_id: string; file_name: string; bytes: number };

const zLink = z.object({ url: z.string(), candidate: jsonColumn(zCandidate), seen_run: z.number().int() });
export type Link = z.infer<typeof zLink>;

const zDocument = z.object({ document_id: z.string(), bytes: z.number().int() });
export const zFailureCount = z.object({ status: z.string(), count: z.number().int() });
const zCount = z.object({ count: z.number().int() });
export type FailureCount = z.infer<typeof zFailureCount>;
const zFirstRun = z.object({ document_id: z.string(), first_run: z.number().int() });
const COLUMNS =
  'url, document_id, file_name, content_type, fetched_at, status, etag, last_modified, changed, diagnostics, first_run, checked_run';
const LATEST = `SELECT id, ${COLUMNS} FROM captures WHERE url = ? ORDER BY id DESC LIMIT 1`;
/** A failure is replaced by the next answer, so that the second but latest capture is of a document. */
const LATEST_BUT_ONE = `${LATEST} OFFSET 1`;
const zCaptureRow = zCapture.extend({ id: z.number().int() });
type CaptureRow = z.infer<typeof zCaptureRow>;

/** The latest capture of a URL, and the latest that gave a document: another one where the URL has failed since. */
export interface LatestCaptures {
  capture: CaptureRow | undefined;
  document: CaptureRow | undefined;
}

/** What was fetched when, and the links that led there. */
export class Captures {
  constructor(private readonly catalogue: StateDatabase) {}

  /** The latest captures of a URL: the validators of the document are what a conditional request sends. */
  async latest(url: string): Promise<LatestCaptures> {
    return this.#latest(url);
  }

  /**
   * Keeps what a fetch found, with the size of the document it gave. The same document as the time before is no new capture: it is marked as
   * checked in this run, and its validators are replaced by the new ones. A failure is the present state of a URL, not part of its history:
   * it replaces the failure before and is forgotten when the URL answers again.
   */
  async record(run: number, capture: NewCapture, bytes: number | null): Promise<void> {
    this.catalogue.transaction(() => {
      if (capture.document_id !== null && bytes !== null) this.#recordDocument(run, capture, capture.document_id, bytes);
      else {
        this.#forgetFailure(this.#latest(capture.url));
        this.#insert(run, { ...capture, changed: null });
      }
    });
  }

  /**
   * Keeps the members of an archive as captures of their own, with the fetch time of the archive, and what is to be said of the archive itself. All or
   * nothing, so that a resumed run finds every member checked or none.
   */
  async recordMembers(run: number, archiveUrl: string, members: readonly Member[], diagnostics: readonly Diagnostic[]): Promise<void> {
    this.catalogue.transaction(() => {
      const whole = this.#latest(archiveUrl).document;
      if (whole === undefined) throw new Error(`${archiveUrl} has no document to unpack`);
      this.catalogue.run('UPDATE captures SET diagnostics = ? WHERE id = ?', JSON.stringify(diagnostics), whole.id);
      for (const { url, document_id, file_name, bytes } of members) {
        const capture = { ...whole, url, document_id, file_name, content_type: null, etag: null, last_modified: null, diagnostics: [] };
        this.#recordDocument(run, capture, document_id, bytes);
      }
    });
  }

  /** The failures of a run, in the order of URL. */
  async failedOf(run: number): Promise<Capture[]> {
    const sql = `SELECT ${COLUMNS} FROM captures WHERE document_id IS NULL AND checked_run = ? ORDER BY url, id`;
    return this.catalogue.all(zCapture, sql, run);
  }

  /** Marks the latest document of a URL as found unchanged in this run, and gives its capture; undefined where the URL has given none. `latest` is as `latest` gave it. */
  async markUnchanged(run: number, latest: LatestCaptures): Promise<Capture | undefined> {
    const { document } = latest;
    if (document === undefined) return undefined;
    const mark = () => this.catalogue.run('UPDATE captures SET checked_run = ? WHERE id = ?', run, document.id);
    if (latest.capture === document) mark();
    else
      this.catalogue.transaction(() => {
        this.#forgetFailure(latest);
        mark();
      });
    return { ...document, checked_run: run };
  }

  /** Every capture, in the order of URL and time. */
  async all(): Promise<Capture[]> {
    return this.catalogue.all(zCapture, `SELECT ${COLUMNS} FROM captures ORDER BY url, id`);
  }

  /** How many URLs could not be captured in a run, by status, most frequent first. */
  async failures(run: number): Promise<FailureCount[]> {
    const sql = `SELECT status, count(*) AS count FROM captures WHERE checked_run = ? AND document_id IS NULL GROUP BY status ORDER BY count DESC, status`;
    return this.catalogue.all(zFailureCount, sql, run);
  }

  /** How many documents the archive holds. */
  async countDocuments(): Promise<number> {
    return this.catalogue.first(zCount, 'SELECT count(*) AS count FROM documents')?.count ?? 0;
  }

  /** How many documents a run saw first. */
  async countNew(run: number): Promise<number> {
    return this.catalogue.first(zCount, 'SELECT count(*) AS count FROM documents WHERE first_run = ?', run)?.count ?? 0;
  }

  /** How many documents the source held in a run. */
  async countFound(run: number): Promise<number> {
    const sql = 'SELECT count(DISTINCT document_id) AS count FROM captures WHERE checked_run = ?';
    return this.catalogue.first(zCount, sql, run)?.count ?? 0;
  }

  /** The size of every document in bytes. */
  async documentSizes(): Promise<Map<string, number>> {
    const rows = this.catalogue.all(zDocument, 'SELECT document_id, bytes FROM documents ORDER BY document_id');
    return new Map(rows.map((row) => [row.document_id, row.bytes]));
  }

  /** The run that saw each document first. */
  async firstRuns(): Promise<Map<string, number>> {
    const rows = this.catalogue.all(zFirstRun, 'SELECT document_id, first_run FROM documents ORDER BY document_id');
    return new Map(rows.map((row) => [row.document_id, row.first_run]));
  }

  /** Keeps the evidence of links under the identity of their URL; the same link found again replaces what was kept of it. */
  async recordLinks(run: number, links: readonly { url: string; candidate: Candidate }[]): Promise<void> {
    const sql = 'INSERT OR REPLACE INTO links (url, parent_url, candidate, seen_run) VALUES (?, ?, ?, ?)';
    this.catalogue.transaction(() => {
      for (const { url, candidate } of links) this.catalogue.run(sql, url, candidate.parent_url ?? '', JSON.stringify(candidate), run);
    });
  }

  /** Every link, in the order of URL and parent page. */
  async links(): Promise<Link[]> {
    return this.catalogue.all(zLink, 'SELECT url, candidate, seen_run FROM links ORDER BY url, parent_url');
  }

  /** The links that a page gave in a run, in the order of their URLs. */
  async linksFrom(parentUrl: string, run: number): Promise<Link[]> {
    return this.catalogue.all(
      zLink,
      'SELECT url, candidate, seen_run FROM links WHERE parent_url = ? AND seen_run = ? ORDER BY url',
      parentUrl,
      run,
    );
  }

  #latest(url: string): LatestCaptures {
    const capture = this.catalogue.first(zCaptureRow, LATEST, url);
    return { capture, document: capture?.document_id === null ? this.catalogue.first(zCaptureRow, LATEST_BUT_ONE, url) : capture };
  }

  /** A failure is no part of the history of a URL. */
  #forgetFailure({ capture, document }: LatestCaptures): void {
    if (capture !== undefined && capture !== document) this.catalogue.run('DELETE FROM captures WHERE id = ?', capture.id);
  }

  /** Keeps a document found at a URL: a new capture, or the one before marked as found again. */
  #recordDocument(run: number, capture: NewCapture, document_id: string, bytes: number): void {
    const latest = this.#latest(capture.url);
    const before = latest.document;
    this.#forgetFailure(latest);
    if (before?.document_id === document_id) {
      this.#renew(run, before, capture);
      return;
    }
    const sql = 'INSERT OR IGNORE INTO documents (document_id, bytes, first_run) VALUES (?, ?, ?)';
    this.catalogue.run(sql, document_id, bytes, run);
    this.#insert(run, { ...capture, changed: before === undefined ? null : 'bytes' });
  }

  /** Marks a capture as found again in this run, with what the server says of it now. */
  #renew(run: number, before: CaptureRow, { etag, last_modified, content_type, file_name, diagnostics }: NewCapture): void {
    const sql =
      'UPDATE captures SET checked_run = ?, etag = ?, last_modified = ?, content_type = ?, file_name = ?, diagnostics = ?, changed = ? WHERE id = ?';
    const same = before.etag === etag && before.last_modified === last_modified && before.content_type === content_type;
    const changed = before.changed ?? (same ? null : 'transport');
    this.catalogue.run(sql, run, etag, last_modified, content_type, file_name, JSON.stringify(diagnostics), changed, before.id);
  }

  /** Adds a row to the history of a URL. */
  #insert(run: number, capture: NewCapture & { changed: Capture['changed'] }): void {
    const sql = `INSERT INTO captures (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const { url, document_id, file_name, content_type, fetched_at, status, etag, last_modified, changed, diagnostics } = capture;
    const values = [
      url,
      document_id,
      file_name,
      content_type,
      fetched_at,
      status,
      etag,
      last_modified,
      changed,
      JSON.stringify(diagnostics),
    ];
    this.catalogue.run(sql, ...values, run, run);
  }
}
