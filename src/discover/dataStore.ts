import { resolveLink } from './address.js';
import type { HtmlPage } from './htmlPage.js';
import { emptyTree, type PageTree, parseHtml } from './parseHtml.js';

const MAX_GROUPS = 100;

/** The list that some portal software keeps as XML in a script (`<datastore>` of jpage): records of HTML, and the addresses of further groups. */
export interface DataStore {
  records: PageTree;
  nextGroups: URL[];
}

/** The data stores in a page, or in the answer of a data address itself; null where there is none. */
export function readDataStore(page: HtmlPage): DataStore | null {
  if (!/<datastore>/i.test(page.html)) return null;
  const records = parseHtml(sections(page.html, 'record').join('\n'));
  const groups = sections(page.html, 'nextgroup').slice(0, MAX_GROUPS);
  const hrefs = groups.flatMap((group) => [...group.matchAll(/<a\s[^>]*href\s*=\s*["']([^"']+)["']/gi)].map((match) => match[1]));
  const nextGroups = hrefs
    .map((href) => resolveLink(page.base, href?.replaceAll('&amp;', '&'), page.charset))
    .filter((url): url is URL => url !== null && url.href !== page.url.href);
  return { records: 'unreadable' in records ? emptyTree() : records, nextGroups };
}

/** What stands in `<name><![CDATA[…]]></name>`, each time. */
function sections(html: string, name: string): string[] {
  const found: string[] = [];
  const open = new RegExp(`<${name}>\\s*<!\\[CDATA\\[`, 'gi');
  for (let match = open.exec(html); match !== null; match = open.exec(html)) {
    const end = html.indexOf(']]>', open.lastIndex);
    if (end < 0) break;
    found.push(html.slice(open.lastIndex, end));
    open.lastIndex = end;
  }
  return found;
}

const QUERY_PAIR = /["']?(\w{1,40})["']?\s*:\s*["']([^"']{0,200})["']/g;

/** Data addresses that elements name in attributes for a program that fetches a list (`url`, `queryData="{'pageId':'…'}"`). */
export function dataAddresses(page: HtmlPage): URL[] {
  const found: URL[] = [];
  for (const { attribs } of page.tree.named('script')) {
    const { url: address, querydata } = attribs;
    const url = querydata === undefined ? null : resolveLink(page.base, address, page.charset);
    if (url === null || found.length >= MAX_GROUPS) continue;
    for (const [, name = '', value = ''] of (querydata ?? '').matchAll(QUERY_PAIR)) url.searchParams.set(name, value);
    found.push(url);
  }
  return found;
}
