import { resolveLink } from './address.js';
import type { HtmlPage } from './htmlPage.js';
import { rawText } from './parseHtml.js';

/** Assignments of a script that send the browser on, outside of strings handed to functions. */
const SCRIPT_REDIRECT =
  /(?:(?:window|document|self|top|parent)\s*\.\s*)*location(?:\s*\.\s*href)?\s*(?:=(?!=)\s*|\.\s*(?:replace|assign)\s*\(\s*)['"]([^'"]+)['"]/g;
/** Conditions under which a script sends only some browsers on. */
const MOBILE = /iphone|ipad|android|mobile|\biP\b|["']iP["']|userAgent/i;

const LATEST_REFRESH_SECONDS = 30;

/** Addresses of pages that say that there is nothing. */
const ERROR_ADDRESS = /(?:^|[/_-])(?:404|error|notfound|not_found|nopage)(?:[/._-]|$)/i;

/** Whether an address is that of a site's page for what is not there. */
export function isErrorAddress({ pathname }: URL): boolean {
  return ERROR_ADDRESS.test(pathname);
}

/** Where a page without content of its own sends the browser on, by meta refresh or by script; null where it does not. */
export function findRedirect(page: HtmlPage): { url: URL; by: string } | null {
  const refresh = page.tree.named('meta').find(({ attribs }) => attribs['http-equiv']?.toLowerCase() === 'refresh');
  const address = /url\s*=\s*['"]?\s*([^'"]+)/i.exec(refresh?.attribs.content ?? '')?.[1];
  const byMeta = resolveLink(page.base, address);
  const hasLinks = page.tree.named('a').some(({ attribs }) => attribs.href !== undefined);
  // A page that people are to read first is no redirect: some lists load something else after minutes.
  const atOnce = Number.parseFloat(refresh?.attribs.content ?? '') <= LATEST_REFRESH_SECONDS || !hasLinks;
  if (byMeta !== null && byMeta.href !== page.url.href && atOnce) return { url: byMeta, by: 'meta refresh' };
  if (hasLinks || page.text.length > 60) return null;
  const handlers = page.tree.named('body').map(({ attribs }) => attribs.onload ?? '');
  const targets = [...page.tree.named('script').map(rawText), ...handlers]
    .filter((source) => !MOBILE.test(source))
    .flatMap((source) => [...source.matchAll(SCRIPT_REDIRECT)].map((match) => match[1]))
    .map((target) => (/^[/.]*$/.test(target ?? '') ? null : resolveLink(page.base, target)))
    .filter((target) => target !== null && target.href !== page.url.href);
  const last = targets.at(-1);
  return last ? { url: last, by: 'script' } : null;
}
