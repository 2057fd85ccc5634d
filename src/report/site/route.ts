import { codePage, codesPage } from './codePages.js';
import { documentPage } from './documentPage.js';
import { type Child, h } from './dom.js';
import { documentsPage, organizationsPage } from './listPages.js';
import { organizationPage } from './organizationPage.js';
import { overviewPage } from './overviewPage.js';
import { reviewPage } from './reviewPage.js';
import { searchPage } from './searchPage.js';
import type { Site } from './site.js';
import { t } from './words.js';

/** A page: what it is called, what it shows, and the parts of the address behind its name. */
export interface Route {
  name: string;
  parts: readonly string[];
  page: (site: Site, parts: readonly string[]) => Child | Promise<Child>;
}

const PAGES: ReadonlyMap<string, Route['page']> = new Map<string, Route['page']>([
  ['', overviewPage],
  ['organizations', organizationsPage],
  ['organization', organizationPage],
  ['documents', documentsPage],
  ['document', documentPage],
  ['codes', codesPage],
  ['code', codePage],
  ['review', reviewPage],
  ['search', searchPage],
]);

/** The page that an address such as `#/document/ID/3` names. */
export function routeOf(hash: string): Route {
  const [name = '', ...parts] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  return { name, parts, page: PAGES.get(name) ?? notFound };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A percent sign that a person typed.
  }
}

/** What is shown where an address names nothing. */
export function notFound(): Child {
  return h('h1', {}, t('notFound'));
}
