import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import type { AnyNode } from 'domhandler';
import { EXTENSION } from '../fetch/index.js';
import type { HtmlPage } from './htmlPage.js';
import { ORGANIZATION } from './lexicon.js';
import { plainText, printedDate } from './printedText.js';

/** A link of a page with what is printed around it. */
export interface Link {
  url: URL;
  text: string;
  heading: string | null;
  date: string | null;
  /** Text of the first cell of its table row or of its list item, where that names an organization. */
  department: string | null;
  /** Whether it lies in the article's own content. */
  inContent: boolean;
  /** a · frame · script · onclick */
  found: string;
}

const MAX_LINKS = 20_000;
const FRAME_SOURCES: readonly [string, string][] = [
  ['iframe[src]', 'src'],
  ['embed[src]', 'src'],
  ['object[data]', 'data'],
];
/** What stands before the name of a publisher. */
const LABEL = /^(?:信息)?(?:来源|发布机构|发布单位|公开单位|作者|单位|部门)\s*[:：]\s*/;
/** Texts of links that say nothing about what they lead to. */
const EMPTY_WORDS = /^(?:下载|附件下载|点击下载|点击查看|查看|详情|点击这里|打开|预览|在线预览|附件\d*|文件)$/;

/** All links of a page in document order: anchors, frames, onclick handlers, and files that only a script names. */
export function collectLinks(page: HtmlPage): Link[] {
  const { $ } = page;
  const links: Link[] = [];
  $('a[href], area[href], [onclick]').each((_, element) => {
    if (links.length >= MAX_LINKS) return false;
    const node = $(element);
    const target = resolveLink(page.base, node.attr('href')) ?? resolveLink(page.base, onclickTarget(node.attr('onclick')));
    if (target !== null) links.push(describeLink(page, node, target, resolveLink(page.base, node.attr('href')) === null ? 'onclick' : 'a'));
    return true;
  });
  for (const [selector, attribute] of FRAME_SOURCES) {
    $(selector).each((_, element) => {
      const target = framedFile(page.base, $(element).attr(attribute));
      if (target !== null) links.push(describeLink(page, $(element), target, 'frame'));
    });
  }
  return [...links, ...scriptFiles(page, links)];
}

/** An absolute http(s) URL without fragment, or null for `javascript:`, `mailto:`, `#` and what cannot be read. */
export function resolveLink(base: URL, href: string | undefined): URL | null {
  const text = href?.trim().replace(/[\t\r\n]/g, '') ?? '';
  if (text === '' || text.startsWith('#') || /^(?:javascript|mailto|tel|data|about|vbscript|file):/i.test(text)) return null;
  if (!URL.canParse(text, base.href)) return null;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

/** What is printed for and around one link. */
function describeLink(page: HtmlPage, node: Cheerio<AnyNode>, url: URL, found: string): Link {
  const row = ownRow(page.$, node);
  const inContent = page.content !== null && (node.closest(page.content).length > 0 || node.is(page.content));
  return {
    url,
    text: linkText(node),
    heading: headingOf(page.$, node),
    date: printedDate((row ?? node).text()),
    department: row === null ? null : rowDepartment(page.$, row),
    inContent,
    found,
  };
}

/** The fullest text of a link: its title attribute where the printed text is cut off or says nothing. */
function linkText(node: Cheerio<AnyNode>): string {
  const printed = plainText(node.text());
  const title = plainText(node.attr('title') ?? '');
  const alt = plainText(node.find('img').first().attr('alt') ?? '');
  const label = /^\[.*\]$|^【.*】$/.test(printed);
  const cut = /(?:\.{2,}|…)/.test(printed) || EMPTY_WORDS.test(printed) || label || printed === '';
  const full = cut && title !== '' ? title : label ? '' : printed || alt;
  return EMPTY_WORDS.test(full) ? '' : full.replace(/\s+[[(（]?(?:19|20)\d\d-\d\d-\d\d[\])）]?$/, '');
}

/** The list item, table row or small box that belongs to this link alone (all its links lead to the same URL). */
function ownRow($: CheerioAPI, node: Cheerio<AnyNode>): Cheerio<AnyNode> | null {
  const href = node.attr('href');
  let row: Cheerio<AnyNode> | null = null;
  let current = node.parent();
  for (let level = 0; level < 4 && current.length > 0 && !current.is('body,ul,ol,table,tbody'); level += 1) {
    const others = current.find('a[href]').filter((_, element) => $(element).attr('href') !== href);
    if (others.length > 0) break;
    row = current;
    current = current.parent();
  }
  return row;
}

/** The text beside the link in its row, where it names an organization. */
function rowDepartment($: CheerioAPI, row: Cheerio<AnyNode>): string | null {
  const beside = row
    .find('td,span,em,dt')
    .map((_, element) => ($(element).find('a[href]').length > 0 ? '' : plainText($(element).text())))
    .get();
  return (
    beside.map((text) => text.replace(LABEL, '')).find((text) => text.length >= 3 && text.length <= 40 && ORGANIZATION.test(text)) ?? null
  );
}

/** The nearest heading before a link: on each level up, the closest earlier sibling that is or looks like one. */
function headingOf($: CheerioAPI, node: Cheerio<AnyNode>): string | null {
  let current: Cheerio<AnyNode> = node;
  for (let level = 0; level < 6 && current.length > 0 && !current.is('body'); level += 1) {
    const siblings = current.prevAll().slice(0, 4).get();
    for (const sibling of siblings) {
      const heading = headingText($, sibling);
      if (heading !== null) return heading;
    }
    current = current.parent();
  }
  return null;
}

/** The text of an element that is a heading by tag or by the name of its class, else null. A row of tabs heads several lists: no heading. */
function headingText($: CheerioAPI, node: AnyNode): string | null {
  const element = $(node);
  const heading =
    element.is('h1,h2,h3,h4,h5,h6,dt,th,caption') ||
    /(?:^|[-_\s])(?:tit|title|head|hd|bt)(?:$|[-_\s\d])/i.test(element.attr('class') ?? '');
  const isRowOfTabs = element.find('a,li').length > 1;
  if (!heading || isRowOfTabs) return null;
  const text = plainText(element.text());
  return text.length >= 2 && text.length <= 60 ? text : null;
}

/** The address in `window.open('…')` or `location.href='…'` of an onclick handler. */
function onclickTarget(handler: string | undefined): string | undefined {
  return /(?:open|href|location|assign|replace|download\w*)\s*(?:=|\()\s*['"]([^'"]+)['"]/i.exec(handler ?? '')?.[1];
}

/** The file shown in a frame: its address itself or the one handed to a viewer (`viewer.html?file=/a.pdf`). */
function framedFile(base: URL, source: string | undefined): URL | null {
  const frame = resolveLink(base, source);
  if (frame === null) return null;
  for (const value of frame.searchParams.values()) {
    if (EXTENSION.test(value.replace(/[?#].*$/, ''))) return resolveLink(base, value);
  }
  return EXTENSION.test(frame.pathname) ? frame : null;
}

/** Files that only a script names ('…/a.pdf' in quotes), each once, if no link leads there. */
function scriptFiles(page: HtmlPage, links: readonly Link[]): Link[] {
  const known = new Set(links.map((link) => link.url.href));
  const found: Link[] = [];
  page.$('script').each((_, element) => {
    const source = page.$(element).text().slice(0, 500_000);
    for (const match of source.matchAll(/['"]([^'"\s<>]{4,500}\.(?:pdf|docx?|xlsx?|zip|rar|ofd|wps|et))['"]/gi)) {
      const url = resolveLink(page.base, match[1]?.replaceAll('\\/', '/'));
      if (url === null || known.has(url.href) || found.length >= 200) continue;
      known.add(url.href);
      found.push({ url, text: '', heading: null, date: null, department: null, inContent: true, found: 'script' });
    }
  });
  return found;
}
