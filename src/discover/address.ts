import type { Element } from 'domhandler';
import iconv from 'iconv-lite';

/** Schemes that lead to no page. */
const NO_ADDRESS = /^(?:javascript|mailto|tel|data|about|vbscript|file):/i;
/** Calls and assignments that open the address behind them, whatever a site calls its function. */
const OPENING =
  /(?:(?:open|href|location|assign|replace)\s*(?:=|\()|\b(?:down|view|show|preview|go|jump|link|to|read|detail)\w*\s*\()\s*['"]([^'"]+)['"]/i;
/** What a call's argument must look like for an address: a path, a file or a query. */
const ADDRESS_LIKE = /[/?]|\.\w{2,5}$/;
/** A string in a handler that is an address wherever it stands. */
const HANDED_OVER = /['"]((?:https?:\/\/|\.{0,2}\/)[^'"\s]+)['"]/i;
/** Attributes in which programs keep the address that a click opens. */
const ADDRESS_ATTRIBUTES = [
  'data-href',
  'data-url',
  'data-link',
  'data-file',
  'data-fileurl',
  'data-path',
  'data-src',
  'data-pdf',
  'data-download',
  'pdfsrc',
];
const ADDRESS_ATTRIBUTE_NAMES = new Set(ADDRESS_ATTRIBUTES);
const CLICKABLE = new Set(['a', 'li', 'tr', 'td', 'div', 'span', 'p', 'button', 'h3', 'h4', 'h5']);

/**
 * An absolute http(s) URL without fragment, or null for `javascript:`, `mailto:`, `#` and what cannot be read. A query is written in the charset of its page, as
 * browsers do: a program that expects GBK finds nothing under UTF-8.
 */
export function resolveLink(base: URL, href: string | undefined, charset = 'utf-8'): URL | null {
  const text = inCharset(href?.trim().replace(/[\t\r\n]/g, '') ?? '', charset);
  if (text === '' || text.startsWith('#') || NO_ADDRESS.test(text)) return null;
  if (!URL.canParse(text, base.href)) return null;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // Every assignment parses the URL again: most have nothing to take away.
  if (url.hash !== '' || url.href.endsWith('#')) url.hash = '';
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return url;
}

/** An address whose query is percent-encoded in a charset other than UTF-8. */
function inCharset(address: string, charset: string): string {
  const query = address.indexOf('?');
  if (charset === 'utf-8' || query < 0) return address;
  const encoded = address
    .slice(query)
    .replace(/[^\x00-\x7f]+/g, (text) =>
      [...iconv.encode(text, charset)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
  return address.slice(0, query) + encoded;
}

/** Where a click on an element leads, and by what; null where it leads nowhere that can be read. */
export function clickedAddress(element: Element, base: URL, charset: string): { url: URL; by: 'href' | 'handler' } | null {
  const { name, attribs } = element;
  const isLink = name === 'a' || name === 'area';
  const direct = isLink ? resolveLink(base, attribs.href, charset) : name === 'option' ? optionAddress(attribs.value, base, charset) : null;
  if (direct !== null) return { url: direct, by: 'href' };
  const candidates = [opened(attribs.onclick), isLink ? opened(attribs.href) : undefined, ...stated(element)];
  for (const address of candidates) {
    const url = resolveLink(base, address, charset);
    if (url !== null) return { url, by: 'handler' };
  }
  return null;
}

/** The address that a handler such as `window.open('…')`, `location.href='…'` or `downloadFile('/a.pdf')` opens, or that it hands to any other function. */
function opened(handler: string | undefined): string | undefined {
  const address = OPENING.exec(handler ?? '')?.[1];
  if (address !== undefined && ADDRESS_LIKE.test(address)) return address;
  return HANDED_OVER.exec(handler ?? '')?.[1];
}

/** The addresses in the attributes of something that can be clicked. */
function stated({ name, attribs }: Element): (string | undefined)[] {
  return CLICKABLE.has(name) ? ADDRESS_ATTRIBUTES.map((attribute) => attribs[attribute]) : [];
}

/** The address that a choice stands for; ids and words are none. */
function optionAddress(value: string | undefined, base: URL, charset: string): URL | null {
  return /^(?:https?:)?\/|^\.{1,2}\//.test(value?.trim() ?? '') ? resolveLink(base, value, charset) : null;
}

/** Whether something may be clicked: cheap, because it is asked of every element of a page. */
export function isClickable({ name, attribs }: Element): boolean {
  if (name === 'a' || name === 'area') return attribs.href !== undefined || attribs.onclick !== undefined || hasStatedAddress(attribs);
  return (
    attribs.onclick !== undefined ||
    (name === 'option' && attribs.value !== undefined) ||
    (CLICKABLE.has(name) && hasStatedAddress(attribs))
  );
}

function hasStatedAddress(attribs: Record<string, string>): boolean {
  for (const name in attribs) if (ADDRESS_ATTRIBUTE_NAMES.has(name)) return true;
  return false;
}
