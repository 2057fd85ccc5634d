import type { Element } from 'domhandler';
import { EXTENSION } from '../fetch/index.js';
import { clickedAddress, isClickable, resolveLink } from './address.js';
import type { HtmlPage } from './htmlPage.js';
import { headingOf, leadsAside, liesIn, linkText, rowDate, rowDepartment } from './linkEvidence.js';
import { listRecords } from './listRecords.js';
import { rawText } from './parseHtml.js';
import { plainText } from './printedText.js';

const MAX_LINKS = 20_000;
const MAX_SCRIPT_FILES = 200;
const MAX_SCRIPT_LENGTH = 500_000;
const PAGE_FRAMES = new Set(['iframe', 'frame']);
const FRAME_SOURCES: readonly [string, string][] = [
  ['frame', 'src'],
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
    readonly found: 'a' | 'onclick' | 'frame' | 'record' | 'script',
    private readonly record: { date: string | null } | null = null,
  ) {}

  get heading(): string | null {
    return this.element === null ? null : headingOf(this.element);
  }

  /** The date printed with it, YYYY-MM-DD. */
  get date(): string | null {
    return this.element === null ? (this.record?.date ?? null) : rowDate(this.element);
  }

  /** An organization named beside it. */
  get department(): string | null {
    return this.element === null ? null : rowDepartment(this.element);
  }

  /** Whether it leads to the article before or after, or to others that are related: not what this page is about. */
  get leadsAside(): boolean {
    return this.element !== null && leadsAside(this.element);
  }

  /** The name of the element that it was found in; empty for what only a script names. */
  get elementName(): string {
    return this.element?.name ?? '';
  }

  /** Whether it lies in the article's own content; a file that only a script names is taken to. */
  get inContent(): boolean {
    return this.element === null ? this.record === null : this.page.content !== null && liesIn(this.element, this.page.content);
  }
}

/** All links of a page in document order: what can be clicked, then frames, then what only scripts name. */
export function collectLinks(page: HtmlPage): Link[] {
  const links: Link[] = [];
  for (const element of page.tree.elements.filter(isClickable).slice(0, MAX_LINKS)) {
    const target = clickedAddress(element, page.base, page.charset);
    if (target === null) continue;
    if (element.name === 'option') links.push(new Link(page, null, target.url, plainText(rawText(element)), 'record', { date: null }));
    else links.push(new Link(page, element, target.url, linkText(element), target.by === 'href' ? 'a' : 'onclick'));
  }
  for (const [name, attribute] of FRAME_SOURCES) {
    for (const element of page.tree.named(name)) {
      const target = framed(page, element, attribute);
      if (target !== null) links.push(new Link(page, element, target, linkText(element), 'frame'));
    }
  }
  links.push(...scriptRecords(page));
  return [...links, ...scriptFiles(page, links)];
}

const MOST_UNRESOLVED = 20;

/** The names of files in links whose address cannot be read, each once. */
export function unresolvedFiles({ tree, base, charset }: HtmlPage): string[] {
  const names = tree
    .named('a')
    .filter((element) => !/^[^#j]/i.test(element.attribs.href ?? '') && clickedAddress(element, base, charset) === null)
    .map((element) => linkText(element))
    .filter((text) => EXTENSION.test(text));
  return [...new Set(names)].slice(0, MOST_UNRESOLVED);
}

/** What a frame shows: a file, its address itself or the one handed to a viewer (`viewer.html?file=/a.pdf`), or a page that a reader sees; else null. */
function framed({ base, charset }: HtmlPage, element: Element, attribute: string): URL | null {
  const frame = resolveLink(base, element.attribs[attribute], charset);
  if (frame === null) return null;
  for (const value of frame.searchParams.values()) {
    if (EXTENSION.test(value.replace(/[?#].*$/, ''))) return resolveLink(base, value, charset);
  }
  return EXTENSION.test(frame.pathname) || (PAGE_FRAMES.has(element.name) && !isHidden(element)) ? frame : null;
}

/** Whether nobody sees a frame: it counts visitors or loads data. */
function isHidden({ attribs: { style, width, height } }: Element): boolean {
  return (
    /display:\s*none|visibility:\s*hidden/i.test(style ?? '') || /^[01](?:px)?$/.test(width ?? '') || /^[01](?:px)?$/.test(height ?? '')
  );
}

/** The rows of lists and the columns of trees that scripts hold; all of a JSON answer is one. */
function scriptRecords(page: HtmlPage): Link[] {
  const texts = page.isData ? [page.html] : page.tree.named('script').map(rawText);
  return texts.flatMap((text) =>
    listRecords(text.slice(0, MAX_SCRIPT_LENGTH)).flatMap((record) => {
      const url = resolveLink(page.base, record.address, page.charset);
      return url === null ? [] : [new Link(page, null, url, record.text, 'record', record)];
    }),
  );
}

/** A text in quotes of a script that ends as a file does, or several with marks between (./a.xls;./b.pdf;). */
const QUOTED_FILES = /['"]([^'"\s<>]{4,2000}\.(?:pdf|docx?|xlsx?|zip|rar|ofd|wps|et)[;|]?)['"]/gi;

/** Files that only a script names ('…/a.pdf' in quotes), each once, if no link leads there. */
function scriptFiles(page: HtmlPage, links: readonly Link[]): Link[] {
  const known = new Set(links.map((link) => link.url.href));
  const names = new Set(links.map((link) => link.text));
  const found: Link[] = [];
  for (const element of page.tree.named('script')) {
    const source = rawText(element).slice(0, MAX_SCRIPT_LENGTH);
    const written = [...source.matchAll(QUOTED_FILES)].map((match) => (match[1] ?? '').split(/[;|]/).filter((part) => part !== ''));
    const isList = (parts: readonly string[]) => parts.length > 1 && parts.every((part) => /\.\w{2,4}$/.test(part));
    // Lists without a path are the names of the files that another list holds.
    const paths = written.some((parts) => isList(parts) && parts.some((part) => part.includes('/')));
    const addresses = written.flatMap((parts) => (isList(parts) ? parts : [parts.join(';')]));
    for (const address of addresses) {
      const url = resolveLink(page.base, address.replaceAll('\\/', '/'), page.charset);
      if (paths && !address.includes('/')) continue;
      if (url === null || names.has(address) || known.has(url.href) || found.length >= MAX_SCRIPT_FILES) continue;
      known.add(url.href);
      found.push(new Link(page, null, url, '', 'script'));
    }
  }
  return found;
}
