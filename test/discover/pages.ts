import iconv from 'iconv-lite';
import { discoverPage } from '../../src/discover/index.js';
import { type Discovery, type WebSource, zWebSource } from '../../src/model/index.js';

export const LIST_URL = 'https://www.example.gov.cn/zwgk/czyjs/index.html';

/** A source that starts at the list of the test pages. */
export function source(overrides: Record<string, unknown> = {}): WebSource {
  return zWebSource.parse({ type: 'web', start: [{ url: LIST_URL }], ...overrides });
}

export interface PageOptions {
  url?: string;
  role?: 'list' | 'article';
  title?: string;
  head?: string;
  charset?: string;
  source?: WebSource;
}

/** What discovery makes of a page with this body. */
export function discover(body: string, options: PageOptions = {}): Discovery {
  const html = `<!DOCTYPE html><html><head><title>${options.title ?? '财政预决算_样例市人民政府'}</title>${options.head ?? ''}</head><body>${body}</body></html>`;
  const page = { url: options.url ?? LIST_URL, body: iconv.encode(html, options.charset ?? 'utf8'), role: options.role };
  return discoverPage(page, options.source ?? source());
}

/** The codes of the diagnostics. */
export function codes(discovery: Discovery): string[] {
  return discovery.diagnostics.map((diagnostic) => diagnostic.code);
}
