import type { CoverageShard, SiteShard } from '../shards.js';
import { fill, h, spoken } from './dom.js';
import { coverageLabel, coverageSign, kindLabel } from './labels.js';
import { paged } from './pager.js';
import { links } from './site.js';
import { t } from './words.js';

type Row = CoverageShard[number];
const ROWS = 30;

/** Which kinds of table are there, for each organization and year. */
export function coverageMap(coverage: CoverageShard, { organizations }: SiteShard): HTMLElement {
  const kinds = [...new Set(coverage.map((row) => row[2]))];
  const years = [...new Set(coverage.flatMap((row) => row[1] ?? []))].sort((a, b) => b - a);
  const groups = new Map<string, Row[]>();
  for (const row of coverage) {
    const key = `${row[0]} ${row[1] ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const nameOf = (row: Row | undefined) => (row === undefined ? '' : (organizations[row[0]]?.name ?? ''));
  const entries = [...groups.values()].sort(
    (a, b) => nameOf(a[0]).localeCompare(nameOf(b[0]), 'zh') || (b[0]?.[1] ?? 0) - (a[0]?.[1] ?? 0),
  );
  const body = h('div');
  const input = h('input', { type: 'search', 'aria-label': t('filterOrganizations'), placeholder: t('filterOrganizations') });
  const year = h(
    'select',
    { 'aria-label': t('year') },
    h('option', { value: '' }, t('allYears')),
    years.map((one) => h('option', { value: String(one) }, String(one))),
  );
  const draw = () => {
    const query = input.value.trim().toLowerCase();
    const wanted = entries.filter(
      ([row]) => nameOf(row).toLowerCase().includes(query) && (year.value === '' || String(row?.[1]) === year.value),
    );
    fill(
      body,
      paged(wanted, ROWS, (shown) => map(shown, kinds, organizations)),
    );
  };
  input.addEventListener('input', draw);
  year.addEventListener('change', draw);
  draw();
  return h('div', {}, entries.length > ROWS / 3 ? h('p', { class: 'filters' }, input, year) : null, body);
}

function map(groups: readonly (readonly Row[])[], kinds: readonly Row[2][], organizations: SiteShard['organizations']): HTMLElement {
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, t('organization')),
    h('th', { scope: 'col' }, t('year')),
    kinds.map((kind) => h('th', { scope: 'col', class: 'kind' }, h('span', {}, kindLabel(kind)))),
  );
  const rows = groups.map((group) => {
    const [first] = group;
    const organization = first === undefined ? undefined : organizations[first[0]];
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, organization === undefined ? '' : h('a', { href: links.organization(organization.id) }, organization.name)),
      h('td', { class: 'number' }, first?.[1] == null ? '' : String(first[1])),
      kinds.map((kind) => cell(group.find((row) => row[2] === kind))),
    );
  });
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('coverage') },
    h('table', { class: 'coverage' }, h('thead', {}, head), h('tbody', {}, rows)),
  );
}

function cell(row: Row | undefined): HTMLElement {
  if (row === undefined) return h('td');
  const [, , kind, status, expected, captured, extracted, lines, proved] = row;
  const label = coverageLabel(status);
  const title = `${kindLabel(kind)}: ${label} (${extracted}/${Math.max(expected, captured)} ${t('tables')}, ${lines} ${t('lines')}, ${proved} ✓)`;
  return h('td', { class: `status ${status}`, title }, h('span', { 'aria-hidden': 'true' }, coverageSign(status)), spoken(label));
}
