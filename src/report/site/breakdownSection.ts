import type { Breakdown, LeafSum, Period, SeriesCell, SeriesRow } from '../shards.js';
import { barChart } from './chart.js';
import { type Child, fill, h, spoken } from './dom.js';
import { fundingLabel, itemLabel, partLabel, periodLabel, proofLabel, proofSign, sourceLabel } from './labels.js';
import { shown } from './money.js';
import { money, unitNote } from './moneyText.js';
import { settings } from './settings.js';
import { links, type Site } from './site.js';
import { barLength } from './trendCharts.js';
import { t } from './words.js';

/** Views in order of preference: the widest money first. */
const FUNDINGS: readonly Breakdown['funding'][] = ['all', 'appropriation', 'general'];
const PARTS: readonly Breakdown['part'][] = ['all', 'basic'];
/** Rows of a plot: more cannot be told apart. */
const MOST_BARS = 14;
/** The list that a breakdown’s codes are from, for links. */
const COLUMN: Partial<Record<Breakdown['name'], string>> = {
  revenue_code: 'revenue_code',
  revenue_function: 'functional_code',
  function: 'functional_code',
  economic_department: 'economic_department_code',
  economic_government: 'economic_government_code',
};

const rank = <T>(order: readonly T[], value: T) => (order.includes(value) ? order.indexOf(value) : order.length);
const filled = ({ rows }: Breakdown) => rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0);

/** A breakdown of an organization’s money: a plot and a table with the years side by side; of several views one is chosen. */
export function breakdownSection(views: readonly Breakdown[], periods: readonly Period[], site: Site): HTMLElement | null {
  const sorted = [...views].sort(
    (a, b) => rank(FUNDINGS, a.funding) - rank(FUNDINGS, b.funding) || rank(PARTS, a.part) - rank(PARTS, b.part) || filled(b) - filled(a),
  );
  const [first] = sorted;
  if (first === undefined) return null;
  const body = h('div');
  const draw = (view: Breakdown) => fill(body, content(view, periods, site));
  const name = (view: Breakdown) => `${fundingLabel(view.funding)}${view.name.startsWith('revenue') ? '' : ` · ${partLabel(view.part)}`}`;
  const select = h(
    'select',
    {},
    sorted.map((view, index) => h('option', { value: String(index) }, name(view))),
  );
  select.addEventListener('change', () => draw(sorted[select.selectedIndex] ?? first));
  draw(first);
  const chosen = sorted.length > 1 ? h('label', {}, `${t('view')} `, select) : h('span', {}, `${t('view')}: ${name(first)}`);
  return h('section', {}, h('h2', {}, t(`breakdown_${first.name}`)), h('p', { class: 'filters' }, chosen), body);
}

function label({ name }: Breakdown, row: SeriesRow): string {
  if (name === 'three_public') return itemLabel(row.code);
  return name === 'revenue_source' ? sourceLabel(row.code) : (row.name ?? '');
}

function content(view: Breakdown, all: readonly Period[], site: Site): Child {
  const used = all.flatMap((period, index) => (view.rows.some(({ cells }) => cells[index] != null) ? [{ period, index }] : []));
  const top = view.rows.filter(({ level, cells }) => level === 0 && cells.some((cell) => cell !== null && cell.amount !== '0'));
  const bars = (view.name === 'three_public' ? view.rows : top).slice(0, MOST_BARS);
  const chart = !bars.some(({ cells }) => cells.some((cell) => cell !== null && cell.amount !== '0'))
    ? null
    : barChart({
        title: t(`breakdown_${view.name}`),
        labels: bars.map((row) => short(label(view, row) || row.code)),
        series: used.map(({ period, index }) => ({
          name: periodLabel(period),
          values: bars.map(({ cells }) => (cells[index] == null ? null : barLength(cells[index].amount))),
        })),
        unit: unitNote(),
        lying: true,
        text: (series, bar) => {
          const cell = bars[bar]?.cells[used[series]?.index ?? -1];
          return cell == null ? '' : shown(cell.amount, settings.unit);
        },
      });
  return h('div', { class: 'breakdown' }, chart, seriesTable(view, used, site));
}

const short = (text: string) => (text.length > 16 ? `${text.slice(0, 15)}…` : text);

interface Used {
  period: Period;
  index: number;
}

function seriesTable(view: Breakdown, used: readonly Used[], site: Site): HTMLElement {
  const coded = COLUMN[view.name];
  const head = h(
    'tr',
    {},
    coded === undefined ? null : h('th', { scope: 'col' }, t('code')),
    h('th', { scope: 'col' }, t('name')),
    used.map(({ period }) => h('th', { scope: 'col', class: 'number' }, periodLabel(period))),
  );
  const rows = view.rows.map((row) => {
    const name = h('th', { scope: 'row', class: `level-${Math.min(row.level, 3)}` }, label(view, row));
    const code = coded === undefined ? null : h('td', {}, h('a', { href: links.code(coded, row.code) }, h('code', {}, row.code)));
    return h(
      'tr',
      {},
      code,
      name,
      used.map(({ index }) => amountCell(row.cells[index] ?? null, site)),
    );
  });
  const wide = coded === undefined ? 1 : 2;
  const totals = view.totals.some((total) => total !== null)
    ? h(
        'tr',
        {},
        h('th', { scope: 'row', colspan: wide }, t('total')),
        used.map(({ index }) => amountCell(view.totals[index] ?? null, site)),
      )
    : null;
  const sums = view.sums.some((sum) => sum !== null)
    ? h(
        'tr',
        {},
        h('th', { scope: 'row', colspan: wide }, t('leafSum')),
        used.map(({ index }) => sumCell(view.sums[index] ?? null)),
      )
    : null;
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t(`breakdown_${view.name}`) },
    h(
      'table',
      { class: 'list series' },
      h('thead', {}, head),
      h('tbody', {}, rows),
      totals === null && sums === null ? null : h('tfoot', {}, totals, sums),
    ),
  );
}

/** An amount that leads to its printed cell, with the sign of its proof. */
function amountCell(cell: SeriesCell | null, { data }: Site): HTMLElement {
  if (cell === null) return h('td', { class: 'number' });
  const source = data.documents[cell.document];
  const signs = [
    h('span', { class: `proof ${cell.proof}`, title: proofLabel(cell.proof), 'aria-hidden': 'true' }, proofSign(cell.proof)),
    spoken(` ${proofLabel(cell.proof)}`),
    cell.corrected ? h('span', { class: 'corrected', title: t('correctedHelp') }, t('corrected')) : null,
    cell.disagreeing > 0 ? h('span', { class: 'proof disputed', title: t('disagree', String(cell.disagreeing)) }, '≠') : null,
  ];
  const amount = money(cell.amount);
  const link = source === undefined ? amount : h('a', { href: links.cell(source, cell.table, cell.r, cell.c), class: 'amount' }, amount);
  return h('td', { class: `number${cell.parent ? ' parent' : ''}` }, link, ' ', signs);
}

const AGREEMENTS = {
  equal: ['proved', '✓', 'sumAgrees'],
  within_rounding: ['proved', '≈', 'sumRounds'],
  differs: ['disputed', '≠', 'sumDiffers'],
} as const;

function sumCell(sum: LeafSum | null): HTMLElement {
  if (sum === null) return h('td', { class: 'number' });
  const verdict = sum.agreement === null ? null : AGREEMENTS[sum.agreement];
  const sign =
    verdict === null
      ? null
      : [h('span', { class: `proof ${verdict[0]}`, title: t(verdict[2]), 'aria-hidden': 'true' }, verdict[1]), spoken(t(verdict[2]))];
  return h('td', { class: 'number' }, money(sum.amount), ' ', sign);
}
