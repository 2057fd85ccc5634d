import { type FetchedPage, readHtmlPage } from './htmlPage.js';
import { rawText } from './parseHtml.js';
import { plainText } from './printedText.js';

/** What a page says of itself and its site, for a person who sets up a source. */
export interface PageDescription {
  title: string;
  /** What the site calls itself; empty where it does not say. */
  site: string;
  /** The address under which the page itself says that it lies, or that a browser saved it from; null where it does not say. */
  address: string | null;
  isArticle: boolean;
}

const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i;

/** Describes a fetched or saved page. Never throws. */
export function describePage(fetched: FetchedPage): PageDescription {
  const page = readHtmlPage(fetched);
  const siteName = page.tree.named('meta').find(({ attribs }) => attribs.name?.toLowerCase() === 'sitename')?.attribs.content;
  const titleParts = plainText(rawText(page.tree.named('title')[0]))
    .split(/\s*[_|—-]\s*/)
    .filter((part) => part !== '');
  const site = plainText(siteName ?? '') || titleParts.find((part) => /(?:人民政府|局|委员会|厅|院|门户网站|政府网)$/.test(part)) || '';
  const canonical = page.tree.named('link').find(({ attribs }) => attribs.rel?.toLowerCase() === 'canonical')?.attribs.href;
  const saved = SAVED_FROM.exec(page.html)?.[1] ?? canonical;
  const address = saved !== undefined && URL.canParse(saved) && /^https?:/.test(saved) ? saved : null;
  return { title: page.title, site, address, isArticle: page.isArticle };
}
