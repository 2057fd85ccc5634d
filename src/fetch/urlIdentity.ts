import { EXTENSION } from './documentExtensions.js';

const SESSION_IN_PATH = /;(?:jsessionid|sid|phpsessid)=[^/?#]*/gi;
const SESSION_PARAMETERS = new Set([
  'jsessionid',
  'phpsessid',
  'sid',
  'sessionid',
  '_t',
  'timestamp',
  'utm_source',
  'utm_medium',
  'utm_campaign',
]);

/**
 * The part of a URL that names the resource: without fragment, session ids and the token that some servers put behind a file name anew in
 * each page (`报告.pdf?aNrfDG_N6prIHCBa`). Two URLs with one identity are asked for once. Returns the input where it is no URL.
 */
export function urlIdentity(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url;
  }
  // Every assignment parses the URL again: most have nothing to take away.
  if (parsed.hash !== '' || parsed.href.endsWith('#')) parsed.hash = '';
  if (parsed.pathname.includes(';')) parsed.pathname = parsed.pathname.replace(SESSION_IN_PATH, '');
  if (parsed.search !== '') {
    const isFile = EXTENSION.test(parsed.pathname);
    const isToken = /^\?[\w.~%-]{8,}={0,2}$/.test(parsed.search);
    if (isFile && isToken) parsed.search = '';
    else
      for (const name of [...parsed.searchParams.keys()]) if (SESSION_PARAMETERS.has(name.toLowerCase())) parsed.searchParams.delete(name);
  }
  return parsed.href;
}
