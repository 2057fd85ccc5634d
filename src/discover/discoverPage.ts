import { redactUrl } from '../fetch/index.js';
import type { Diagnostic, Discovery, PageLink, WebSource } from '../model/index.js';
import { dataAddresses, readDataStore } from './dataStore.js';
import { type FetchedPage, type HtmlPage, readHtmlPage } from './htmlPage.js';
import { SUBJECT } from './lexicon.js';
import { collectLinks, unresolvedFiles } from './links.js';
import { PageFindings } from './pageFindings.js';
import { pageDiagnostic, pageProblem } from './pageProblem.js';
import { findRedirect, isErrorAddress } from './redirect.js';
import { discoverSitemap } from './sitemap.js';
import { SiteScope } from './siteScope.js';

/**
 * What a fetched HTML page gives: documents (scored, at or above the source's threshold), pages to follow (further pages of a list, lists, articles), and
 * diagnostics (challenge and error pages, documents below the threshold with their reasons, paging that could not be followed, nothing found). Pure;
 * never throws for what a page does wrong. URLs in the result are absolute; each is given once.
 */
export function discoverPage(fetched: FetchedPage, source: WebSource): Discovery {
  const sitemap = discoverSitemap(fetched, source);
  if (sitemap !== null) return sitemap;
  const page = readHtmlPage(fetched);
  const scope = new SiteScope(source);
  const redirect = findRedirect(page);
  if (redirect !== null && !isErrorAddress(redirect.url)) return redirected(page, redirect, fetched, scope);
  if (redirect !== null) return { candidates: [], pages: [], diagnostics: [soft404(page, redirect.url)] };
  const store = readDataStore(page);
  const links =
    store === null ? collectLinks(page) : [...collectLinks(page), ...collectLinks({ ...page, tree: store.records, content: null })];
  const problem = pageProblem(page, links.length);
  if (problem !== null) return { candidates: [], pages: [], diagnostics: [problem] };
  const found = new PageFindings(page, source, scope);
  for (const link of links) found.take(link);
  if (page.isArticle) found.takeInline();
  found.takeUnresolved(unresolvedFiles(page));
  if (!page.isArticle || page.isArticleByLink)
    found.takePaging(links, [...(store?.nextGroups ?? []), ...(SUBJECT.test(page.topic) ? dataAddresses(page) : [])]);
  return found.result();
}

/** A page that only sends on to the page for what is not there. */
function soft404(page: HtmlPage, target: URL): Diagnostic {
  const message = `${redactUrl(page.url.href)} sends on to ${redactUrl(target.href)}: there is nothing here; check the link`;
  return pageDiagnostic('soft_404', 'error', page, message);
}

/** A page that only sends on to another one. */
function redirected(page: HtmlPage, target: { url: URL; by: string }, fetched: FetchedPage, scope: SiteScope): Discovery {
  const from = redactUrl(page.url.href);
  const to = redactUrl(target.url.href);
  if (!scope.allowsPage(target.url))
    return {
      candidates: [],
      pages: [],
      diagnostics: [
        pageDiagnostic(
          'off_site_redirect',
          'warning',
          page,
          `${from} sends on to ${to}, which is not a host of the source; add it to hosts if it is meant`,
        ),
      ],
    };
  const link: PageLink = {
    url: target.url.href,
    role: fetched.role ?? 'list',
    link_text: fetched.from?.link_text ?? null,
    listed_date: fetched.from?.listed_date ?? null,
  };
  return {
    candidates: [],
    pages: [link],
    diagnostics: [pageDiagnostic('page_redirects', 'info', page, `${from} sends on to ${to} by ${target.by}`)],
  };
}
