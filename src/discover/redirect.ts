import type { HtmlPage } from './htmlPage.js';
import { resolveLink } from './links.js';

/** Assignments of a script that send the browser on, outside of strings handed to functions. */
const SCRIPT_REDIRECT =
  /(?:(?:window|document|self|top|parent)\s*\.\s*)*location(?:\s*\.\s*href)?\s*(?:=(?!=)\s*|\.\s*(?:replace|assign)\s*\(\s*)['"]([^'"]+)['"]/g;
/** Conditions under which a script sends only some browsers on. */
const MOBILE = /iphone|ipad|android|mobile|\biP\b|["']iP["']|userAgent/i;

/** Where a page without content of its own sends the browser on, by meta refresh or by script; null where it does not. */
export function findRedirect(page: HtmlPage): { url: URL; by: string } | null {
  const { $ } = page;
  const refresh = $('meta[http-equiv]').filter((_, element) => $(element).attr('http-equiv')?.toLowerCase() === 'refresh');
  const address = /url\s*=\s*['"]?\s*([^'"]+)/i.exec(refresh.first().attr('content') ?? '')?.[1];
  const byMeta = resolveLink(page.base, address);
  if (byMeta !== null && byMeta.href !== page.url.href) return { url: byMeta, by: 'meta refresh' };
  const links = $('a[href]').length;
  if (links > 0 || page.text.length > 60) return null;
  const targets = $('script')
    .map((_, element) => $(element).text())
    .get()
    .filter((source) => !MOBILE.test(source))
    .flatMap((source) => [...source.matchAll(SCRIPT_REDIRECT)].map((match) => match[1]))
    .map((target) => (/^[/.]*$/.test(target ?? '') ? null : resolveLink(page.base, target)))
    .filter((target) => target !== null && target.href !== page.url.href);
  const last = targets.at(-1);
  return last ? { url: last, by: 'script' } : null;
}
