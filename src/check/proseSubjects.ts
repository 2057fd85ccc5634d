import type { Funding, Line, Part, ThreePublicItem } from '../model/index.js';

/** Which lines of tables a subject of prose is about: the total row of a flow, a part and some fundings, or an item of the “三公” table. */
export interface SubjectLines {
  flow?: 'revenue' | 'expenditure';
  part?: Part;
  /** Whose money, the likeliest first: prose often leaves open whether it speaks of all money or of appropriations. */
  funding?: readonly Funding[];
  threePublic?: ThreePublicItem;
  kind?: Line['kind'];
  /** The rows of 本年 (without what is carried over) rather than the grand total. */
  current?: boolean;
  /** Whether the amount is that of revenue and of expenditure: 收支总计. */
  bothSides?: boolean;
}

const ANY: readonly Funding[] = ['all', 'appropriation', 'general'];
const PUBLIC: readonly Funding[] = ['appropriation', 'general', 'all'];

/** By the subject codes of the prose lexicon. Subjects that are not here are not compared with tables. */
export const SUBJECT_LINES: Readonly<Record<string, SubjectLines>> = {
  total_revenue: { flow: 'revenue', part: 'all', funding: ANY },
  total_expenditure: { flow: 'expenditure', part: 'all', funding: ANY },
  total_revenue_and_expenditure: { part: 'all', funding: ANY, bothSides: true },
  current_revenue: { flow: 'revenue', part: 'all', funding: ANY, current: true },
  current_expenditure: { flow: 'expenditure', part: 'all', funding: ANY, current: true },
  basic_expenditure: { flow: 'expenditure', part: 'basic', funding: ANY },
  project_expenditure: { flow: 'expenditure', part: 'project', funding: ANY },
  general_revenue: { flow: 'revenue', part: 'all', funding: ['general'] },
  general_expenditure: { flow: 'expenditure', part: 'all', funding: ['general'] },
  general_basic_expenditure: { flow: 'expenditure', part: 'basic', funding: ['general'] },
  appropriation_total: { part: 'all', funding: ['appropriation', 'general'] },
  appropriation_revenue: { flow: 'revenue', part: 'all', funding: ['appropriation', 'general'] },
  appropriation_expenditure: { flow: 'expenditure', part: 'all', funding: ['appropriation', 'general'] },
  appropriation_basic_expenditure: { flow: 'expenditure', part: 'basic', funding: ['appropriation', 'general'] },
  fund_revenue: { flow: 'revenue', part: 'all', funding: ['fund'] },
  fund_expenditure: { flow: 'expenditure', part: 'all', funding: ['fund'] },
  state_capital_revenue: { flow: 'revenue', part: 'all', funding: ['state_capital'] },
  state_capital_expenditure: { flow: 'expenditure', part: 'all', funding: ['state_capital'] },
  three_public_total: { threePublic: 'total', funding: PUBLIC },
  abroad: { threePublic: 'abroad', funding: PUBLIC },
  vehicles: { threePublic: 'vehicles', funding: PUBLIC },
  vehicle_purchase: { threePublic: 'vehicle_purchase', funding: PUBLIC },
  vehicle_operation: { threePublic: 'vehicle_operation', funding: PUBLIC },
  reception: { threePublic: 'reception', funding: PUBLIC },
  operating_expenses: { kind: 'operating_expenses' },
  procurement: { kind: 'procurement' },
};

/** Subjects that a compared statement may be part of: the whole document's money, not one class of it. */
export const WHOLE_SUBJECTS: ReadonlySet<string> = new Set(Object.keys(SUBJECT_LINES));

/** The row of a revenue table that names its source is the total of that funding. */
function isSourceRow(line: Line, subject: SubjectLines): boolean {
  return line.flow === 'revenue' && subject.flow === 'revenue' && line.funding_source !== null && line.funding !== 'all';
}

/** Whether a line states what the subject is about. */
export function isAbout(line: Line, subject: SubjectLines): boolean {
  if (line.comparison !== 'none' || line.quantity !== 'money' || line.amount === null) return false;
  if (subject.threePublic !== undefined) {
    return line.three_public_item === subject.threePublic && line.funding !== null && (subject.funding ?? []).includes(line.funding);
  }
  if (subject.kind !== undefined) return line.kind === subject.kind && line.row_role === 'total';
  if (line.flow === null || (subject.flow !== undefined && line.flow !== subject.flow)) return false;
  if (line.part !== subject.part || line.funding === null || !(subject.funding ?? []).includes(line.funding)) return false;
  if (
    line.three_public_item !== null ||
    line.column_role === 'of_which' ||
    line.kind === 'procurement' ||
    line.kind === 'purchased_services'
  )
    return false;
  if (isSourceRow(line, subject)) return true;
  // Departments describe their units too: a unit's row is the total of its own money.
  return (
    line.row_role === 'total' ||
    (line.scope === 'unit' && isUncoded(line)) ||
    (line.row_role === 'subtotal' && line.parent_line_id !== null && line.level <= 1 && isUncoded(line))
  );
}

function isUncoded(line: Line): boolean {
  return (
    line.functional_code === null &&
    line.economic_department_code === null &&
    line.economic_government_code === null &&
    line.revenue_code === null
  );
}
