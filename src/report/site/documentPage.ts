import type { DocumentEntry, DocumentShard, TableEntry, TablesShard } from '../shards.js';
import { CellChoice } from './cellChoice.js';
import { cellDetail } from './cellDetail.js';
import { type Child, facts, h } from './dom.js';
import { gridView } from './gridView.js';
import { kindLabel, proofLabel, proofSign, severityLabel, severitySign } from './labels.js';
import { table } from './listPages.js';
import { pageView } from './pageView.js';
import { legend } from './proofLegend.js';
import { notFound } from './route.js';
import { shard } from './shardLoader.js';
import { links, type Site } from './site.js';
import { t } from './words.js';

const PROOFS = ['proved', 'disputed', 'contradicted', 'unchecked'] as const;

/** A document: its tables, or one of them beside its page. */
export async function documentPage(site: Site, [id = '', at, r, c]: readonly string[]): Promise<Child> {
  const index = site.documentIndex(id);
  const entry = index === null ? undefined : site.data.documents[index];
  if (entry === undefined) return notFound();
  const document = await shard<DocumentShard>(`documents/${id}`);
  const organization = entry.organization === null ? undefined : site.data.organizations[entry.organization];
  const head = [
    h(
      'p',
      { class: 'over' },
      h('a', { href: links.documents }, t('documents')),
      organization === undefined ? null : [' · ', h('a', { href: links.organization(organization.id) }, organization.name)],
      at === undefined ? null : [' · ', h('a', { href: links.document(entry) }, t('allTables'))],
    ),
    h('h1', {}, entry.title),
  ];
  if (at === undefined) return [head, about(entry, document), tableList(entry, document), diagnosticsList(document)];
  const chosen = document.tables.findIndex((one) => one.index === Number(at));
  const tableEntry = document.tables[chosen];
  if (tableEntry === undefined) return [head, notFound()];
  return [
    head,
    await oneTable(site, entry, document, chosen, tableEntry, r === undefined || c === undefined ? null : [Number(r), Number(c)]),
  ];
}

function about(entry: DocumentEntry, { mediaType, bytes, sources }: DocumentShard): HTMLElement {
  const from = sources.map(({ url, fetchedAt }) => h('div', {}, url, fetchedAt === null ? null : ` (${t('fetched', fetchedAt)})`));
  return facts([
    [t('document'), `${entry.file} · ${mediaType} · ${bytes.toLocaleString('en-US')} B`],
    ['sha256', h('code', {}, entry.id)],
    [t('source'), from.length === 0 ? null : from],
  ]);
}

function tableList(entry: DocumentEntry, { tables }: DocumentShard): HTMLElement {
  const header = [
    t('table'),
    t('kind'),
    t('unit'),
    t('page', '').trim(),
    ...PROOFS.map((proof) => `${proofSign(proof)} ${proofLabel(proof)}`),
    t('review'),
  ];
  const rows = tables.map((one) => [
    h(
      'a',
      { href: links.table(entry, one.index) },
      `${one.index + 1}. ${one.title ?? t('table')}`,
      one.label === null ? null : h('small', {}, ` ${one.label}`),
    ),
    [kindLabel(one.kind), one.empty ? ` (${t('emptyTable')})` : ''],
    one.unit ?? '',
    one.pages.join(', '),
    ...PROOFS.map((proof) => String(one.proofs[proof] ?? '')),
    one.review === 0 ? '' : h('span', { class: 'badge' }, String(one.review)),
  ]);
  return h('section', {}, h('h2', {}, `${t('tables')} (${tables.length})`), table(header, rows, [4, 5, 6, 7, 8]));
}

function diagnosticsList({ diagnostics }: DocumentShard): HTMLElement {
  const rows = diagnostics.map(({ severity, code, page, table: at, message }) => [
    h('span', { class: `severity ${severity}` }, `${severitySign(severity)} ${severityLabel(severity)}`),
    h('code', {}, code),
    [page === null ? '' : t('page', String(page)), at === null ? '' : ` ${t('table')} ${at + 1}`].join(''),
    message,
  ]);
  const content =
    rows.length === 0 ? h('p', {}, t('noDiagnostics')) : table([t('status'), t('diagnosticCode'), t('source'), t('diagnostics')], rows);
  return h('section', {}, h('h2', {}, `${t('diagnostics')} (${rows.length})`), content);
}

/** One table cell by cell, beside its page. */
async function oneTable(
  site: Site,
  entry: DocumentEntry,
  document: DocumentShard,
  chosen: number,
  about_: TableEntry,
  wanted: readonly [number, number] | null,
): Promise<Child> {
  const { tables } = document;
  const data = (await shard<TablesShard>(`documents/${entry.id.slice(0, 16)}.${about_.shard}`))[about_.index];
  if (data === undefined) return notFound();
  const choice = new CellChoice();
  const select = h(
    'select',
    { 'aria-label': t('allTables') },
    tables.map((one) =>
      h('option', { value: String(one.index), selected: one === about_ }, `${one.index + 1}. ${one.title ?? t('table')}`),
    ),
  );
  select.addEventListener('change', () => {
    location.hash = links.table(entry, Number(select.value));
  });
  const step = (by: number, label: string) => {
    const target = tables[chosen + by];
    return target === undefined ? null : h('a', { class: 'button', href: links.table(entry, target.index) }, label);
  };
  const decided = new Set(site.data.corrections.map(({ target_id }) => target_id));
  const grid = gridView(about_, data, choice, (row, column) => decided.has(`${entry.id.slice(0, 16)}-t${about_.index}-r${row}-c${column}`));
  const pages = pageView(entry, document, about_, data, choice);
  const detail = cellDetail(entry, about_, data, choice, site.decisions);
  const own = document.diagnostics.filter((diagnostic) => diagnostic.table === about_.index);
  const content = [
    h('nav', { class: 'filters', 'aria-label': t('tables') }, step(-1, `‹ ${t('previousTable')}`), select, step(1, `${t('nextTable')} ›`)),
    h(
      'h2',
      {},
      about_.title ?? t('tableOf', String(chosen + 1), String(tables.length)),
      about_.label === null ? null : h('small', {}, ` ${about_.label}`),
    ),
    facts([
      [t('kind'), `${kindLabel(about_.kind)}${about_.empty ? ` (${t('emptyTable')})` : ''}`],
      [t('unit'), about_.unit],
      [t('evidence'), about_.evidence],
      [t('note'), about_.note],
    ]),
    legend(),
    h('div', { class: `side-by-side${document.pages.length === 0 ? ' alone' : ''}` }, pages, h('div', { class: 'reading' }, grid, detail)),
    own.length === 0 ? null : diagnosticsList({ ...document, diagnostics: own }),
  ];
  requestAnimationFrame(() => {
    if (wanted !== null) choice.choose(wanted[0], wanted[1]);
  });
  return content;
}
