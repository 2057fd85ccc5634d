import type { TrendPoint, TrendsShard } from '../shards.js';
import { barChart } from './chart.js';
import { h } from './dom.js';
import { phaseLabel } from './labels.js';
import { table } from './listPages.js';
import { shown } from './money.js';
import { money, unitNote } from './moneyText.js';
import { settings } from './settings.js';
import { t } from './words.js';

const MEASURES = ['revenue', 'expenditure', 'three_public'] as const satisfies readonly TrendPoint['measure'][];
const DIVISOR = { wan: 10_000, yuan: 1 } as const;

/** A number for the length of a bar; the text beside it is exact. */
export function barLength(yuan: string): number {
  return Number(yuan) / DIVISOR[settings.unit];
}

/** Totals and proof by year, plotted, with the numbers in tables. */
export function trendCharts({ totals, proof }: TrendsShard): HTMLElement {
  const charts = MEASURES.flatMap((measure) => {
    const points = totals.filter((point) => point.measure === measure);
    return points.length === 0 ? [] : [trend(measure, points)];
  });
  const dated = proof.filter(({ money: amounts }) => amounts > 0);
  const share = ({ money: amounts, proved }: TrendsShard['proof'][number]) => (proved / amounts) * 100;
  const title = t('provedByYear');
  const values = dated.map(share);
  const proofChart = barChart({
    title,
    labels: dated.map(({ year }) => String(year)),
    series: [{ name: t('proof'), values }],
    unit: '%',
    text: (_, label) => `${values[label]?.toFixed(1)} %`,
  });
  const rows = dated.map((one) => [String(one.year), String(one.documents), `${share(one).toFixed(1)} %`]);
  const proofTable = details(table([t('year'), t('documents'), t('provedShare')], rows, [1, 2]));
  return h('div', { class: 'charts' }, charts, dated.length === 0 ? null : h('div', {}, proofChart, proofTable));
}

function trend(measure: TrendPoint['measure'], points: readonly TrendPoint[]): HTMLElement {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const phases = [...new Set(points.map(({ phase }) => phase))].sort();
  const at = (year: number | undefined, phase: TrendPoint['phase'] | undefined) =>
    points.find((point) => point.year === year && point.phase === phase);
  const chart = barChart({
    title: t(`measure_${measure}`),
    labels: years.map((year) => `${year} (${counted(points, year)})`),
    series: phases.map((phase) => ({
      name: phaseLabel(phase),
      values: years.map((year) => {
        const point = at(year, phase);
        return point === undefined ? null : barLength(point.amount);
      }),
    })),
    unit: `${unitNote()} · (${t('organizationsCounted')})`,
    text: (series, label) => {
      const point = at(years[label], phases[series]);
      return point === undefined ? '' : `${shown(point.amount, settings.unit)} (${point.organizations} ${t('organizationsCounted')})`;
    },
  });
  const rows = points.map(({ year, phase, amount, organizations }) => [
    String(year),
    phaseLabel(phase),
    money(amount),
    String(organizations),
  ]);
  return h('div', {}, chart, details(table([t('year'), t('phase'), t('amount'), t('organizationsCounted')], rows, [2, 3])));
}

/** How many organizations a year’s bars come from, a phase each. */
function counted(points: readonly TrendPoint[], year: number): string {
  return points
    .filter((point) => point.year === year)
    .map(({ organizations }) => organizations)
    .join(', ');
}

/** A table that is opened when it is wanted, and printed open. */
function details(content: HTMLElement): HTMLElement {
  return h('details', {}, h('summary', {}, t('tables')), content);
}
