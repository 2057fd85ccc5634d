import { redactUrl, urlIdentity } from '../fetch/index.js';
import type { Candidate, Discovery, PageLink, WebSource } from '../model/index.js';
import { resolveLink } from './address.js';
import { documentUrlReason, offeredFileName } from './documentUrl.js';
import { type FetchedPage, pageText } from './htmlPage.js';
import { BUDGET_PATH } from './lexicon.js';
import { scoreLink } from './score.js';
import { SiteScope } from './siteScope.js';

/** Of one sitemap, as the protocol (sitemaps.org) allows. */
const MOST_ADDRESSES = 50_000;
const ROOT = /<(?:\w+:)?(urlset|sitemapindex)[\s>]/i;

/**
 * What a sitemap (sitemaps.org) gives, or null where the answer is none: the sitemaps it lists; documents whose file names reach the threshold; pages whose
 * addresses name budgets, in Chinese or in the initials that portals use for folders (bmys, czyjs). There are no link texts to score.
 */
export function discoverSitemap(fetched: FetchedPage, source: WebSource): Discovery | null {
  // Told by bytes first: most pages are none, and need not be decoded for it.
  if (!ROOT.test(Buffer.from(fetched.body.subarray(0, 4096)).toString('latin1'))) return null;
  const { text } = pageText(fetched);
  const root = ROOT.exec(text.slice(0, 4096))?.[1]?.toLowerCase();
  if (root === undefined) return null;
  const base = new URL(fetched.url);
  const scope = new SiteScope(source);
  const pages = new Map<string, PageLink>();
  const candidates = new Map<string, Candidate>();
  let listed = 0;
  for (const match of text.matchAll(/<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*</gi)) {
    if (listed === MOST_ADDRESSES) break;
    listed += 1;
    const url = resolveLink(base, match[1]?.replaceAll('&amp;', '&'));
    if (url === null) continue;
    const identity = urlIdentity(url.href);
    const page = (role: PageLink['role']): PageLink => ({ url: url.href, role, link_text: null, listed_date: null });
    if (root === 'sitemapindex') {
      if (scope.allowsDocument(url)) pages.set(identity, page('list'));
    } else if (documentUrlReason(url, '') !== null) {
      const candidate = documentOf(url, base, source);
      if (candidate !== null && scope.allowsDocument(url)) candidates.set(identity, candidate);
    } else if (BUDGET_PATH.test(decoded(url)) && scope.allowsPage(url)) pages.set(identity, page('article'));
  }
  const message = `${redactUrl(fetched.url)} lists ${listed} addresses; ${pages.size} pages and ${candidates.size} documents of them are followed`;
  const place = { part: redactUrl(fetched.url) };
  return {
    candidates: [...candidates.values()],
    pages: [...pages.values()],
    diagnostics: [{ stage: 'discover', code: 'sitemap_read', severity: 'info', place, message }],
  };
}

/** A file of a sitemap, where its name reaches the threshold. */
function documentOf(url: URL, sitemap: URL, source: WebSource): Candidate | null {
  const file_name = offeredFileName(url, '');
  const { score, reasons } = scoreLink({ own: file_name, context: '', document: true });
  if (score < source.threshold) return null;
  const evidence = { link_text: null, heading: null, listed_date: null, parent_url: sitemap.href };
  return { url: url.href, file_name, ...evidence, score, score_reasons: reasons };
}

/** The path of a URL with percent-encoding undone where it is valid. */
function decoded(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}
