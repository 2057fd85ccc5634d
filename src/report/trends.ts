import { groupBy } from '../dataset/index.js';
import { type PublishedRow, toDecimal, toDecimalText } from '../model/index.js';
import { onlyCode, summable } from './breakdowns.js';
import type { PublishedTables } from './publishedTables.js';
import type { TrendPoint, TrendsShard } from './shards.js';

type Figure = PublishedRow<'figures'>;

/** Of several columns of “三公” the one of all money, else the widest. */
const THREE_PUBLIC_FUNDING: readonly Figure['funding'][] = ['all', 'appropriation', 'general'];

/**
 * Totals by year and phase over the organizations that are no part of another one in the dataset (a department’s total has its units in it), with how many
 * state one; and how much of the documents’ money is proved.
 */
export function trends(
  { documents, organizations, figures }: PublishedTables,
  provedMoney: ReadonlyMap<string, { money: number; proved: number }>,
): TrendsShard {
  const ids = new Set(organizations.map(({ organization_id }) => organization_id));
  const parts = new Set(
    organizations
      .filter(({ parent_organization_id: parent }) => parent !== null && ids.has(parent))
      .map(({ organization_id }) => organization_id),
  );
  const byOrganization = groupBy(
    figures.filter(({ organization_id }) => !parts.has(organization_id)),
    ({ organization_id }) => organization_id,
  );
  const points = [...byOrganization.values()].flatMap((own) => organizationTotals(own));
  const totals = [...groupBy(points, ({ measure, year, phase }) => `${measure} ${year} ${phase}`).values()].flatMap(
    (group): TrendPoint[] => {
      const [first] = group;
      if (first === undefined) return [];
      const amount = group.reduce((sum, point) => sum.plus(toDecimal(point.amount)), toDecimal('0'));
      return [{ ...first, amount: toDecimalText(amount), organizations: group.length }];
    },
  );
  const dated = documents.flatMap((document) => (document.year === null ? [] : [{ id: document.document_id, year: document.year }]));
  const proof = [...groupBy(dated, ({ year }) => String(year)).values()].map((group) => ({
    year: group[0]!.year,
    documents: group.length,
    money: group.reduce((sum, { id }) => sum + (provedMoney.get(id)?.money ?? 0), 0),
    proved: group.reduce((sum, { id }) => sum + (provedMoney.get(id)?.proved ?? 0), 0),
  }));
  return { totals: totals.sort((a, b) => a.year - b.year), proof: proof.sort((a, b) => a.year - b.year) };
}

/** The totals that one organization states: one a measure, year and phase. */
function organizationTotals(figures: readonly Figure[]): TrendPoint[] {
  const own = summable(figures).filter(({ part }) => part === 'all');
  const whole = own.filter((figure) => figure.funding === 'all' && onlyCode(figure) === 'none');
  const points = whole.flatMap(({ flow, year, phase, amount }): TrendPoint[] =>
    flow === 'both' ? [] : [{ measure: flow, year, phase, amount, organizations: 1 }],
  );
  const threePublic = own.filter((figure) => figure.three_public_item === 'total' && onlyCode(figure) === 'three_public_item');
  for (const group of groupBy(threePublic, ({ year, phase }) => `${year} ${phase}`).values()) {
    const best = THREE_PUBLIC_FUNDING.flatMap((funding) => group.filter((figure) => figure.funding === funding))[0];
    if (best !== undefined)
      points.push({ measure: 'three_public', year: best.year, phase: best.phase, amount: best.amount, organizations: 1 });
  }
  return points;
}
