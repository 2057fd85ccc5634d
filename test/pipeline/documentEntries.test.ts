import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture, Link } from '../../src/archive/index.js';
import { bestLinks, currentDocuments, documentEntries } from '../../src/pipeline/documentEntries.js';

const capture = (url: string, document_id: string | null, first_run = 1, file_name: string | null = null): Capture => ({
  url,
  document_id,
  file_name,
  content_type: null,
  fetched_at: null,
  status: 'ok',
  etag: null,
  last_modified: null,
  changed: null,
  diagnostics: [],
  first_run,
  checked_run: first_run,
});
const link = (url: string, parent_url: string, score: number, file_name = url): Link => ({
  url,
  seen_run: 1,
  candidate: { url, file_name, link_text: null, heading: null, listed_date: null, parent_url, score, score_reasons: [] },
});

describe('the documents of an archive', () => {
  it('are listed once, in the order of their ids', () => {
    const captures = [capture('x', 'b'), capture('y', 'a'), capture('z', 'b')];
    expect(documentEntries(captures, []).map((entry) => entry.document_id)).toEqual(['a', 'b']);
  });

  it('do not include captures that gave none', () => {
    expect(documentEntries([capture('x', null)], [])).toEqual([]);
  });

  it('have the name that came with the bytes', () => {
    expect(documentEntries([capture('x', 'a', 1, 'sent.pdf')], [link('x', 'p', 1, 'linked.pdf')])[0]?.file_name).toBe('sent.pdf');
  });

  it('have the name of the best link where none came with the bytes', () => {
    const links = [link('x', 'p', 1, 'poor.pdf'), link('x', 'q', 2, 'good.pdf')];
    expect(documentEntries([capture('x', 'a')], links)[0]?.file_name).toBe('good.pdf');
  });

  it('keep the name of the first run when other URLs give the same bytes later', () => {
    const captures = [capture('a-later-url', 'd', 2, 'later.pdf'), capture('url', 'd', 1, 'first.pdf')];
    expect(documentEntries(captures, [])[0]?.file_name).toBe('first.pdf');
  });
});

describe('the best link of a URL', () => {
  it('is the first parent page of equal ones', () => {
    expect(bestLinks([link('x', 'p', 2), link('x', 'q', 2)]).get('x')?.parent_url).toBe('p');
  });

  it('has the highest score', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 1 }), (scores) => {
        const links = scores.map((score, index) => link('x', String(index), score));
        expect(bestLinks(links).get('x')?.score).toBe(Math.max(...scores));
      }),
    );
  });
});

describe('the current documents', () => {
  it('are the latest at their URL', () => {
    expect(currentDocuments([capture('x', 'old'), capture('x', 'new', 2)])).toEqual(new Set(['new']));
  });

  it('include one that was replaced at one URL but not at another', () => {
    expect(currentDocuments([capture('x', 'old'), capture('x', 'new', 2), capture('y', 'old')])).toEqual(new Set(['new', 'old']));
  });

  it('include the one that now cannot be fetched', () => {
    expect(currentDocuments([capture('x', 'old'), capture('x', null, 2)])).toEqual(new Set(['old']));
  });
});
