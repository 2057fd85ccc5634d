import { type CheerioAPI, load } from 'cheerio/slim';
import { type Element, isTag } from 'domhandler';
import { decodeText, headerCharset } from '../fetch/index.js';
import { plainText, printedDate } from './printedText.js';

/** A fetched page as `discoverPage` gets it. `role` and `from` are what the link to it said, where there was one. */
export interface FetchedPage {
  url: string;
  body: Uint8Array;
  headers?: Readonly<Record<string, string>> | undefined;
  role?: 'list' | 'article' | undefined;
  from?: { link_text: string | null; listed_date: string | null } | undefined;
}

/** A page read once: what the parts of discovery share. */
export interface HtmlPage {
  $: CheerioAPI;
  html: string;
  url: URL;
  /** What relative links are relative to (`<base href>`). */
  base: URL;
  /** Title of the article or list, without the name of the site. */
  title: string;
  /** What the page says its list or column is called, from meta, breadcrumb and headings. */
  topic: string;
  publishedOn: string | null;
  publisher: string | null;
  isArticle: boolean;
  /** The element with the article's own content, where there is one. */
  content: Element | null;
}

/** Ids, classes and elements in which portal software keeps an article's own content, best first. */
const CONTENT_SELECTORS = [
  'ucapcontent',
  '.TRS_Editor',
  '.trs_editor_view',
  '.v_news_content',
  '#vsb_content',
  '#zoomcon',
  '#zoom',
  '#Zoom',
  '#detail_con',
  '#UCAP-CONTENT',
  '.article-content',
  '.articleContent',
  '.article_content',
  '#article_content',
  '#articleContent',
  '.pages_content',
  '.detail-content',
  '.news_content',
  '.contentText',
  '.content_con',
  'article',
];

/** Reads a page for discovery. Never throws: broken markup is read as browsers would. */
export function readHtmlPage(page: FetchedPage): HtmlPage {
  const html = decodeText(page.body, { declared: headerCharset(page.headers?.['content-type']), html: true }).text;
  const $ = load(html);
  const url = new URL(page.url);
  const baseHref = $('base[href]').first().attr('href');
  const base = baseHref !== undefined && URL.canParse(baseHref, url.href) ? new URL(baseHref, url) : url;
  const articleTitle = meta($, 'ArticleTitle');
  const published = printedDate(meta($, 'PubDate')) ?? labelledDate($);
  const content = findContent($);
  const isArticle = articleTitle !== '' || (page.role !== 'list' && content !== null && published !== null) || page.role === 'article';
  const title = articleTitle || titleOf($, page);
  const context = pageContext($);
  return {
    $,
    html,
    url,
    base,
    title,
    topic: [...new Set([title, ...context])].join(' '),
    publishedOn: isArticle ? (published ?? page.from?.listed_date ?? null) : null,
    publisher: isArticle ? meta($, 'ContentSource') || null : null,
    isArticle,
    content,
  };
}

/** The content of a meta element by name, in any case; empty where there is none. */
function meta($: CheerioAPI, name: string): string {
  const found = $('meta[name]').filter((_, element) => $(element).attr('name')?.toLowerCase() === name.toLowerCase());
  return plainText(found.first().attr('content') ?? '');
}

/** The page's own title: of the single h1, else of <title> before the site's name, else of the link that led here. */
function titleOf($: CheerioAPI, page: FetchedPage): string {
  const headings = $('h1')
    .map((_, element) => plainText($(element).text()))
    .get()
    .filter((text) => text !== '');
  const first = headings[0];
  if (headings.length === 1 && first !== undefined && first.length >= 6) return first;
  return titleParts($)[0] ?? page.from?.link_text ?? '';
}

/** What the list is called that a page is or belongs to: the parts of <title>, the column's name in the meta, the end of the breadcrumb. */
function pageContext($: CheerioAPI): string[] {
  const crumbs = $('[class*=position],[class*=location],[class*=crumb],[class*=dqwz],[class*=weizhi],[class*=Breadcrumb]')
    .first()
    .find('a');
  const parts = [...titleParts($), meta($, 'ColumnName'), plainText(crumbs.last().text())];
  return parts.filter((part) => part !== '' && part.length <= 60);
}

/** The parts of <title>: article, column and site, as portals join them. */
function titleParts($: CheerioAPI): string[] {
  const title = plainText($('title').first().text());
  return title.split(/\s*[_|—]\s*|\s+-\s*|\s*-\s+|-(?=[一-鿿]{2,12}$)/).filter((part) => part !== '');
}

/** The date behind 发布时间, 发布日期, 发文日期 and alike. */
function labelledDate($: CheerioAPI): string | null {
  const text = $('body').text();
  const found = /(?:发布|发文|公开|成文|更新)?(?:时间|日期)\s*[:：]?\s*((?:19|20)\d\d\s*[-/.年][^:：]{1,16})/.exec(plainText(text));
  return found?.[1] === undefined ? null : printedDate(found[1]);
}

/** The element that holds the article's own content, by the names that portal software gives it. */
function findContent($: CheerioAPI): Element | null {
  for (const selector of CONTENT_SELECTORS) {
    const found = $(selector).filter((_, element) => plainText($(element).text()).length > 0 || $(element).find('a[href]').length > 0);
    const first = found.get(0);
    if (first !== undefined && isTag(first)) return first;
  }
  return null;
}
