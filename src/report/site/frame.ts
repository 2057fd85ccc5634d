import { type Child, h, spoken } from './dom.js';
import type { Route } from './route.js';
import type { choose } from './settings.js';
import { settings } from './settings.js';
import { links, type Site } from './site.js';
import { t, type Word } from './words.js';

const PAGES: readonly (readonly [name: string, word: Word, href: string, also: readonly string[]])[] = [
  ['', 'overview', links.overview, []],
  ['organizations', 'organizations', links.organizations, ['organization']],
  ['documents', 'documents', links.documents, ['document']],
  ['codes', 'codes', links.codes, ['code']],
  ['review', 'review', links.review, []],
];
/** Typing is followed after a pause. */
const PAUSE_MS = 180;

/** The top of every page: where one is, search, language and unit. */
export function pageHeader(site: Site, { name, parts }: Route, change: typeof choose): Child {
  const input = h('input', { type: 'search', id: 'search', placeholder: t('searchHint'), 'aria-label': t('search'), autocomplete: 'off' });
  input.value = name === 'search' ? (parts[0] ?? '') : '';
  let timer = 0;
  const go = () => {
    window.clearTimeout(timer);
    if (input.value.trim() !== '') location.hash = links.search(input.value.trim());
  };
  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(go, PAUSE_MS);
  });
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById('main')?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    go();
  };
  const review = site.data.counts.quarantined + site.data.counts.failedChecks;
  const items = PAGES.map(([page, word, href, also]) => {
    const current = page === name || also.includes(name);
    const badge = page === 'review' && review > 0 ? h('span', { class: 'badge' }, review.toLocaleString('en-US')) : null;
    return h('li', {}, h('a', { href, 'aria-current': current ? 'page' : null }, t(word), badge));
  });
  const units = h('select', { id: 'unit', change: () => change({ unit: units.value === 'yuan' ? 'yuan' : 'wan' }) }, [
    ...(['wan', 'yuan'] as const).map((unit) => h('option', { value: unit, selected: settings.unit === unit }, t(unit))),
  ]);
  const other = settings.language === 'zh' ? 'en' : 'zh';
  return [
    h('a', { class: 'skip', href: '#main', click: skip }, t('skip')),
    h(
      'div',
      { class: 'bar' },
      h('a', { class: 'brand', href: links.overview }, 'Fiscus', h('span', {}, site.data.title)),
      h('nav', { 'aria-label': t('overview') }, h('ul', {}, items)),
      h('form', { role: 'search', submit }, input),
      h('label', { class: 'units' }, spoken(t('unitSwitch')), units),
      h('button', { type: 'button', id: 'language', lang: other, click: () => change({ language: other }) }, t('language')),
    ),
  ];
}

/** The bottom of every page: which version of which dataset this is. */
export function pageFooter({ data }: Site): Child {
  const { title, version, licence, publisher } = data;
  const known = [
    `${t('version')} ${version}`,
    publisher === null ? null : `${t('publisher')}: ${publisher}`,
    licence === null ? null : `${t('licence')}: ${licence}`,
  ];
  return [h('p', {}, title, ' · ', known.filter((part) => part !== null).join(' · ')), h('p', {}, t('builtBy'))];
}
