import type { HtmlPage } from './htmlPage.js';

/** How scripts state the files of a list's pages: the groups `count`, `name`, `extension`, in a text with the word `named`. `zeroBased`: the second page's file has the number 1. */
const FILE_SERIES: readonly { named: string; pattern: RegExp; zeroBased: boolean }[] = [
  {
    named: 'createPageHTML',
    pattern: /createPageHTML\s*\(\s*(?<count>\d+)\s*,\s*\d+\s*,\s*['"](?<name>[\w./-]+)['"]\s*,\s*['"](?<extension>\w+)['"]/,
    zeroBased: true,
  },
  {
    named: 'createPageHTML',
    pattern:
      /createPageHTML\s*\(\s*['"][\w-]+['"]\s*,\s*(?<count>\d+)\s*,\s*\d+\s*,\s*['"](?<name>[\w./-]+)['"]\s*,\s*['"](?<extension>\w+)['"]/,
    zeroBased: false,
  },
  {
    named: 'prefix',
    pattern:
      /size\s*:\s*(?<count>\d+)\s*,\s*current\s*:\s*\d+\s*,\s*prefix\s*:\s*['"](?<name>[\w./-]+)['"]\s*,\s*suffix\s*:\s*['"](?<extension>\w+)['"]/,
    zeroBased: true,
  },
];
/** The number of pages as scripts and texts state it, and the numbers of rows and of rows a page. */
const PAGE_COUNT: readonly RegExp[] = [
  /\b(?:count_?page|page_?count|total_?pages?|page_?total|max_?page|pages)\b["']?\s*[:=]\s*["']?(\d{1,5})\b/i,
  /共\s*(\d{1,5})\s*页/,
  /(?:第|页次[:：]?)\s*\d+\s*\/\s*(\d{1,5})\s*页?/,
];
const ROW_COUNT = /\b(?:total_?records?|record_?count|m_nRecordCount|total_?count|total|count)\b["']?\s*[:=]\s*["']?(\d{1,7})\b/i;
const ROWS_A_PAGE = /\b(?:page_?size|per_?page|limit|rows_?per_?page|m_nPageSize)\b["']?\s*[:=]\s*["']?(\d{1,4})\b/i;
/** An address that a script puts together around a page number: `location.href = "list_" + n + ".html"`, `open('?page=' + obj.curr)`. */
const WRITTEN_ADDRESS =
  /(?:location(?:\.href)?\s*=|(?:open|assign|replace)\s*\(|\.(?:load|get)\s*\()\s*(["'])([^"'\n]{1,200})\1\s*\+\s*\(?\s*(?:[\w$]+\.)?([A-Za-z_$]\w{0,20})\s*(-\s*1)?\s*\)?\s*(?:\+\s*(["'])([^"'\n]{0,200})\5)?/g;
/** Names that scripts give to the number of a page. */
const PAGE_NUMBER = /^(?:n|p|i|num|no|idx|index|curr?|to)$|page|curr/i;
/** Parameters of an address with the number of a page. */
const PAGE_PARAMETER = /^(?:page|pageno|page_no|pagenum|page_num|pageindex|pageno?|cur_?page|current_?page|currpage|icurpage|p)$/i;

/** The pages that the scripts of a list would link to: from counts and file names, from addresses that they put together, from the page's own query. */
export function scriptPages(page: HtmlPage, limit: number): URL[] {
  for (const { named, pattern, zeroBased } of FILE_SERIES) {
    const groups = page.html.includes(named) ? pattern.exec(page.html)?.groups : undefined;
    if (groups?.count === undefined || groups.name === undefined || groups.extension === undefined) continue;
    return fileSeries(page.base, { count: Number(groups.count), name: groups.name, extension: groups.extension, zeroBased }, limit);
  }
  const address = writtenAddress(page);
  const parameter = pageParameter(page.url);
  const isCounted = page.html.includes('countPage');
  // Most pages have nothing that a count could be used with: it is not looked for in them.
  const count = isCounted || address !== null || parameter !== null ? pageCount(page) : null;
  if (count === null || count < 2) return [];
  if (isCounted && /\bcountPage\s*=/.test(page.html))
    return fileSeries(page.base, { count, ...ownSeries(page.url), zeroBased: true }, limit);
  if (address !== null) return writtenPages(page.base, address, count, limit);
  return parameter === null ? [] : queryPages(page.url, parameter, count, limit);
}

/** How many pages a list says that it has, or null. */
function pageCount({ html, text }: HtmlPage): number | null {
  for (const pattern of PAGE_COUNT) {
    const count = pattern.exec(html)?.[1] ?? pattern.exec(text)?.[1];
    if (count !== undefined) return Number(count);
  }
  const rows = ROW_COUNT.exec(html)?.[1];
  const size = ROWS_A_PAGE.exec(html)?.[1];
  return rows === undefined || size === undefined || Number(size) === 0 ? null : Math.ceil(Number(rows) / Number(size));
}

/** `index.html`, `index_1.html` ... (zero-based) or `list.shtml`, `list_2.shtml` ...: all pages of a series. */
function fileSeries(base: URL, series: { count: number; name: string; extension: string; zeroBased: boolean }, limit: number): URL[] {
  const pages = Math.min(series.count, limit + 1);
  return Array.from({ length: pages }, (_, index) => {
    const suffix = index === 0 ? '' : `_${series.zeroBased ? index : index + 1}`;
    return new URL(`${series.name}${suffix}.${series.extension}`, base);
  });
}

/** Name and extension of the files that a list's own URL is one of: `index_3.html` -> index, html; a folder -> index, html. */
function ownSeries(url: URL): { name: string; extension: string } {
  const found = /([^/]+?)(?:_\d+)?\.(s?html?)$/.exec(url.pathname);
  return { name: found?.[1] ?? 'index', extension: found?.[2] ?? 'html' };
}

/** An address around a page number; `less`: the second page has the number 1. */
interface WrittenAddress {
  before: string;
  after: string;
  less: boolean;
}

/** The address in the folder of the list that a script puts together around the number of a page, or null. */
function writtenAddress({ html, base, url }: HtmlPage): WrittenAddress | null {
  for (const [, , before = '', variable = '', less, , after = ''] of html.matchAll(WRITTEN_ADDRESS)) {
    if (!PAGE_NUMBER.test(variable) || !URL.canParse(`${before}2${after}`, base.href)) continue;
    if (folderOf(new URL(`${before}2${after}`, base)) === folderOf(url)) return { before, after, less: less !== undefined };
  }
  return null;
}

/** The second and later pages under the address that a script puts together. */
function writtenPages(base: URL, { before, after, less }: WrittenAddress, count: number, limit: number): URL[] {
  const pages = Math.min(count, limit + 1);
  return Array.from({ length: pages - 1 }, (_, at) => new URL(`${before}${less ? at + 1 : at + 2}${after}`, base));
}

/** Host and folder of a URL. */
function folderOf({ host, pathname }: URL): string {
  return host + pathname.slice(0, pathname.lastIndexOf('/') + 1);
}

/** The parameter of a list's own address with the number of its page, or null. */
function pageParameter(url: URL): string | null {
  if (url.search === '') return null;
  return [...url.searchParams.keys()].find((key) => PAGE_PARAMETER.test(key) && /^\d{1,5}$/.test(url.searchParams.get(key) ?? '')) ?? null;
}

/** The pages of a list whose own address has its number in a parameter; pages count from 1, or from 0 where the list's own is 0. */
function queryPages(url: URL, parameter: string, count: number, limit: number): URL[] {
  const first = url.searchParams.get(parameter) === '0' ? 0 : 1;
  return Array.from({ length: Math.min(count, limit + 1) }, (_, at) => {
    const page = new URL(url);
    page.searchParams.set(parameter, String(first + at));
    return page;
  });
}
