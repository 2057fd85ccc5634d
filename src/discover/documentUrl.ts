import { EXTENSION, safeName } from '../fetch/index.js';

/** Paths of programs that hand out files: `download.jsp?…`, `/module/download/downfile.jsp`, `GetFile.aspx`, `/api/attachment/…`. */
const DOWNLOAD_PATH =
  /(?:down(?:load|file)?(?:attach(?:ment)?|servlet)?s?|get(?:file|attach\w*)|attach(?:ment)?s?|fileserver|showfile|openfile|viewfile)(?:\.(?:jsp|do|action|aspx|ashx|php|html?))?(?:\/|$)/i;
/** A last path segment without extension that is a GUID or a hash. */
const GUID_SEGMENT = /\/(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})\/?$/i;
/** Query parameters that name a file. */
const NAME_PARAMETERS = ['filename', 'fileName', 'showname', 'showName', 'file', 'name', 'attname', 'title'];
const PAGE_EXTENSION = /\.(?:s?html?|jspx?|aspx?|php|do|action)$/i;

/** Why a URL (with the text of its link) looks like that of a file, or null. */
export function documentUrlReason(url: URL, linkText: string): string | null {
  const path = decodePath(url);
  const extension = EXTENSION.exec(path)?.[1];
  if (extension !== undefined) return `extension .${extension.toLowerCase()}`;
  for (const name of NAME_PARAMETERS) if (EXTENSION.test(url.searchParams.get(name) ?? '')) return `file name in the parameter ${name}`;
  if (EXTENSION.test(linkText)) return 'file name in the link text';
  if (DOWNLOAD_PATH.test(url.pathname) && url.search !== '') return 'download program';
  if (GUID_SEGMENT.test(url.pathname) && !PAGE_EXTENSION.test(url.pathname)) return 'GUID without extension';
  return null;
}

/** The name under which a file is offered: of the link text where it is a file name, of the query, of the path. */
export function offeredFileName(url: URL, linkText: string): string {
  if (EXTENSION.test(linkText)) return safeName(linkText) ?? linkText;
  for (const name of NAME_PARAMETERS) {
    const value = url.searchParams.get(name) ?? '';
    if (EXTENSION.test(value)) return safeName(value) ?? value;
  }
  const last = decodePath(url)
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return safeName(last ?? '') ?? url.hostname;
}

/** The path with percent-encoding undone where it is valid. */
function decodePath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}
