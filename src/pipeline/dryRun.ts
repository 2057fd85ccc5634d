import { discoverFolder, discoverPage } from '../discover/index.js';
import { createFetcher, fetcherSettings, urlIdentity } from '../fetch/index.js';
import type { Candidate, Diagnostic, PageLink, WebSource } from '../model/index.js';
import type { Pipeline } from './description.js';

/** What discovery would take from one page or folder. */
export interface DryPage {
  url: string;
  role: 'list' | 'article' | 'folder';
  candidates: Candidate[];
  /** Pages it leads to. */
  pages: PageLink[];
  diagnostics: Diagnostic[];
}

/**
 * Follows a source from its start as a run would, politely and without keeping anything, up to so many pages; documents are not asked for. Gives each page as it
 * is read, breadth first. Throws only where a folder source cannot be read.
 */
export async function* dryRun({ source }: Pipeline, mostPages: number, signal?: AbortSignal): AsyncGenerator<DryPage> {
  if (source.type === 'folder') {
    yield { url: '.', role: 'folder', ...(await discoverFolder(source)) };
    return;
  }
  const fetcher = createFetcher(fetcherSettings(source));
  try {
    const queue: PageLink[] = source.start.map(({ url, role }) => ({ url, role, link_text: null, listed_date: null }));
    const known = new Set(queue.map(({ url }) => urlIdentity(url)));
    for (let read = 0; read < mostPages; read += 1) {
      const link = queue.shift();
      if (link === undefined) return;
      const page = await readPage(link, source, (request) => fetcher.fetch({ ...request, signal }));
      signal?.throwIfAborted();
      yield page;
      for (const next of page.pages) {
        const identity = urlIdentity(next.url);
        if (!known.has(identity)) queue.push(next);
        known.add(identity);
      }
    }
  } finally {
    await fetcher.close();
  }
}

/** One page and what it gives; one that does not come has a diagnostic. */
async function readPage(
  link: PageLink,
  source: WebSource,
  ask: (request: { url: string }) => ReturnType<ReturnType<typeof createFetcher>['fetch']>,
): Promise<DryPage> {
  const { url, role, link_text, listed_date } = link;
  const answer = await ask({ url });
  if (answer.type === 'ok') {
    const fetched = { url: answer.finalUrl, body: answer.body, headers: answer.headers, role, from: { link_text, listed_date } };
    return { url, role, ...discoverPage(fetched, source) };
  }
  const [code, message] =
    answer.type === 'failed' ? [answer.code, answer.message] : ['not_modified_unasked', 'the server says “not modified”'];
  return { url, role, candidates: [], pages: [], diagnostics: [{ stage: 'discover', code, severity: 'error', place: {}, message }] };
}
