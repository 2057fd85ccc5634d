import { stringify } from 'csv-stringify/sync';
import { type PublishedRows, zKind } from '../../model/index.js';
import { groupBy } from '../groupBy.js';

/** The status of each kind of table in one letter a cell: for a glance over hundreds of organizations. */
const SIGNS = { complete: 'C', empty: 'E', partial: 'P', missing: 'M' } as const;

/**
 * `coverage_matrix.csv`: a row an organization and year, a column a kind of table: C complete, E only empty forms, P partial, M missing, blank where none
 * was expected or found.
 */
export function coverageMatrix({ coverage, organizations }: Pick<PublishedRows, 'coverage' | 'organizations'>): string {
  const names = new Map(organizations.map(({ organization_id, name }) => [organization_id, name]));
  const kinds = zKind.options.filter((kind) => coverage.some((row) => row.kind === kind));
  const groups = groupBy(coverage, ({ organization_id, year }) => JSON.stringify([organization_id, year]));
  const rows = [...groups.values()].map((group) => {
    const { organization_id, year } = group[0]!;
    const signs = kinds.map((kind) => [
      kind,
      group
        .filter((row) => row.kind === kind)
        .map(({ status }) => SIGNS[status])
        .join(''),
    ]);
    return { organization_id, organization: names.get(organization_id) ?? null, year, ...Object.fromEntries(signs) };
  });
  return stringify(rows, {
    header: true,
    record_delimiter: '\r\n',
    columns: ['organization_id', 'organization', 'year', ...kinds],
  });
}
