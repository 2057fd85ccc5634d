import { discoverPage } from '../../src/discover/index.js';
import type { Fetcher } from '../../src/fetch/index.js';
import { urlIdentity } from '../../src/fetch/index.js';
import type { Candidate, PageLink, WebSource } from '../../src/model/index.js';

export interface Harvested {
  documents: Map<string, { candidate: Candidate; body: Buffer; fileName: string | null }>;
  failures: Map<string, string>;
}

/** Follows a source to its documents with the rooms discover and fetch alone, asking again (at once) for what may come later. */
export async function harvest(source: WebSource, fetcher: Fetcher, attempts = 5): Promise<Harvested> {
  const result: Harvested = { documents: new Map(), failures: new Map() };
  const pages: PageLink[] = source.start.map((start) => ({ url: start.url, role: start.role, link_text: null, listed_date: null }));
  const asked = new Set(pages.map((page) => urlIdentity(page.url)));
  const patiently = async (url: string) => {
    let outcome = await fetcher.fetch({ url });
    for (let attempt = 1; attempt < attempts && outcome.type === 'failed' && outcome.retryable; attempt += 1)
      outcome = await fetcher.fetch({ url });
    if (outcome.type === 'ok') return outcome;
    result.failures.set(url, outcome.type === 'failed' ? outcome.code : outcome.type);
    return null;
  };
  for (let page = pages.shift(); page !== undefined; page = pages.shift()) {
    const answer = await patiently(page.url);
    if (answer === null) continue;
    const discovery = discoverPage(
      { url: answer.finalUrl, body: answer.body, headers: answer.headers, role: page.role, from: page },
      source,
    );
    for (const candidate of discovery.candidates) {
      const identity = urlIdentity(candidate.url);
      if (result.documents.has(identity)) continue;
      const document = candidate.url === answer.finalUrl ? answer : await patiently(candidate.url);
      if (document !== null) result.documents.set(identity, { candidate, body: document.body, fileName: document.fileName });
    }
    for (const link of discovery.pages) {
      const identity = urlIdentity(link.url);
      if (!asked.has(identity)) pages.push(link);
      asked.add(identity);
    }
  }
  return result;
}
