import type { ReviewIndexShard, ReviewItem, ReviewShard } from '../shards.js';
import { type Child, fill, h } from './dom.js';
import { paged } from './pager.js';
import { correctionsTable } from './publishedDecisions.js';
import { reviewCard } from './reviewCard.js';
import { shard } from './shardLoader.js';
import type { Site } from './site.js';
import { t } from './words.js';

const PER_PAGE = 15;

/** Everything that a person should look at, with the evidence, and what is decided of it. */
export async function reviewPage(site: Site): Promise<Child> {
  const index = await shard<ReviewIndexShard>('review');
  const { documents, organizations } = site.data;
  const exporting = h('button', { type: 'button', class: 'primary', click: () => download(site.decisions.csv()) });
  const count = () => {
    fill(exporting, t('export', String(site.decisions.all().length)));
    if (!exporting.isConnected && exporting.dataset.shown === 'yes') document.removeEventListener('fiscus-decisions', count);
    exporting.dataset.shown = 'yes';
  };
  document.addEventListener('fiscus-decisions', count);
  count();
  const what = select(t('kind'), [
    ['', t('everything')],
    ['0', t('what_quarantine')],
    ['1', t('what_check')],
  ]);
  const reason = select(t('reason'), [['', t('allReasons')], ...index.reasons.map((one, at): [string, string] => [String(at), one])]);
  const decided = select(t('status'), [
    ['', t('everything')],
    ['0', t('undecided')],
    ['1', t('decidedOnly')],
  ]);
  const who = h('input', { type: 'search', 'aria-label': t('filterOrganizations'), placeholder: t('filterOrganizations') });
  const nameOf = (document: number) => {
    const entry = documents[document];
    const organization = entry?.organization == null ? undefined : organizations[entry.organization];
    return `${organization?.name ?? ''} ${entry?.title ?? ''}`.toLowerCase();
  };
  const body = h('div');
  const draw = () => {
    const query = who.value.trim().toLowerCase();
    const wanted = index.items.flatMap(([document, kind, why, done], at) =>
      (what.value === '' || String(kind) === what.value) &&
      (reason.value === '' || String(why) === reason.value) &&
      (decided.value === '' || String(done) === decided.value) &&
      (query === '' || nameOf(document).includes(query))
        ? [at]
        : [],
    );
    fill(
      body,
      wanted.length === 0
        ? h('p', { role: 'status' }, t('nothingToReview'))
        : paged(wanted, PER_PAGE, (shown) => cards(shown, index, site)),
    );
  };
  for (const input of [what, reason, decided]) input.addEventListener('change', draw);
  who.addEventListener('input', draw);
  draw();
  return [
    h('h1', {}, t('review')),
    h('p', { class: 'help' }, t('reviewHelp')),
    h('p', { class: 'filters' }, what, reason, decided, who, exporting),
    body,
    site.data.corrections.length === 0
      ? null
      : h('section', {}, h('h2', {}, t('correctionsPublished')), correctionsTable(site.data.corrections)),
  ];
}

/** The items at some places of the queue. */
async function cards(places: readonly number[], { perShard }: ReviewIndexShard, site: Site): Promise<Child> {
  const items = await Promise.all(
    places.map(async (place): Promise<ReviewItem[]> => {
      const item = (await shard<ReviewShard>(`review/${Math.floor(place / perShard)}`))[place % perShard];
      return item === undefined ? [] : [item];
    }),
  );
  return h('ol', { class: 'queue' }, await Promise.all(items.flat().map(async (item) => h('li', {}, await reviewCard(item, site)))));
}

function select(label: string, options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  return h(
    'select',
    { 'aria-label': label },
    options.map(([value, text]) => h('option', { value }, text)),
  );
}

/** Hands the reviewer a file. */
function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  h('a', { href: url, download: 'corrections.csv' }).click();
  window.setTimeout(() => URL.revokeObjectURL(url), 1000);
}
