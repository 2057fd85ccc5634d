import { describe, expect, it } from 'vitest';
import type { PublishedRow } from '../../src/model/index.js';
import { organizationSeries } from '../../src/report/breakdowns.js';
import type { SiteIndex } from '../../src/report/siteIndex.js';

type Figure = PublishedRow<'figures'>;

const figure = (amount: string, change: Partial<Figure>): Figure => ({
  ...{
    figure_id: amount,
    organization_id: 'o',
    scope: 'department_total',
    unit_name: null,
    year: 2024,
    phase: 'approved',
    flow: 'expenditure',
  },
  ...{
    funding: 'all',
    part: 'all',
    functional_code: null,
    economic_department_code: null,
    economic_government_code: null,
    revenue_code: null,
  },
  ...{ funding_source: null, three_public_item: null, project_code: null, corrected: false, line_id: 'aaaaaaaaaaaaaaaa-t1-r2-c3' },
  ...{ agreeing_line_ids: [], disagreeing_line_ids: [], proof: 'proved', amount, ...change },
});
const index: SiteIndex = {
  organization: () => 0,
  document: () => 0,
  address: () => ({ document: 0, table: 1, r: 2, c: 3 }),
  codeName: (_, code) => `name of ${code}`,
};
const series = (...figures: Figure[]) => organizationSeries(figures, index);

describe('the breakdowns of an organization', () => {
  const byFunction = [
    figure('300', {}),
    figure('300', { functional_code: '201' }),
    figure('100', { functional_code: '20101' }),
    figure('200', { functional_code: '20103' }),
  ];

  it('sum leaf codes only', () => {
    expect(series(...byFunction).breakdowns[0]?.sums).toEqual([{ amount: '300', agreement: 'equal' }]);
  });

  it('set the years side by side, in time', () => {
    const before = figure('250', { functional_code: '201', year: 2023, phase: 'executed' });
    const { periods, breakdowns } = series(...byFunction, before);
    expect(periods).toEqual([
      { year: 2023, phase: 'executed' },
      { year: 2024, phase: 'approved' },
    ]);
    expect(breakdowns[0]?.rows[0]?.cells.map((cell) => cell?.amount)).toEqual(['250', '300']);
  });

  it('keep whose money it is apart', () => {
    const general = figure('90', { functional_code: '201', funding: 'general' });
    expect(series(...byFunction, general).breakdowns.map(({ funding }) => funding)).toEqual(['all', 'general']);
  });

  it('leave out the money of single units', () => {
    const unit = figure('70', { functional_code: '208', scope: 'unit', unit_name: '某中心' });
    expect(series(...byFunction, unit).breakdowns[0]?.rows.map(({ code }) => code)).toEqual(['201', '20101', '20103']);
  });

  it('know that appropriations have the general budget in them', () => {
    const source = (amount: string, funding_source: string, funding: Figure['funding']) =>
      figure(amount, { flow: 'revenue', funding_source, funding });
    const income = series(
      figure('500', { flow: 'revenue' }),
      source('400', 'appropriation', 'appropriation'),
      source('300', 'general', 'general'),
      source('100', 'fund', 'fund'),
      source('100', 'own', 'own'),
    );
    expect(income.breakdowns[0]).toMatchObject({
      name: 'revenue_source',
      sums: [{ amount: '500', agreement: 'equal' }],
      rows: [
        { code: 'appropriation', level: 0 },
        { code: 'general', level: 1 },
        { code: 'fund', level: 1 },
        { code: 'own', level: 0 },
      ],
    });
  });

  it('take “三公” of the widest money', () => {
    const total = (amount: string, funding: Figure['funding']) => figure(amount, { three_public_item: 'total', funding });
    expect(series(total('0', 'fund'), total('8', 'appropriation'), total('7', 'general')).threePublic?.funding).toBe('appropriation');
  });
});
