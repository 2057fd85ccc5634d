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

/** Items of the “三公” table in printed order; those that have others in them, with these. */
const THREE_PUBLIC_PARTS: Readonly<Record<string, readonly string[]>> = {
  total: ['abroad', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'],
  vehicles: ['vehicle_purchase', 'vehicle_operation'],
};
const THREE_PUBLIC_ORDER = ['total', 'abroad', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception', 'meeting', 'training'];
/** Of several columns of “三公” the one of all money, else the widest. */
const THREE_PUBLIC_FUNDING: readonly Figure['funding'][] = ['state_capital', 'fund', 'general', 'appropriation', 'all'];
/** Sources of funds in printed order; those that have others in them, with these. */
const SOURCE_PARTS: Readonly<Record<string, readonly string[]>> = {
  appropriation: ['general', 'fund', 'state_capital'],
  special_account: [],
  own: ['business_income', 'operating_income', 'superior_subsidy', 'subordinate_contribution', 'other_income'],
  balance_used: [],
};
const SOURCE_ORDER = Object.entries(SOURCE_PARTS).flatMap(([source, parts]) => [source, ...parts]);

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
  const rank = ({ funding }: Breakdown) => THREE_PUBLIC_FUNDING.indexOf(funding);
  const threePublic = all.filter(({ name }) => name === 'three_public').sort((a, b) => rank(b) - rank(a) || cellCount(b) - cellCount(a));
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
  const codes = [...byCode.keys()].sort(inOrder(name));
  const at = (group: readonly Summable[], { year, phase }: Period) =>
    group.find((figure) => figure.year === year && figure.phase === phase);
  const rows = codes.map((code): SeriesRow => {
    const group = byCode.get(code) ?? [];
    const below = codes.filter((other) => isBelow(name, other, code));
    const cells = periods.map((period) => {
      const figure = at(group, period);
      const parent = below.some((other) => at(byCode.get(other) ?? [], period) !== undefined);
      return figure === undefined ? null : seriesCell(figure, parent, index);
    });
    const level = codes.filter((other) => isBelow(name, code, other)).length;
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
  const sums = periods.map((_, column) => (name === 'three_public' ? null : leafSum(rows, column, printed[column] ?? null)));
  return { name, funding, part, rows, totals: printed, sums };
}

/** How the rows of a breakdown are ordered: codes by their digits, named items as printed. */
function inOrder(name: BreakdownName): ((a: string, b: string) => number) | undefined {
  const order = name === 'three_public' ? THREE_PUBLIC_ORDER : name === 'revenue_source' ? SOURCE_ORDER : undefined;
  return order === undefined ? undefined : (a, b) => order.indexOf(a) - order.indexOf(b);
}

/** Whether the money of a row is part of that of another row. */
function isBelow(name: BreakdownName, code: string, above: string): boolean {
  if (name === 'three_public') return THREE_PUBLIC_PARTS[above]?.includes(code) ?? false;
  if (name === 'revenue_source') return SOURCE_PARTS[above]?.includes(code) ?? false;
  return code.length > above.length && code.startsWith(above);
}

function seriesCell(figure: Figure, parent: boolean, index: SiteIndex): SeriesCell {
  const { amount, proof, corrected } = figure;
  const { document, table, r, c } = index.address(figure.line_id);
  return { amount, proof, corrected, document, table, r, c, parent, disagreeing: figure.disagreeing_line_ids.length };
}
