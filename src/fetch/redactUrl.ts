const SECRET_IN_PATH = /;(?:jsessionid|sid|phpsessid)=[^/?#]*/gi;

/** A URL as it may be logged: without user info, fragment, session id and the values of its query (the parameter names stay). */
export function redactUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return '(not a URL)';
  }
  const names = [...new Set(parsed.searchParams.keys())].filter((name) => parsed.searchParams.getAll(name).some((value) => value !== ''));
  const query = parsed.search === '' ? '' : `?${names.length > 0 ? names.map((name) => `${name}=…`).join('&') : '…'}`;
  return `${parsed.protocol}//${parsed.host}${parsed.pathname.replace(SECRET_IN_PATH, '')}${query}`;
}
