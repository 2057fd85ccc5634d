import type { CoverageShard, TrendsShard } from '../shards.js';
import { coverageMap } from './coverageMap.js';
import { type Child, h } from './dom.js';
import { correctionsTable } from './publishedDecisions.js';
import { shard } from './shardLoader.js';
import type { Site } from './site.js';
import { trendCharts } from './trendCharts.js';
import { t } from './words.js';

/** What the dataset holds, how far to trust it, what is covered, and how money moves over the years. */
export async function overviewPage({ data }: Site): Promise<Child> {
  const [coverage, trends] = await Promise.all([shard<CoverageShard>('coverage'), shard<TrendsShard>('trends')]);
  const { counts } = data;
  const share = counts.money === 0 ? '—' : `${((counts.proved / counts.money) * 100).toFixed(1)} %`;
  const tiles: readonly (readonly [value: string, label: string, href: string | null])[] = [
    [number(data.organizations.length), t('organizations'), '#/organizations'],
    [number(data.documents.length), t('documents'), '#/documents'],
    [number(counts.tables), t('tables'), null],
    [number(counts.lines), t('lines'), null],
    [number(counts.figures), t('figures'), '#/codes'],
    [share, t('provedShare'), null],
    [number(counts.quarantined), t('inQuarantine'), '#/review'],
    [number(counts.failedChecks), t('failedChecks'), '#/review'],
  ];
  return [
    h('h1', {}, data.title),
    h(
      'ul',
      { class: 'tiles' },
      tiles.map(([value, label, href]) => {
        const content = [h('b', {}, value), h('span', {}, label)];
        return h('li', {}, href === null ? h('div', {}, content) : h('a', { href }, content));
      }),
    ),
    h('section', {}, h('h2', {}, t('coverage')), h('p', { class: 'help' }, t('coverageHelp')), coverageMap(coverage, data)),
    h('section', {}, h('h2', {}, t('trends')), h('p', { class: 'help' }, t('trendsHelp')), trendCharts(trends)),
    data.corrections.length === 0 ? null : h('section', {}, h('h2', {}, t('correctionsPublished')), correctionsTable(data.corrections)),
  ];
}

const number = (value: number) => value.toLocaleString('en-US');
