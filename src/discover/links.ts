import type { Element } from 'domhandler';
import { EXTENSION } from '../fetch/index.js';
import type { HtmlPage } from './htmlPage.js';
import { headingOf, liesIn, linkText, rowDate, rowDepartment } from './linkEvidence.js';
import { rawText } from './parseHtml.js';

const MAX_LINKS = 20_000;
const MAX_SCRIPT_FILES = 200;
const MAX_SCRIPT_LENGTH = 500_000;
const FRAME_SOURCES: readonly [string, string][] = [
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
];

/** A link of a page. What is printed around it is read when it is asked for: most links of a page are navigation. */
export class Link {
  constructor(
    private readonly page: HtmlPage,
    private readonly element: Element | null,
    readonly url: URL,
    /** Printed text or title, the fuller one; empty where it says nothing. */
    readonly text: string,
    readonly found: 'a' | 'onclick' | 'frame' | 'script',
  ) {}

  get heading(): string | null {
    return this.element === null ? null : headingOf(this.element);
  }

  /** The date printed with it, YYYY-MM-DD. */
  get date(): string | null {
    return this.element === null ? null : rowDate(this.element);
  }

  /** An organization named beside it. */
  get department(): string | null {
    return this.element === null ? null : rowDepartment(this.element);
  }

  /** Whether it lies in the article's own content; a file that only a script names is taken to. */
  get inContent(): boolean {
    return this.element === null || (this.page.content !== null && liesIn(this.element, this.page.content));
  }
}

/** All links of a page in document order: anchors, onclick handlers, then framed files, then files that only a script names. */
export function collectLinks(page: HtmlPage): Link[] {
  const links: Link[] = [];
  for (const element of page.tree.elements.filter(leadsSomewhere).slice(0, MAX_LINKS)) {
    const direct = resolveLink(page.base, element.attribs.href);
    const target = direct ?? resolveLink(page.base, onclickTarget(element.attribs.onclick));
    if (target !== null) links.push(new Link(page, element, target, linkText(element), direct === null ? 'onclick' : 'a'));
  }
  for (const [name, attribute] of FRAME_SOURCES) {
    for (const element of page.tree.named(name)) {
      const target = framedFile(page.base, element.attribs[attribute]);
      if (target !== null) links.push(new Link(page, element, target, linkText(element), 'frame'));
    }
  }
  return [...links, ...scriptFiles(page, links)];
}

/** Whether an element is an anchor with an address, or does something when it is clicked. */
function leadsSomewhere({ name, attribs }: Element): boolean {
  return ((name === 'a' || name === 'area') && attribs.href !== undefined) || attribs.onclick !== undefined;
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
  for (const element of page.tree.named('script')) {
    const source = rawText(element).slice(0, MAX_SCRIPT_LENGTH);
    for (const match of source.matchAll(/['"]([^'"\s<>]{4,500}\.(?:pdf|docx?|xlsx?|zip|rar|ofd|wps|et))['"]/gi)) {
      const url = resolveLink(page.base, match[1]?.replaceAll('\\/', '/'));
      if (url === null || known.has(url.href) || found.length >= MAX_SCRIPT_FILES) continue;
      known.add(url.href);
      found.push(new Link(page, null, url, '', 'script'));
    }
  }
  return found;
}
