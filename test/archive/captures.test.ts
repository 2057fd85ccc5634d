import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, type NewCapture, openArchive } from '../../src/archive/index.js';

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-archive-'));
  archive = await openArchive(folder);
});
afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

const url = 'https://example.org/2024.pdf';
const capture = (facts: Partial<NewCapture> = {}): NewCapture => ({
  url,
  document_id: 'a'.repeat(64),
  file_name: '2024.pdf',
  content_type: 'application/pdf',
  fetched_at: '2024-02-01T00:00:00.000Z',
  status: 'ok',
  etag: '"1"',
  last_modified: null,
  diagnostics: [],
  ...facts,
});
const failure = () => capture({ document_id: null, fetched_at: null, status: 'failed: http_404' });

describe('captures', () => {
  it('are kept with the run that found them', async () => {
    await archive.captures.record(1, capture(), 10);
    expect(await archive.captures.all()).toEqual([{ ...capture(), changed: null, first_run: 1, checked_run: 1 }]);
  });

  it('are no new ones when the same document comes back', async () => {
    await archive.captures.record(1, capture(), 10);
    await archive.captures.record(2, capture({ fetched_at: '2025-02-01T00:00:00.000Z', etag: '"2"' }), 10);
    expect(await archive.captures.all()).toEqual([{ ...capture({ etag: '"2"' }), changed: 'transport', first_run: 1, checked_run: 2 }]);
  });

  it('keep both versions of a document that changed', async () => {
    await archive.captures.record(1, capture(), 10);
    await archive.captures.record(2, capture({ document_id: 'b'.repeat(64) }), 11);
    const all = await archive.captures.all();
    expect(all.map((one) => [one.document_id?.[0], one.changed])).toEqual([
      ['a', null],
      ['b', 'bytes'],
    ]);
  });

  it('are marked as checked when the server says that nothing has changed', async () => {
    await archive.captures.record(1, capture(), 10);
    await archive.captures.markUnchanged(2, await archive.captures.latest(url));
    expect((await archive.captures.latest(url)).capture?.checked_run).toBe(2);
  });

  it('keep the document of a URL that now fails', async () => {
    await archive.captures.record(1, capture(), 10);
    await archive.captures.record(2, failure(), null);
    expect((await archive.captures.all()).map((one) => one.status)).toEqual(['ok', 'failed: http_404']);
  });

  it('forget a failure when the URL answers again', async () => {
    await archive.captures.record(1, failure(), null);
    await archive.captures.record(2, capture(), 10);
    expect((await archive.captures.all()).map((one) => one.status)).toEqual(['ok']);
  });

  it('keep one failure however often it happens', async () => {
    await archive.captures.record(1, failure(), null);
    await archive.captures.record(2, failure(), null);
    expect(await archive.captures.all()).toHaveLength(1);
  });

  it('keep the size of each document', async () => {
    await archive.captures.record(1, capture(), 10);
    expect(await archive.captures.documentSizes()).toEqual(new Map([['a'.repeat(64), 10]]));
  });

  it('keep the evidence of every page that links to a document', async () => {
    const candidate = { url, file_name: '2024.pdf', heading: null, listed_date: null, score: 1, score_reasons: [] };
    const links = ['p', 'q'].map((parent_url) => ({ url, candidate: { ...candidate, link_text: `from ${parent_url}`, parent_url } }));
    await archive.captures.recordLinks(1, links);
    await archive.captures.recordLinks(2, links.slice(0, 1));
    expect((await archive.captures.links()).map((link) => [link.candidate.link_text, link.seen_run])).toEqual([
      ['from p', 2],
      ['from q', 1],
    ]);
  });
});
