import type { QualifiedColumn } from './chineseNames.js';

/**
 * The dimensions and measures of `lines` and `figures` in the words of the Fiscal Data Package (https://specs.frictionlessdata.io/fiscal-data-package/,
 * taxonomy "budgets"). The Chinese classifications are `generic`: the taxonomy has no name of theirs.
 */
const FISCAL_TYPES: Readonly<Partial<Record<QualifiedColumn, string>>> = {
  'figures.figure_id': 'budget-line-id',
  'figures.organization_id': 'administrative-classification:generic:level1:code',
  'figures.unit_name': 'administrative-classification:generic:level2:label',
  'figures.year': 'date:fiscal-year',
  'figures.phase': 'phase:id',
  'figures.flow': 'direction',
  'figures.funding': 'fin-source:generic:code',
  'figures.functional_code': 'functional-classification:generic:code',
  'figures.economic_department_code': 'economic-classification:generic:code',
  'figures.project_code': 'activity:generic:project:code',
  'figures.amount': 'value',
  'lines.line_id': 'budget-line-id',
  'lines.organization_id': 'administrative-classification:generic:level1:code',
  'lines.organization': 'administrative-classification:generic:level1:label',
  'lines.unit_code': 'administrative-classification:generic:level2:code',
  'lines.unit_name': 'administrative-classification:generic:level2:label',
  'lines.division_code': 'geo:source:code',
  'lines.year': 'date:fiscal-year',
  'lines.phase': 'phase:id',
  'lines.flow': 'direction',
  'lines.funding': 'fin-source:generic:code',
  'lines.functional_code': 'functional-classification:generic:code',
  'lines.economic_department_code': 'economic-classification:generic:code',
  'lines.project_code': 'activity:generic:project:code',
  'lines.amount': 'value',
};

/** The Fiscal Data Package type of a column; undefined where it is no dimension or measure. */
export function fiscalType(qualified: string): string | undefined {
  return Object.entries(FISCAL_TYPES).find(([column]) => column === qualified)?.[1];
}
