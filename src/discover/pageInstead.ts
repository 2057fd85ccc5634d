import { sniffMediaType, urlIdentity } from '../fetch/index.js';
import type { Candidate, WebSource } from '../model/index.js';
import { discoverPage } from './discoverPage.js';
import { type FetchedPage, readHtmlPage } from './htmlPage.js';
import { inlineDisclosureReason } from './inlineDisclosure.js';
import { findRedirect, isErrorAddress } from './redirect.js';
import { SiteScope } from './siteScope.js';

/** What a page is that came where a document was to come: one that sends on to it, or one that links to documents or shows them. */
export type PageInstead = { type: 'redirect'; url: URL; by: string } | { type: 'links'; candidates: Candidate[] };

/**
 * What an answer to the request for a document is instead of it; null where it may be the document: a file of another format, or an HTML text of its own (many .doc and .xls
 * files are one). Error and challenge pages are `answerProblem`s.
 */
export function pageInstead(answer: FetchedPage, source: WebSource): PageInstead | null {
  const { mediaType } = sniffMediaType(answer.body, { contentType: answer.headers?.['content-type'] });
  if (mediaType !== 'text/html') return null;
  const page = readHtmlPage({ ...answer, role: 'article' });
  const redirect = findRedirect(page);
  if (redirect !== null && !isErrorAddress(redirect.url) && new SiteScope(source).allowsDocument(redirect.url))
    return { type: 'redirect', ...redirect };
  if (inlineDisclosureReason(page) !== null) return null;
  const own = urlIdentity(answer.url);
  const candidates = discoverPage({ ...answer, role: 'article' }, source).candidates.filter(({ url }) => urlIdentity(url) !== own);
  return candidates.length === 0 ? null : { type: 'links', candidates };
}
