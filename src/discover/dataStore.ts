import { load } from 'cheerio/slim';
import type { HtmlPage } from './htmlPage.js';
import { resolveLink } from './links.js';

/** The list that some portal software keeps as XML in a script (`<datastore>` of jpage): records of HTML, and the address of the next group. */
export interface DataStore {
  /** HTML of all records. */
  records: string;
  nextGroups: URL[];
  totalRecords: number | null;
}

/** The data stores in a page, or in the answer of a data address itself; null where there is none. */
export function readDataStore(page: HtmlPage): DataStore | null {
  if (!/<datastore>/i.test(page.html)) return null;
  const records = [...page.html.matchAll(/<record>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/record>/gi)].map((match) => match[1] ?? '');
  const groups = [...page.html.matchAll(/<nextgroup>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/nextgroup>/gi)].map((match) => match[1] ?? '');
  const nextGroups = groups.flatMap((group) => {
    const $ = load(group);
    return $('a[href]')
      .map((_, element) => resolveLink(page.base, $(element).attr('href'))?.href ?? '')
      .get()
      .filter((href) => href !== '' && href !== page.url.href)
      .map((href) => new URL(href));
  });
  const total = /<totalrecord>\s*(\d+)|totalRecord\s*[:=]\s*['"]?(\d+)/i.exec(page.html);
  return { records: records.join('\n'), nextGroups, totalRecords: total === null ? null : Number(total[1] ?? total[2]) };
}
