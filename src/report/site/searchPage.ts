import { type Child, h } from './dom.js';
import { classificationLabel } from './labels.js';
import { documentTable } from './listPages.js';
import { links, type Site } from './site.js';
import { t } from './words.js';

/** Hits shown of a group: a better query finds the rest. */
const MOST = 40;

/** Organizations, codes and documents that a query names. */
export function searchPage(site: Site, [query = '']: readonly string[]): Child {
  const { organizations, codeLists, documents } = site.data;
  const wanted = query.trim().toLowerCase();
  const has = (text: string | null) => text?.toLowerCase().includes(wanted) === true;
  const found = wanted === '' ? [] : organizations.filter(({ name, id, aliases }) => has(name) || has(id) || aliases.some(has));
  const codes =
    wanted === ''
      ? []
      : codeLists.flatMap(({ classification, codes: list }) =>
          list.filter(([code, name]) => code.startsWith(wanted) || has(name)).map(([code, name]) => ({ classification, code, name })),
        );
  const files = wanted === '' ? [] : documents.filter(({ title, file, id }) => has(title) || has(file) || id.startsWith(wanted));
  const group = (heading: string, count: number, content: Child) =>
    count === 0 ? null : h('section', {}, h('h2', {}, `${heading} (${count})`), content);
  return [
    h('h1', {}, t('searchResults', query)),
    found.length + codes.length + files.length === 0 ? h('p', { role: 'status' }, t('noResults')) : null,
    group(
      t('organizations'),
      found.length,
      h(
        'ul',
        { class: 'hits' },
        found.slice(0, MOST).map(({ id, name }) => h('li', {}, h('a', { href: links.organization(id) }, name))),
      ),
    ),
    group(
      t('codes'),
      codes.length,
      h(
        'ul',
        { class: 'hits' },
        codes
          .slice(0, MOST)
          .map(({ classification, code, name }) =>
            h(
              'li',
              {},
              h('a', { href: links.code(classification, code) }, `${code} ${name}`),
              ' ',
              h('small', {}, classificationLabel(classification)),
            ),
          ),
      ),
    ),
    group(t('documents'), files.length, documentTable(site, files.slice(0, MOST))),
  ];
}
