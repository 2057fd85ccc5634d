import { z } from 'zod';
import { zPhase } from '../facets.js';
import {
  blockPlaceColumns,
  choice,
  integer,
  list,
  optionalChoice,
  optionalDecimal,
  optionalInteger,
  optionalText,
  tablePlaceColumns,
  text,
  yuan,
} from './columns.js';

export const zProject = z.object({
  project_id: text('document + project code, else document + ordinal'),
  document_id: text('the document', { references: 'documents.document_id' }),
  code: optionalText('项目编码 as printed'),
  code_division: optionalText('first six characters: division code'),
  code_year: optionalInteger('two digits of the year, as a year'),
  code_category: optionalText('the letter'),
  code_check: choice(z.enum(['agrees', 'conflict', 'unknown_form', 'none']), 'check character against the computed one'),
  sheet: choice(z.enum(['project', 'overall']), 'one project, or the whole department (部门整体), whose money the projects are part of'),
  name: text('项目名称; for the whole department its name'),
  year: optionalInteger('year'),
  budget: yuan('预算数, in yuan'),
  budget_line_id: optionalText('its line', { references: 'lines.line_id' }),
  fiscal_funds: yuan('财政资金, in yuan'),
  fiscal_funds_line_id: optionalText('its line', { references: 'lines.line_id' }),
  other_funds: yuan('其他资金, in yuan'),
  other_funds_line_id: optionalText('its line', { references: 'lines.line_id' }),
  purpose: optionalText('资金用途'),
  goals: list(z.string(), '绩效目标, one item a printed line', { separator: '\n' }),
  ...tablePlaceColumns,
});
export type Project = z.infer<typeof zProject>;

export const zProjectSchedule = z.object({
  project_id: text('the project', { references: 'projects.project_id' }),
  by: text('as printed: 3月底'),
  percent: optionalDecimal('cumulative share of the budget'),
  printed: text('as printed'),
  ...tablePlaceColumns,
  c: integer('0-based column of the printed grid'),
});
export type ProjectSchedule = z.infer<typeof zProjectSchedule>;

export const zIndicator = z.object({
  project_id: text('the project', { references: 'projects.project_id' }),
  ordinal: integer('0-based, in order'),
  level1: optionalText('一级指标, filled over merged cells'),
  level2: optionalText('二级指标, filled over merged cells'),
  level3: optionalText('三级指标'),
  description: optionalText('绩效指标描述'),
  operator: optionalChoice(z.enum(['=', '>=', '>', '<=', '<', 'text']), 'comparison printed before the value'),
  value: optionalDecimal('the number'),
  value_unit: optionalText('what follows the number'),
  printed: text('指标值 as printed'),
  basis: optionalText('指标值确定依据'),
  ...tablePlaceColumns,
});
export type Indicator = z.infer<typeof zIndicator>;

export const zInstitution = z.object({
  document_id: text('the document', { references: 'documents.document_id' }),
  name: text('单位名称'),
  nature: optionalText('单位性质'),
  rank: optionalText('单位规格'),
  funding_form: optionalText('经费保障形式'),
  ...tablePlaceColumns,
});
export type Institution = z.infer<typeof zInstitution>;

export const zAsset = z.object({
  document_id: text('the document', { references: 'documents.document_id' }),
  as_of: optionalText('截止时间, ISO date'),
  item: text('as printed'),
  measure: optionalText('what is counted, as printed in brackets: 平方米, 台、辆'),
  count: optionalDecimal('数量 where it counts things'),
  area: optionalDecimal('数量 in square metres'),
  value: yuan('价值, in yuan'),
  line_ids: list(z.string(), 'its lines', { references: 'lines.line_id' }),
  ...tablePlaceColumns,
});
export type Asset = z.infer<typeof zAsset>;

export const zProcurement = z.object({
  document_id: text('the document', { references: 'documents.document_id' }),
  project: optionalText('项目名称'),
  item: optionalText('采购物品名称'),
  catalogue_code: optionalText('政府采购目录序号'),
  unit: optionalText('计量单位'),
  quantity: optionalDecimal('数量'),
  unit_price: yuan('单价, in yuan'),
  total: yuan('合计'),
  general: yuan('一般公共预算'),
  fund: yuan('政府性基金'),
  state_capital: yuan('国有资本经营预算'),
  special_account: yuan('财政专户'),
  own: yuan('单位资金'),
  carry_over: yuan('上年结转结余'),
  reserved_for_small_firms: yuan('预留中小微企业份额'),
  line_ids: list(z.string(), 'its lines', { references: 'lines.line_id' }),
  ...tablePlaceColumns,
});
export type Procurement = z.infer<typeof zProcurement>;

/** An amount stated in a sentence. */
export const zStatement = z.object({
  document_id: text('the document', { references: 'documents.document_id' }),
  ordinal: integer('0-based, in order'),
  subject: text('what the amount is of, as printed'),
  subject_code: optionalText('stable name where the lexicon knows the subject'),
  parent_ordinal: optionalInteger('the statement this one is part of (其中, 包括)'),
  year: optionalInteger('year of the amount'),
  phase: optionalChoice(
    zPhase,
    'phase of the amount: as the sentence says (年初预算, 支出决算), else that of the document for amounts of its year',
  ),
  amount: yuan('in yuan'),
  printed: text('amount with its unit as printed'),
  comparison_with: optionalText('what it is compared with: 上年, 2023年'),
  comparison_direction: optionalChoice(z.enum(['increase', 'decrease', 'unchanged']), 'increase or decrease'),
  comparison_amount: yuan('by how much'),
  comparison_percent: optionalDecimal('by how many percent'),
  reason: optionalText('as printed'),
  section: integer('the section it stands in', { references: 'sections.number' }),
  sentence: text('the sentence as printed'),
  ...blockPlaceColumns,
});
export type Statement = z.infer<typeof zStatement>;

export const zTerm = z.object({
  document_id: text('the document', { references: 'documents.document_id' }),
  ordinal: integer('0-based, in order'),
  term: text('as printed'),
  definition: text('as printed'),
  ...blockPlaceColumns,
});
export type Term = z.infer<typeof zTerm>;
