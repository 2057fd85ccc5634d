import { EXTENSION, redactUrl, urlIdentity } from '../fetch/index.js';
import type { Candidate, Diagnostic, Discovery, PageLink, Severity, WebSource } from '../model/index.js';
import { readDataStore } from './dataStore.js';
import { documentUrlReason, offeredFileName } from './documentUrl.js';
import { type FetchedPage, type HtmlPage, readHtmlPage } from './htmlPage.js';
import { inlineDisclosureReason } from './inlineDisclosure.js';
import { isOrganization, LIST_NAME, MORE, SUBJECT, WIDER_LIST_NAME } from './lexicon.js';
import { collectLinks, type Link } from './links.js';
import { pageProblem } from './pageProblem.js';
import { findPaging } from './paging.js';
import { isBare, namedDepartment } from './printedText.js';
import { findRedirect } from './redirect.js';
import { type Score, scoreLink, statedYear } from './score.js';
import { discoverSitemap } from './sitemap.js';
import { SiteScope } from './siteScope.js';

/** Links to articles are followed a little below the threshold: only their attachments are stored, and those are scored again. */
const ARTICLE_ALLOWANCE = 1;

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
  if (redirect !== null) return redirected(page, redirect, fetched, scope);
  const store = readDataStore(page);
  const links =
    store === null ? collectLinks(page) : [...collectLinks(page), ...collectLinks({ ...page, tree: store.records, content: null })];
  const problem = pageProblem(page, links.length);
  if (problem !== null) return { candidates: [], pages: [], diagnostics: [problem] };
  const found = new Found(page, source, scope);
  for (const link of links) found.take(link);
  if (page.isArticle) found.takeInline();
  if (!page.isArticle || page.isArticleByLink) found.takePaging(links, store?.nextGroups ?? []);
  return found.result();
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
        note(
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
    diagnostics: [note('page_redirects', 'info', page, `${from} sends on to ${to} by ${target.by}`)],
  };
}

/** Sorts the links of one page; the best evidence for a URL is kept. */
class Found {
  readonly #candidates = new Map<string, Candidate>();
  readonly #below = new Map<string, Candidate>();
  readonly #pages = new Map<string, PageLink>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #offSite = new Set<string>();

  constructor(
    private readonly page: HtmlPage,
    private readonly source: WebSource,
    private readonly scope: SiteScope,
  ) {}

  /** Takes a link for a document, an article, a list, or nothing. */
  take(link: Link): void {
    if (link.url.href === this.page.url.href) return;
    const document = documentUrlReason(link.url, link.text) !== null;
    if (document) this.#takeDocument(link);
    else if (link.found === 'a' || link.found === 'onclick') this.#takePage(link);
  }

  /** The page itself, where its own content is a disclosure. */
  takeInline(): void {
    const reason = inlineDisclosureReason(this.page);
    if (reason === null) return;
    const { score, reasons } = scoreLink({ own: this.page.title, context: '', document: false });
    this.#keep({
      url: this.page.url.href,
      file_name: offeredFileName(this.page.url, ''),
      link_text: this.page.title || null,
      heading: null,
      listed_date: this.page.publishedOn,
      department: namedDepartment(this.page.title) ?? this.page.publisher,
      parent_url: null,
      score: score + 2,
      score_reasons: [...reasons, `content_is_disclosure +2: ${reason}`],
    });
  }

  /** Further pages of this list. */
  takePaging(links: readonly Link[], nextGroups: readonly URL[]): void {
    const paging = findPaging(this.page, links, this.source.max_list_pages);
    for (const url of [...paging.pages, ...nextGroups]) {
      const identity = urlIdentity(url.href);
      const isDocument = this.#candidates.has(identity) || this.#below.has(identity);
      if (!isDocument && this.scope.allowsPage(url))
        this.#pages.set(identity, { url: url.href, role: 'list', paging: true, link_text: null, listed_date: null });
    }
    if (paging.unresolved !== null && nextGroups.length === 0)
      this.#note(
        'paging_unresolved',
        'warning',
        `says “${paging.unresolved}”, but no address of a further page was found; add the pages to start`,
      );
  }

  /** All that was found, in the order of the page. */
  result(): Discovery {
    for (const [identity, candidate] of this.#below) {
      if (this.#candidates.has(identity)) continue;
      this.#note(
        'candidate_below_threshold',
        'info',
        `links to “${candidate.link_text ?? candidate.file_name}” with a score of ${candidate.score} (${candidate.score_reasons.join('; ') || 'no sign'}); it is not fetched`,
      );
    }
    if (this.#offSite.size > 0)
      this.#note(
        'off_site_document',
        'warning',
        `links to documents on ${[...this.#offSite].sort().join(', ')}; add to hosts if they are meant`,
      );
    if (this.#candidates.size === 0 && this.#pages.size === 0)
      this.#note('nothing_found', 'warning', 'gave no document and no page to follow; look at it and adjust the source');
    return { candidates: [...this.#candidates.values()], pages: [...this.#pages.values()], diagnostics: this.#diagnostics };
  }

  /** A link to a file. */
  #takeDocument(link: Link): void {
    if (!this.scope.allowsHost(link.url)) {
      this.#offSite.add(link.url.host);
      return;
    }
    if (!this.scope.allowsDocument(link.url)) return;
    const fileName = offeredFileName(link.url, link.text);
    const own = link.text || (this.page.isArticle ? this.page.title : '');
    const { score, reasons } = scoreLink({ own: `${own} ${readableName(fileName)}`, context: this.#context(link), document: true });
    this.#keep({
      url: link.url.href,
      file_name: fileName,
      link_text: own || null,
      heading: link.heading ?? (this.page.isArticle ? this.page.title : null),
      listed_date: link.date ?? this.page.publishedOn,
      department: this.#department(own, link),
      parent_url: this.page.url.href,
      score,
      score_reasons: reasons,
    });
  }

  /** Whose document a link leads to: named in its own words, which may be nothing but the name, beside it, in the title of the article, or by who publishes it. */
  #department(own: string, link: Link): string | null {
    const bare = own.replace(EXTENSION, '').trim();
    const named = namedDepartment(own) ?? (isOrganization(bare) ? bare : null) ?? link.department;
    return named ?? (this.page.isArticle ? (namedDepartment(this.page.title) ?? this.page.publisher) : null);
  }

  /** A link to a page: an article about a budget, or a list by its name. */
  #takePage(link: Link): void {
    if (!this.scope.allowsPage(link.url) || (this.page.isArticle && this.page.content !== null && !link.inContent)) return;
    const identity = urlIdentity(link.url.href);
    if (isListLink(link)) {
      if (!this.#pages.has(identity))
        this.#pages.set(identity, { url: link.url.href, role: 'list', link_text: link.text || null, listed_date: null });
      return;
    }
    const score = scoreLink({ own: link.text, context: this.#context(link), document: false });
    if (this.#isOtherYear(link.text) || !this.#worthFollowing(score)) return;
    const known = this.#pages.get(identity);
    if (known?.role === 'list') return;
    const text = (known?.link_text ?? '').length > link.text.length ? known?.link_text : link.text;
    this.#pages.set(identity, {
      url: link.url.href,
      role: 'article',
      link_text: text || null,
      listed_date: known?.listed_date ?? link.date,
    });
  }

  /**
   * The words of the list or article around a link. They count for a file of an article always, for other links only where these have no subject of
   * their own, so that a page about budgets does not make budgets of its navigation.
   */
  #context(link: Link): string {
    const isFile = documentUrlReason(link.url, link.text) !== null;
    if (this.page.isArticle && isFile) return [this.page.topic, link.heading ?? ''].join(' ').trim();
    if (SUBJECT.test(link.text) || !isBare(link.text)) return '';
    const listed = link.date !== null || link.inContent || isFile || isOrganization(link.text) || /(?:19|20)\d\d/.test(link.text);
    return listed ? [this.page.topic, link.heading ?? ''].join(' ').trim() : '';
  }

  #worthFollowing(score: Score): boolean {
    return score.score >= this.source.threshold - ARTICLE_ALLOWANCE;
  }

  #isOtherYear(text: string): boolean {
    const year = statedYear(text);
    return this.source.years.length > 0 && year !== null && !this.source.years.includes(year);
  }

  /** Keeps a candidate if it reaches the threshold and is of a wanted year; the higher score wins. */
  #keep(candidate: Candidate): void {
    if (this.#isOtherYear(candidate.link_text ?? candidate.file_name)) return;
    const identity = urlIdentity(candidate.url);
    const kept = candidate.score >= this.source.threshold ? this.#candidates : this.#below;
    const known = kept.get(identity);
    if (known === undefined || known.score < candidate.score) kept.set(identity, candidate);
  }

  #note(code: string, severity: Severity, message: string): void {
    this.#diagnostics.push(note(code, severity, this.page, `${redactUrl(this.page.url.href)} ${message}`));
  }
}

/** Whether a link leads to a list: by its own name, or as 更多 under a heading or title that is one. */
function isListLink(link: Link): boolean {
  if (link.date !== null) return false;
  const text = link.text.replace(/\s+/g, '');
  if (text.length > 0 && text.length <= 24 && (LIST_NAME.test(text) || WIDER_LIST_NAME.test(text)) && !/^\d{4}/.test(text)) return true;
  return MORE.test(text) && LIST_NAME.test((link.heading ?? '').replace(/\s+/g, ''));
}

/** A file name where it says something in words; empty for numbers and hashes. */
function readableName(fileName: string): string {
  return /[㐀-鿿]/.test(fileName) ? fileName : '';
}

/** A diagnostic about a page. */
function note(code: string, severity: Severity, page: HtmlPage, message: string): Diagnostic {
  return { stage: 'discover', code, severity, place: { part: redactUrl(page.url.href) }, message };
}
