import { groupBy } from '../dataset/index.js';
import type { PublishedRow } from '../model/index.js';
import { leafSum } from './leafSum.js';
import type { Breakdown, BreakdownName, CodeColumn, OrganizationShard, Period, SeriesCell, SeriesRow } from './shards.js';
import type { SiteIndex } from './siteIndex.js';

type Figure = PublishedRow<'figures'>;
type Summable = Figure & {
  year: number;
  phase: NonNullable<Figure['phase']>;
  flow: NonNullable<Figure['flow']>;
  funding: Breakdown['funding'];
  part: Breakdown['part'];
};

const CODE_COLUMNS = [
  'functional_code',
  'economic_department_code',
  'economic_government_code',
  'revenue_code',
  'funding_source',
  'three_public_item',
  'project_code',
] as const;
const PHASE_ORDER: readonly Period['phase'][] = ['approved', 'adjusted', 'estimated', 'executed'];

/** The breakdowns, by the flow and the one column that tells their rows apart. */
const BREAKDOWNS: readonly {
  name: BreakdownName;
  flow: 'revenue' | 'expenditure';
  column: CodeColumn | 'funding_source' | 'three_public_item';
}[] = [
  { name: 'revenue_source', flow: 'revenue', column: 'funding_source' },
  { name: 'revenue_code', flow: 'revenue', column: 'revenue_code' },
  { name: 'revenue_function', flow: 'revenue', column: 'functional_code' },
  { name: 'function', flow: 'expenditure', column: 'functional_code' },
  { name: 'economic_department', flow: 'expenditure', column: 'economic_department_code' },
  { name: 'economic_government', flow: 'expenditure', column: 'economic_government_code' },
  { name: 'three_public', flow: 'expenditure', column: 'three_public_item' },
];

/** Items of the “三公” table below others, in printed order. */
const THREE_PUBLIC_LEVEL: Readonly<Record<NonNullable<Figure['three_public_item']>, number>> = {
  total: 0,
  abroad: 1,
  vehicles: 1,
  vehicle_purchase: 2,
  vehicle_operation: 2,
  reception: 1,
  meeting: 1,
  training: 1,
};
const THREE_PUBLIC_ORDER = Object.keys(THREE_PUBLIC_LEVEL);

/** Figures of the whole organization with all facets known, and not of one of its units: others cannot stand beside each other. */
export function summable(figures: readonly Figure[]): Summable[] {
  const whole = figures.filter(
    (figure): figure is Summable =>
      figure.year !== null &&
      figure.phase !== null &&
      figure.flow !== null &&
      figure.funding !== null &&
      figure.part !== null &&
      figure.unit_name === null,
  );
  const scope = whole.some((figure) => figure.scope === 'department_total') ? 'department_total' : 'own';
  return whole.filter((figure) => figure.scope === scope);
}

/** The series of an organization from its figures. */
export function organizationSeries(figures: readonly Figure[], index: SiteIndex): OrganizationShard {
  const own = summable(figures);
  const periods = periodsOf(own);
  const all = BREAKDOWNS.flatMap(({ name, flow, column }) => {
    const coded = own.filter((figure) => figure.flow === flow && onlyCode(figure) === column);
    const views = groupBy(coded, (figure) => `${name === 'revenue_source' ? 'all' : figure.funding} ${figure.part}`);
    return [...views.values()].map((group) => breakdown(name, flow, column, group, own, periods, index));
  });
  const threePublic = all
    .filter(({ name }) => name === 'three_public')
    .sort((a, b) => b.rows.length - a.rows.length || cellCount(b) - cellCount(a));
  return { periods, breakdowns: all.filter(({ name }) => name !== 'three_public'), threePublic: threePublic[0] ?? null };
}

/** The one column of codes that is set; null where none or several are. */
export function onlyCode(figure: Figure): (typeof CODE_COLUMNS)[number] | 'none' | null {
  const set = CODE_COLUMNS.filter((column) => figure[column] !== null);
  return set.length > 1 ? null : (set[0] ?? 'none');
}

/** The years and phases of figures, in time. */
export function periodsOf(figures: readonly Summable[]): Period[] {
  const periods = [...groupBy(figures, ({ year, phase }) => `${year} ${phase}`).values()].flatMap(([first]) =>
    first === undefined ? [] : [{ year: first.year, phase: first.phase }],
  );
  return periods.sort((a, b) => a.year - b.year || PHASE_ORDER.indexOf(a.phase) - PHASE_ORDER.indexOf(b.phase));
}

const cellCount = ({ rows }: Breakdown) => rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0);

function breakdown(
  name: BreakdownName,
  flow: 'revenue' | 'expenditure',
  column: CodeColumn | 'funding_source' | 'three_public_item',
  figures: readonly Summable[],
  own: readonly Summable[],
  periods: readonly Period[],
  index: SiteIndex,
): Breakdown {
  const funding = name === 'revenue_source' ? 'all' : figures[0]!.funding;
  const part = figures[0]!.part;
  const byCode = groupBy(figures, (figure) => figure[column] ?? '');
  const codes = [...byCode.keys()].sort(
    name === 'three_public' ? (a, b) => THREE_PUBLIC_ORDER.indexOf(a) - THREE_PUBLIC_ORDER.indexOf(b) : undefined,
  );
  const at = (group: readonly Summable[], { year, phase }: Period) =>
    group.find((figure) => figure.year === year && figure.phase === phase);
  const nested = name !== 'three_public' && name !== 'revenue_source';
  const rows = codes.map((code): SeriesRow => {
    const group = byCode.get(code) ?? [];
    const below = nested ? codes.filter((other) => other.length > code.length && other.startsWith(code)) : [];
    const cells = periods.map((period) => {
      const figure = at(group, period);
      return figure === undefined
        ? null
        : seriesCell(
            figure,
            below.some((other) => at(byCode.get(other) ?? [], period) !== undefined),
            index,
          );
    });
    const level = nested ? codes.filter((other) => code.length > other.length && code.startsWith(other)).length : levelOf(name, code);
    const newest = Math.max(...group.map(({ year }) => year));
    return {
      code,
      name: column === 'funding_source' || column === 'three_public_item' ? null : index.codeName(column, code, newest),
      level,
      cells,
    };
  });
  const totals = own.filter(
    (figure) => figure.flow === flow && figure.funding === funding && figure.part === part && onlyCode(figure) === 'none',
  );
  const printed = periods.map((period) => {
    const total = at(totals, period);
    return total === undefined || name === 'three_public' ? null : seriesCell(total, false, index);
  });
  const sums = periods.map((_, column) => (nested ? leafSum(rows, column, printed[column] ?? null) : null));
  return { name, funding, part, rows, totals: printed, sums };
}

function levelOf(name: BreakdownName, code: string): number {
  return name === 'three_public' ? (Object.entries(THREE_PUBLIC_LEVEL).find(([item]) => item === code)?.[1] ?? 0) : 0;
}

function seriesCell(figure: Figure, parent: boolean, index: SiteIndex): SeriesCell {
  const { amount, proof, corrected } = figure;
  const { document, table, r, c } = index.address(figure.line_id);
  return { amount, proof, corrected, document, table, r, c, parent, disagreeing: figure.disagreeing_line_ids.length };
}
