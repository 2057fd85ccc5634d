import type { Element } from 'domhandler';
import type { HtmlPage } from './htmlPage.js';
import { LAST_PAGE, NEXT_PAGE } from './lexicon.js';
import type { Link } from './links.js';
import { scriptPages } from './pagingScripts.js';
import { rawText } from './parseHtml.js';
import { plainText } from './printedText.js';

export interface Paging {
  /** Further pages of this list, in order, this page not among them. */
  pages: URL[];
  /** What shows that there are more pages though none could be found, or null. */
  unresolved: string | null;
}

/** The further pages of a list with these links: by 下一页 and 尾页, by the counts in its scripts, by page numbers. At most `limit`. */
export function findPaging(page: HtmlPage, links: readonly Link[], limit: number): Paging {
  const next = labelledPage(page, links, NEXT_PAGE);
  const last = labelledPage(page, links, LAST_PAGE);
  const found = [
    ...(next === null ? [] : [next]),
    ...(next !== null && last !== null ? pagesBetween(next, last, limit) : []),
    ...scriptPages(page, limit),
    ...(next === null ? numberedPages(page, links) : []),
  ];
  const own = page.url.href;
  const byUrl = new Map(found.filter((url) => url.href !== own).map((url) => [url.href, url]));
  const pages = [...byUrl.values()].slice(0, limit);
  return { pages, unresolved: pages.length === 0 ? unresolvedSign(page) : null };
}

/** Where the link with a label such as 下一页 leads, or null. */
function labelledPage(page: HtmlPage, links: readonly Link[], label: RegExp): URL | null {
  return (
    links.find((link) => (link.found === 'a' || link.found === 'onclick') && label.test(link.text) && link.url.href !== page.url.href)
      ?.url ?? null
  );
}

/**
 * The pages from one URL to another that differ in one number (`index_2.html` to `index_9.html`, or counting down `12.htm` to `1.htm`); none where they
 * differ in anything else. Both ends are included; at most `limit`.
 */
export function pagesBetween(from: URL, to: URL, limit: number): URL[] {
  const a = from.href.split(/(\d+)/);
  const b = to.href.split(/(\d+)/);
  if (a.length !== b.length) return [];
  const differing = a.map((part, index) => (part === b[index] ? -1 : index)).filter((index) => index >= 0);
  const [at] = differing;
  if (differing.length !== 1 || at === undefined || at % 2 === 0) return [];
  const start = a[at] ?? '';
  const end = b[at] ?? '';
  if (start.length > 6 || end.length > 6 || (start.length > 1 && start.startsWith('0'))) return [];
  const step = Number(end) > Number(start) ? 1 : -1;
  const count = Math.min(Math.abs(Number(end) - Number(start)) + 1, limit);
  return Array.from(
    { length: count },
    (_, index) => new URL(a.map((part, i) => (i === at ? String(Number(start) + step * index) : part)).join('')),
  );
}

/** Links whose text is a page number (2, 3 ...), if their URLs differ from each other in one number only. */
function numberedPages(page: HtmlPage, links: readonly Link[]): URL[] {
  const numbered = links
    .filter((link) => link.found === 'a' && /^(?:\[|第)?\d{1,3}(?:\]|页)?$/.test(link.text))
    .map((link) => link.url.href);
  const urls = [...new Set(numbered)].map((href) => new URL(href));
  const [first, second] = urls;
  if (first === undefined) return [];
  if (second === undefined) return pagesBetween(first, page.url, 2).length > 0 || first.pathname !== page.url.pathname ? [first] : [];
  return pagesBetween(first, second, 2).length > 0 ? urls : [];
}

/** A sign of further pages that nothing could be made of: 共7页, a 下一页 that only a script can follow. */
function unresolvedSign(page: HtmlPage): string | null {
  const { text, tree } = page;
  const count = /共\s*(\d+)\s*页/.exec(text);
  const isScripted = ({ attribs }: Element) => attribs.onclick !== undefined || attribs.href?.startsWith('javascript:');
  const scripted = tree.named('a').some((link) => isScripted(link) && NEXT_PAGE.test(plainText(rawText(link))));
  const here = /(?:第|当前第?)\s*(\d+)\s*页/.exec(text)?.[1];
  if (count?.[1] !== undefined && Number(count[1]) > 1) return here === count[1] || /_\d+\.\w+$/.test(page.url.pathname) ? null : count[0];
  return scripted ? '下一页' : null;
}
