import type { DocumentEntry } from '../shards.js';
import { type Child, fill, h } from './dom.js';
import { paged } from './pager.js';
import { links, type Site } from './site.js';
import { t } from './words.js';

const PER_PAGE = 50;

/** Every organization, to be filtered. */
export function organizationsPage({ data }: Site): Child {
  const counts = new Map<number, number>();
  for (const { organization } of data.documents) if (organization !== null) counts.set(organization, (counts.get(organization) ?? 0) + 1);
  const entries = data.organizations
    .map((organization, index) => ({ ...organization, documents: counts.get(index) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  const header = [t('name'), t('budgetUnitCode'), t('parentDepartment'), t('documents')];
  const list = filtered(
    entries,
    ({ name, id, aliases }) => [name, id, ...aliases].join(' '),
    (shown) =>
      table(
        header,
        shown.map(({ id, name, code, parent, documents }) => [
          h('a', { href: links.organization(id) }, name),
          code ?? '',
          parent === null ? '' : (data.organizations[parent]?.name ?? ''),
          String(documents),
        ]),
        [3],
      ),
  );
  return [h('h1', {}, t('organizations')), list];
}

/** Every document, to be filtered. */
export function documentsPage(site: Site): Child {
  const { documents, organizations } = site.data;
  const nameOf = ({ organization }: DocumentEntry) => (organization === null ? '' : (organizations[organization]?.name ?? ''));
  const list = filtered(
    documents,
    (document) => [document.title, document.file, nameOf(document), document.year ?? ''].join(' '),
    (shown) => documentTable(site, shown),
  );
  return [h('h1', {}, t('documents')), list];
}

/** Documents as a table. */
export function documentTable({ data }: Site, documents: readonly DocumentEntry[]): HTMLElement {
  const header = [t('document'), t('organization'), t('year'), t('tables'), t('lines'), t('review')];
  const rows = documents.map((document) => {
    const organization = document.organization === null ? undefined : data.organizations[document.organization];
    const review = document.review === 0 ? '' : h('span', { class: 'badge' }, String(document.review));
    return [
      h('a', { href: links.document(document) }, document.title),
      organization === undefined ? '' : h('a', { href: links.organization(organization.id) }, organization.name),
      document.year === null ? '' : String(document.year),
      String(document.tables),
      document.lines.toLocaleString('en-US'),
      review,
    ];
  });
  return table(header, rows, [2, 3, 4, 5]);
}

/** A list with a field that filters it, a page at a time. */
function filtered<T>(items: readonly T[], textOf: (item: T) => string, show: (items: readonly T[]) => Child): HTMLElement {
  const texts = items.map((item) => textOf(item).toLowerCase());
  const body = h('div');
  const draw = (query: string) =>
    fill(body, paged(query === '' ? items : items.filter((_, at) => texts[at]?.includes(query)), PER_PAGE, show));
  const input = h('input', {
    type: 'search',
    'aria-label': t('search'),
    placeholder: t('search'),
    input: () => draw(input.value.trim().toLowerCase()),
  });
  draw('');
  return h('div', {}, h('p', { class: 'filters' }, input), body);
}

/** A table of a header and rows; `numbers` are the columns set to the right. */
export function table(header: readonly string[], rows: readonly (readonly Child[])[], numbers: readonly number[] = []): HTMLElement {
  const of = (column: number) => (numbers.includes(column) ? 'number' : null);
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': header.join(', ') },
    h(
      'table',
      { class: 'list' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          header.map((text, column) => h('th', { scope: 'col', class: of(column) }, text)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, column) => h('td', { class: of(column) }, cell)),
          ),
        ),
      ),
    ),
  );
}
