import picomatch from 'picomatch';
import { getDomain } from 'tldts';
import type { WebSource } from '../model/index.js';

/** What belongs to a source: hosts under the registrable domains of its start pages, hosts it names, and its URL globs. */
export class SiteScope {
  readonly #sites: Set<string>;
  readonly #included: (url: string) => boolean;
  readonly #excluded: (url: string) => boolean;

  constructor(source: WebSource) {
    const hosts = [...source.start.map((start) => new URL(start.url).hostname), ...source.hosts];
    this.#sites = new Set(hosts.map(siteOf));
    const included = source.include_urls.map((glob) => picomatch(glob, { dot: true }));
    const excluded = source.exclude_urls.map((glob) => picomatch(glob, { dot: true }));
    this.#included = (url) => included.length === 0 || included.some((matches) => matches(url));
    this.#excluded = (url) => excluded.some((matches) => matches(url));
  }

  /** Whether the host of a URL may be asked at all, and the URL is not excluded. */
  allowsDocument(url: URL): boolean {
    return this.allowsHost(url) && !this.#excluded(url.href);
  }

  /** Whether a list or article page is followed. */
  allowsPage(url: URL): boolean {
    return this.allowsDocument(url) && this.#included(url.href);
  }

  /** Whether the host is one of the source's. */
  allowsHost(url: URL): boolean {
    return this.#sites.has(siteOf(url.hostname));
  }
}

/** The registrable domain of a host (`audit.zhuhai.gov.cn` -> `zhuhai.gov.cn`); an address or a name without a public suffix is its own. */
function siteOf(hostname: string): string {
  return getDomain(hostname) ?? hostname.toLowerCase();
}
