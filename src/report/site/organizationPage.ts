import type { CoverageShard, OrganizationShard } from '../shards.js';
import { breakdownSection } from './breakdownSection.js';
import { coverageMap } from './coverageMap.js';
import { type Child, facts, h } from './dom.js';
import { documentTable } from './listPages.js';
import { unitNote } from './moneyText.js';
import { notFound } from './route.js';
import { shard } from './shardLoader.js';
import { links, type Site } from './site.js';
import { t } from './words.js';

/** Sections in the order of interest. */
const SECTIONS = ['function', 'economic_department', 'economic_government', 'revenue_source', 'revenue_code', 'revenue_function'] as const;

/** An organization: income and spending, years side by side, “三公”, documents. */
export async function organizationPage(site: Site, [id = '']: readonly string[]): Promise<Child> {
  const index = site.organizationIndex(id);
  const organization = index === null ? undefined : site.data.organizations[index];
  if (organization === undefined) return notFound();
  const [series, coverage] = await Promise.all([shard<OrganizationShard>(`organizations/${index}`), shard<CoverageShard>('coverage')]);
  const parent = organization.parent === null ? undefined : site.data.organizations[organization.parent];
  const sections = SECTIONS.map((name) =>
    breakdownSection(
      series.breakdowns.filter((one) => one.name === name),
      series.periods,
      site,
    ),
  );
  const documents = site.data.documents.filter((document) => document.organization === index);
  return [
    h('p', { class: 'over' }, h('a', { href: links.organizations }, t('organizations'))),
    h('h1', {}, organization.name),
    facts([
      [t('budgetUnitCode'), organization.code],
      [t('parentDepartment'), parent === undefined ? null : h('a', { href: links.organization(parent.id) }, parent.name)],
      [t('aliases'), organization.aliases.join('；')],
    ]),
    h('p', { class: 'unit' }, unitNote(), ' · ', t('leafSumHelp')),
    series.periods.length === 0 ? h('p', {}, t('noFigures')) : null,
    sections,
    series.threePublic === null ? null : breakdownSection([series.threePublic], series.periods, site),
    h(
      'section',
      {},
      h('h2', {}, t('coverage')),
      h('p', { class: 'help' }, t('coverageHelp')),
      coverageMap(
        coverage.filter((row) => row[0] === index),
        site.data,
      ),
    ),
    h('section', {}, h('h2', {}, t('documents')), documentTable(site, documents)),
  ];
}
