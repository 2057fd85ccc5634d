import { EXTENSION, redactUrl, urlIdentity } from '../fetch/index.js';
import type { Candidate, Diagnostic, Discovery, PageLink, Severity, WebSource } from '../model/index.js';
import { documentUrlReason, offeredFileName } from './documentUrl.js';
import type { HtmlPage } from './htmlPage.js';
import { inlineDisclosureReason } from './inlineDisclosure.js';
import { BUDGET_PATH, isOrganization, LIST_NAME, MORE, SUBJECT, WIDER_LIST_NAME } from './lexicon.js';
import type { Link } from './links.js';
import { pageDiagnostic } from './pageProblem.js';
import { findPaging } from './paging.js';
import { isBare, namedDepartment } from './printedText.js';
import { type Score, scoreLink, statedYear } from './score.js';
import type { SiteScope } from './siteScope.js';

/** Files that are neither pages nor documents. */
const NO_PAGE = /\.(?:jpe?g|png|gif|bmp|webp|svg|ico|mp[34]|avi|wmv|flv|swf|js|css|apk|exe)$/i;

/** Links to articles are followed a little below the threshold: only their attachments are stored, and those are scored again. */
const ARTICLE_ALLOWANCE = 1;

/** Sorts the links of one page; the best evidence for a URL is kept. */
export class PageFindings {
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
    if (withoutIndex(link.url) === withoutIndex(this.page.url)) return;
    if (documentUrlReason(link.url, link.text) !== null) this.#takeDocument(link);
    else if (link.found === 'frame') this.#takeFrame(link);
    else if (link.found !== 'script' && !NO_PAGE.test(link.url.pathname)) this.#takePage(link);
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

  /** Files that the page names in links which only a program can follow. */
  takeUnresolved(names: readonly string[]): void {
    const known = new Set([...this.#candidates.values()].map(({ link_text }) => link_text));
    const lost = names.filter((name) => !known.has(name));
    if (lost.length > 0)
      this.#note(
        'document_link_unresolved',
        'warning',
        `names ${lost.map((name) => `“${name}”`).join(', ')} in links that only a program can follow; look for their addresses`,
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

  /** A page shown in a frame: its content is this page's, where this page is about budgets or the frame's address is. */
  #takeFrame(link: Link): void {
    const isMeant = link.elementName === 'frame' || SUBJECT.test(this.page.topic) || BUDGET_PATH.test(link.url.pathname);
    if (!isMeant || !this.scope.allowsPage(link.url) || (this.page.isArticle && !this.#belongs(link))) return;
    const role = this.page.isArticle ? 'article' : 'list';
    this.#pages.set(urlIdentity(link.url.href), {
      url: link.url.href,
      role,
      link_text: this.page.title || null,
      listed_date: this.page.publishedOn,
    });
  }

  /** A link to a page: an article about a budget, or a list by its name. The folders above this page are no part of it. */
  #takePage(link: Link): void {
    if (!this.scope.allowsPage(link.url) || (this.page.isArticle && !this.#belongs(link))) return;
    if (isAbove(link.url, this.page.url) && !isListLink(link)) return;
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

  /** Whether a link of an article is a part of it, not of the site around it. */
  #belongs(link: Link): boolean {
    if (this.page.content !== null && !link.inContent) return false;
    return !(link.url.pathname === '/' && link.url.search === '') && !link.leadsAside;
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
    this.#diagnostics.push(pageDiagnostic(code, severity, this.page, `${redactUrl(this.page.url.href)} ${message}`));
  }
}

/** Whether a link leads to a list: by its own name, or as 更多 under a heading or title that is one. */
function isListLink(link: Link): boolean {
  if (link.date !== null) return false;
  const text = link.text.replace(/\s+/g, '');
  if (text.length > 0 && text.length <= 24 && (LIST_NAME.test(text) || WIDER_LIST_NAME.test(text)) && !/^\d{4}/.test(text)) return true;
  return MORE.test(text) && LIST_NAME.test((link.heading ?? '').replace(/\s+/g, ''));
}

/** Whether an address is that of a folder that another one lies in. */
function isAbove(folder: URL, { host, pathname }: URL): boolean {
  return (
    folder.host === host &&
    folder.search === '' &&
    folder.pathname.endsWith('/') &&
    pathname.startsWith(folder.pathname) &&
    folder.pathname !== pathname
  );
}

/** An address without the name that servers give the page of a folder, which many links leave out. */
function withoutIndex({ origin, pathname, search }: URL): string {
  return origin + pathname.replace(/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/i, '') + search;
}

/** A file name where it says something in words; empty for numbers and hashes. */
function readableName(fileName: string): string {
  return /[㐀-鿿]/.test(fileName) ? fileName : '';
}
