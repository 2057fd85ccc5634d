import { z } from 'zod';
import * as facets from '../facets.js';
import {
  choice,
  decimal,
  flag,
  integer,
  labelPath,
  optionalChoice,
  optionalDecimal,
  optionalInteger,
  optionalText,
  placeColumns,
  text,
  yuan,
} from './columns.js';

/** One printed amount, quantity or percentage with its row and column. Many lines can print the same money; see `figures`. */
export const zLine = z.object({
  line_id: text('document + table + r + c: stable for the same bytes'),
  figure_key: text(
    'hash of what is stated (organization, scope, unit, year, phase, facets, block, paths, occurrence): the same in another version of the document',
  ),
  disclosure_id: text('the publication', { references: 'disclosures.disclosure_id' }),
  document_id: text('sha256 of the document', { references: 'documents.document_id' }),
  table_id: text('the table', { references: 'tables.table_id' }),
  r: integer('0-based row of the printed grid'),
  c: integer('0-based column of the printed grid'),
  ...placeColumns,
  organization_id: text('who publishes', { references: 'organizations.organization_id' }),
  organization: text('name of who publishes, as printed'),
  division_code: optionalText('GB/T 2260 code of the administrative division'),
  scope: choice(facets.zScope, 'whose money the row is'),
  unit_code: optionalText('code of the budget unit of the row'),
  unit_name: optionalText('name of the budget unit of the row'),
  document_year: optionalInteger('year of the disclosure'),
  document_phase: optionalChoice(facets.zPhase, 'phase of the disclosure'),
  year: optionalInteger('year of the figure'),
  phase: optionalChoice(facets.zPhase, 'phase of the figure'),
  comparison: choice(facets.zComparison, 'none, or how the column compares'),
  quantity: choice(facets.zQuantity, 'what is counted'),
  flow: optionalChoice(facets.zFlow, 'revenue or expenditure'),
  funding: optionalChoice(facets.zFunding, 'whose money pays'),
  part: optionalChoice(facets.zPart, 'part of the expenditure'),
  breakdown: choice(facets.zBreakdown, 'what the rows of the table list'),
  kind: choice(facets.zKind, 'display name of the facets'),
  block: optionalText('side or group of a table with several: 收入, 支出 ...'),
  row_path: labelPath('printed row labels from top to leaf'),
  column_path: labelPath('printed header words from top to leaf'),
  row_role: choice(facets.zRole, 'leaf, or how the row sums others'),
  column_role: choice(facets.zRole, 'leaf, or how the column sums others'),
  parent_line_id: optionalText('the line of the parent row in the same column', { references: 'lines.line_id' }),
  level: integer('depth of the row in the hierarchy of its block, 0 = total'),
  functional_code: optionalText('支出功能分类科目'),
  economic_department_code: optionalText('部门预算支出经济分类科目'),
  economic_government_code: optionalText('政府预算支出经济分类科目'),
  revenue_code: optionalText('收入分类科目'),
  funding_source: optionalText(
    'funding source that a revenue row names, or a column where funding says less (事业收入), from the codebook',
  ),
  three_public_item: optionalChoice(facets.zThreePublicItem, 'item of the “三公” table'),
  project_code: optionalText('项目编码'),
  procurement_code: optionalText('政府采购品目'),
  value: optionalDecimal('the printed number; blank for a dash'),
  value_unit: optionalText('unit of value: 万元, 元, %, 个 ...'),
  amount: yuan('money in yuan'),
  resolution: yuan('yuan value of the last printed digit'),
  printed: text('the cell as printed'),
  unit_printed: optionalText('the unit as printed for the table or column'),
  unit_place: optionalText('where the unit is printed'),
  measure_path: labelPath('header words that no lexicon explains'),
  proof: choice(facets.zProof, 'what the identities over the line say'),
});
export type Line = z.infer<typeof zLine>;

export const zLineCode = z.object({
  line_id: text('the line', { references: 'lines.line_id' }),
  classification: choice(
    z.enum([
      'functional',
      'economic_department',
      'economic_government',
      'revenue',
      'funding_source',
      'three_public',
      'project',
      'procurement',
    ]),
    'which official list',
  ),
  code: optionalText('the code; blank where a name fits none'),
  code_printed: optionalText('the code as printed'),
  name_printed: optionalText('the name as printed'),
  official_name: optionalText('the name in the codebook for that year'),
  origin: choice(z.enum(['printed', 'inherited', 'named']), 'printed in the row, completed from parent rows, or found by name'),
  agreement: choice(z.enum(['agrees', 'other_year', 'conflict', 'local', 'unknown', 'none']), 'code against name in that year’s codebook'),
  score: optionalDecimal('0 to 1: how well the name fits, where found by name'),
  runner_up: optionalText('the next best code, where found by name'),
});
export type LineCode = z.infer<typeof zLineCode>;

export const zLineCheck = z.object({
  line_id: text('the line', { references: 'lines.line_id' }),
  check_id: text('the check', { references: 'checks.check_id' }),
  role: choice(z.enum(['left', 'right']), 'side of the identity'),
});
export type LineCheck = z.infer<typeof zLineCheck>;

/** What may be summed: one amount of money once. */
export const zFigure = z.object({
  figure_id: text('hash of the identifying columns'),
  organization_id: text('the organization', { references: 'organizations.organization_id' }),
  scope: choice(facets.zScope, 'whose money'),
  unit_name: optionalText('the budget unit'),
  year: optionalInteger('year of the figure'),
  phase: optionalChoice(facets.zPhase, 'phase of the figure'),
  flow: optionalChoice(facets.zFlow, 'revenue or expenditure'),
  funding: optionalChoice(facets.zFunding, 'whose money pays'),
  part: optionalChoice(facets.zPart, 'part of the expenditure'),
  functional_code: optionalText('支出功能分类科目'),
  economic_department_code: optionalText('部门预算支出经济分类科目'),
  economic_government_code: optionalText('政府预算支出经济分类科目'),
  revenue_code: optionalText('收入分类科目'),
  funding_source: optionalText('funding source of a revenue row'),
  three_public_item: optionalChoice(facets.zThreePublicItem, 'item of the “三公” table'),
  project_code: optionalText('项目编码'),
  amount: decimal('money in yuan', { unit: 'yuan' }),
  corrected: flag('whether a reviewer corrected the amount: see `corrections`; the line keeps what was printed'),
  line_id: text('the best source', { references: 'lines.line_id' }),
  agreeing_line_ids: z.array(z.string()).meta({ description: 'other lines that print the same amount', separator: ' ' }),
  disagreeing_line_ids: z.array(z.string()).meta({ description: 'lines that state the same figure with another amount', separator: ' ' }),
  proof: choice(facets.zProof, 'of the best source'),
});
export type Figure = z.infer<typeof zFigure>;
