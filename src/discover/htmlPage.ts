import type { Element } from 'domhandler';
import { type DecodedText, decodeText, headerCharset } from '../fetch/index.js';
import { jsonStrings } from './jsonAnswer.js';
import { liesIn } from './linkEvidence.js';
import { emptyTree, type PageTree, parseHtml, rawText } from './parseHtml.js';
import { elementText, plainText, printedDate } from './printedText.js';

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
  tree: PageTree;
  html: string;
  /** Of the bytes: addresses with a query are written in it. */
  charset: string;
  /** Whether the answer is data (JSON) for a program that draws the page. */
  isData: boolean;
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
  /** Whether only the link to it says that it is an article: it may be a list all the same, such as that of a department. */
  isArticleByLink: boolean;
  /** What a reader sees of the page, in plain form, at most about 100,000 characters. */
  text: string;
  /** The element with the article's own content, where there is one. */
  content: Element | null;
  /** Why the page was not read at all, or null. */
  unreadable: string | null;
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

const RANKS = new Map(CONTENT_SELECTORS.map((selector, rank) => [selector, rank]));
/** Classes that portal software gives the breadcrumb. */
const CRUMB_CLASS = /position|location|crumb|dqwz|weizhi/;
const LONGEST_TEXT = 100_000;
const LARGEST_DATA = 20 * 1024 * 1024;

/** Reads a page for discovery. Never throws: broken markup is read as browsers would. */
export function readHtmlPage(page: FetchedPage): HtmlPage {
  const { tree, html, isData, charset, unreadable } = parse(page);
  const url = new URL(page.url);
  const baseHref = tree.named('base').find(({ attribs }) => attribs.href !== undefined)?.attribs.href;
  const base = baseHref !== undefined && URL.canParse(baseHref, url.href) ? new URL(baseHref, url) : url;
  const metas = readMetas(tree);
  const text = elementText(tree.root, LONGEST_TEXT);
  const articleTitle = metas.get('articletitle') ?? '';
  const published = printedDate(metas.get('pubdate') ?? '') ?? labelledDate(text);
  const content = findContent(tree);
  const saysArticle = articleTitle !== '' || (page.role !== 'list' && content !== null && published !== null);
  const isArticle = saysArticle || page.role === 'article';
  const titles = titleParts(tree);
  const title = articleTitle || onlyHeading(tree) || (titles[0] ?? page.from?.link_text ?? '');
  return {
    tree,
    html,
    charset,
    isData,
    url,
    base,
    title,
    topic: [...new Set([title, ...titles, metas.get('columnname') ?? '', lastCrumb(tree)])]
      .filter((part) => part !== '' && part.length <= 80)
      .join(' '),
    publishedOn: isArticle ? (published ?? page.from?.listed_date ?? null) : null,
    publisher: isArticle ? metas.get('contentsource') || null : null,
    isArticle,
    isArticleByLink: isArticle && !saysArticle,
    text,
    content,
    unreadable,
  };
}

/** The text of a page in whatever charset it came. */
export function pageText({ body, headers }: FetchedPage): DecodedText {
  return decodeText(body, { declared: headerCharset(headers?.['content-type']), html: true });
}

/** The page's text and tree; both empty, with the reason, where it cannot be read within bounds. */
function parse(page: FetchedPage): Pick<HtmlPage, 'tree' | 'html' | 'isData' | 'charset' | 'unreadable'> {
  const { text: html, charset } = pageText(page);
  const data = html.length > LARGEST_DATA ? null : jsonStrings(html);
  const parsed = parseHtml(data === null ? html : data.filter((text) => /<a\s/i.test(text)).join('\n'));
  if ('unreadable' in parsed) return { tree: emptyTree(), html: '', isData: false, charset, unreadable: parsed.unreadable };
  return { tree: parsed, html, isData: data !== null, charset, unreadable: null };
}

/** The meta elements by lower-case name; of one name the first counts. */
function readMetas(tree: PageTree): Map<string, string> {
  const metas = new Map<string, string>();
  for (const { attribs } of tree.named('meta')) {
    const name = attribs.name?.toLowerCase();
    if (name !== undefined && !metas.has(name)) metas.set(name, plainText(attribs.content ?? ''));
  }
  return metas;
}

/** The text of the h1, if there is one only and it is long enough for a title; else empty. */
function onlyHeading(tree: PageTree): string {
  const headings = tree
    .named('h1')
    .map((element) => elementText(element))
    .filter((text) => text !== '');
  const [first = ''] = headings;
  return headings.length === 1 && first.length >= 6 ? first : '';
}

/** The parts of <title>: article, column and site, as portals join them. */
function titleParts(tree: PageTree): string[] {
  const title = plainText(rawText(tree.named('title')[0]));
  return title.split(/\s*[_|—]\s*|\s+-\s*|\s*-\s+|-(?=[一-鿿]{2,12}$)/).filter((part) => part !== '');
}

/** The last link of the breadcrumb: the column that a page belongs to. */
function lastCrumb(tree: PageTree): string {
  const crumbs = tree.elements.find(({ attribs }) => CRUMB_CLASS.test(attribs.class ?? ''));
  const last = crumbs && tree.named('a').findLast((link) => link !== crumbs && liesIn(link, crumbs));
  return plainText(rawText(last));
}

/** The date behind 发布时间, 发布日期, 发文日期 and alike. */
function labelledDate(text: string): string | null {
  const found = /(?:发布|发文|公开|成文|更新)(?:时间|日期)\s*[:：]?\s*((?:19|20)\d\d\s*[-/.年][^:：]{1,16})/.exec(text);
  return found?.[1] === undefined ? null : printedDate(found[1]);
}

/** The place of the best content selector that fits an element; infinite where none does. */
function contentRank({ name, attribs: { id, class: classes } }: Element): number {
  const keys = [name, ...(id === undefined ? [] : [`#${id}`]), ...(classes?.split(/\s+/).map((one) => `.${one}`) ?? [])];
  return Math.min(...keys.map((key) => RANKS.get(key) ?? Number.POSITIVE_INFINITY));
}

/** Whether a link with an address lies inside an element. */
function hasLink(element: Element, tree: PageTree): boolean {
  return tree.named('a').some((link) => link !== element && link.attribs.href !== undefined && liesIn(link, element));
}

/** The element that holds the article's own content, by the names that portal software gives it; the best name wins. */
function findContent(tree: PageTree): Element | null {
  let best: Element | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const element of tree.elements) {
    const rank = contentRank(element);
    if (rank >= bestRank || !(elementText(element, 10) !== '' || hasLink(element, tree))) continue;
    best = element;
    bestRank = rank;
  }
  return best;
}
