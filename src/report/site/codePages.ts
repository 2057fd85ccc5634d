import type { CodeShard } from '../shards.js';
import { type Child, h } from './dom.js';
import { classificationLabel, fundingLabel, partLabel, periodLabel, proofLabel, proofSign } from './labels.js';
import { table } from './listPages.js';
import { money, unitNote } from './moneyText.js';
import { paged } from './pager.js';
import { notFound } from './route.js';
import { shard } from './shardLoader.js';
import { links, type Site } from './site.js';
import { t } from './words.js';

const PER_PAGE = 100;

/** Every code that figures carry, by list. */
export function codesPage({ data }: Site): Child {
  return [
    h('h1', {}, t('codes')),
    data.codeLists
      .filter(({ codes }) => codes.length > 0)
      .map(({ classification, codes }) =>
        h(
          'section',
          {},
          h('h2', {}, `${classificationLabel(classification)} (${codes.length})`),
          paged(codes, PER_PAGE, (shown) =>
            h(
              'ul',
              { class: 'codes' },
              shown.map(([code, name]) => h('li', {}, h('a', { href: links.code(classification, code) }, h('code', {}, code), ` ${name}`))),
            ),
          ),
        ),
      ),
  ];
}

/** The figures of a code: who, when, how much. */
export async function codePage({ data }: Site, [column = '', code = '']: readonly string[]): Promise<Child> {
  const list = data.codeLists.find(({ classification }) => classification === column);
  const entry = list?.codes.find(([one]) => one === code);
  if (list === undefined || entry === undefined) return notFound();
  const figures = (await shard<CodeShard>(`codes/${entry[2]}`))[list.classification]?.[code] ?? [];
  const header = [t('organization'), t('year'), t('view'), t('amount'), t('proof')];
  return [
    h('p', { class: 'over' }, h('a', { href: links.codes }, t('codes')), ` · ${classificationLabel(column)}`),
    h('h1', {}, `${code} ${entry[1]}`),
    h('p', { class: 'unit' }, unitNote()),
    paged(figures, PER_PAGE, (shown) =>
      table(
        header,
        shown.map(([organization, unit, year, phase, flow, funding, part, amount, proof, document, at, r, c]) => {
          const who = data.organizations[organization];
          const source = data.documents[document];
          const period = year === null ? '' : phase === null ? String(year) : periodLabel({ year, phase });
          const view = [
            flow === 'revenue' ? t('revenueFlow') : null,
            funding === null ? null : fundingLabel(funding),
            part === null || flow === 'revenue' ? null : partLabel(part),
          ];
          return [
            [who === undefined ? '' : h('a', { href: links.organization(who.id) }, who.name), unit === null ? '' : ` / ${unit}`],
            period,
            view.filter((word) => word !== null).join(' · '),
            source === undefined ? money(amount) : h('a', { href: links.cell(source, at, r, c), title: t('openCell') }, money(amount)),
            h('span', { class: `proof ${proof}` }, `${proofSign(proof)} ${proofLabel(proof)}`),
          ];
        }),
        [3],
      ),
    ),
  ];
}
