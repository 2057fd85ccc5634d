import type {
  Breakdown,
  CaptureRow,
  CellRow,
  CheckRow,
  CodeRow,
  Comparison,
  CorrectionRow,
  CoverageRow,
  DocumentRow,
  Flow,
  Funding,
  Indicator,
  Kind,
  LineCheck,
  LineCode,
  Part,
  Phase,
  Project,
  Proof,
  Quantity,
  Role,
  Scope,
  Severity,
  Stage,
  Statement,
  TableRow,
  ThreePublicItem,
} from '../model/index.js';

/** A value's meaning in English and in Chinese. */
interface Meaning {
  en: string;
  zh: string;
}

/** What the values of a closed list mean, and the columns that hold them: `column` of every table, or `table.column`. */
interface ValueMeanings {
  columns: readonly string[];
  meanings: Readonly<Record<string, Meaning>>;
}

const documentStatus: Record<DocumentRow['status'], Meaning> = {
  read: { en: 'it could be read', zh: '已读取' },
  failed: { en: 'it could not be read; `reasons` says why', zh: '读取失败（原因见 reasons）' },
  unsupported: { en: 'its format is not read yet; it is archived', zh: '暂不支持的格式（已存档）' },
  unpacked: { en: 'an archive: its members are documents of their own', zh: '压缩包：其中的文件各自作为文档' },
};
const changed: Record<NonNullable<CaptureRow['changed']>, Meaning> = {
  transport: { en: 'only what the server says of it: headers, name, place', zh: '仅传输信息有变' },
  bytes: { en: 'its bytes, not what they say', zh: '字节有变、内容未变' },
  content: { en: 'what it says', zh: '内容有变' },
};
const phase: Record<Phase, Meaning> = {
  approved: { en: 'the budget as approved: 预算数, 年初预算', zh: '年初预算（批准数）' },
  adjusted: { en: 'the budget as changed in the year: 调整预算, 全年预算', zh: '调整预算、全年预算' },
  executed: { en: 'the final account: 决算数', zh: '决算' },
  estimated: { en: 'an estimate of the year that runs: 预计执行', zh: '预计执行' },
};
const scope: Record<Scope, Meaning> = {
  department_total: { en: 'the department with all its units', zh: '部门合计（含所属单位）' },
  own: { en: 'the office of the department itself (本级)', zh: '部门本级' },
  unit: { en: 'one budget unit (预算单位)', zh: '单个预算单位' },
};
const kind: Record<Kind, Meaning> = {
  revenue_expenditure_summary: { en: 'all revenue against all expenditure', zh: '收支总表' },
  revenue_summary: { en: 'revenue by source', zh: '收入总表' },
  expenditure_summary: { en: 'expenditure by function and part', zh: '支出总表' },
  appropriation_summary: { en: 'appropriations: revenue against expenditure', zh: '财政拨款收支总表' },
  general_budget_expenditure: { en: 'expenditure of the general public budget by function', zh: '一般公共预算支出表' },
  general_budget_basic_expenditure: {
    en: 'basic expenditure of the general public budget by economic class',
    zh: '一般公共预算基本支出表',
  },
  government_fund: { en: 'the government fund budget', zh: '政府性基金预算表' },
  state_capital: { en: 'the state capital budget', zh: '国有资本经营预算表' },
  three_public_expenses: { en: 'travel abroad, vehicles, receptions', zh: '“三公”经费表' },
  project_expenditure: { en: 'expenditure by project', zh: '项目支出表' },
  procurement: { en: 'government procurement', zh: '政府采购表' },
  purchased_services: { en: 'services bought from others', zh: '政府购买服务表' },
  operating_expenses: { en: 'running expenses of offices', zh: '机关运行经费表' },
  project_performance: { en: 'the performance sheet of a project', zh: '项目绩效目标表' },
  overall_performance: { en: 'the performance sheet of the whole department', zh: '部门整体绩效目标表' },
  institutions: { en: 'the list of institutions', zh: '机构设置表' },
  assets: { en: 'state assets in use', zh: '国有资产占用情况表' },
  form_list: { en: 'the list of forms', zh: '报表目录' },
  other: { en: 'its facets are known, the combination has no name', zh: '其他（要素已识别）' },
  unknown: { en: 'not understood; kept whole all the same', zh: '未识别' },
};
const flow: Record<Flow, Meaning> = {
  revenue: { en: '收入', zh: '收入' },
  expenditure: { en: '支出', zh: '支出' },
  both: { en: 'both sides, as a 收支 table has them', zh: '收支两侧' },
};
const funding: Record<Funding, Meaning> = {
  all: { en: 'all money', zh: '全部资金' },
  appropriation: { en: '财政拨款: general, fund and state capital together', zh: '财政拨款（三本预算合计）' },
  general: { en: '一般公共预算', zh: '一般公共预算' },
  fund: { en: '政府性基金预算', zh: '政府性基金预算' },
  state_capital: { en: '国有资本经营预算', zh: '国有资本经营预算' },
  special_account: { en: '财政专户管理资金', zh: '财政专户管理资金' },
  own: { en: '单位资金: what a unit earns itself', zh: '单位资金' },
  carry_over: { en: '上年结转: left from earlier years', zh: '上年结转结余' },
};
const part: Record<Part, Meaning> = {
  all: { en: 'all expenditure', zh: '全部支出' },
  basic: { en: '基本支出', zh: '基本支出' },
  project: { en: '项目支出', zh: '项目支出' },
  operating: { en: '事业单位经营支出', zh: '事业单位经营支出' },
  carry_over: { en: '结转下年: left for the next year', zh: '结转下年' },
  other: { en: '上缴上级支出, 对附属单位补助支出 and alike', zh: '上缴上级、补助附属单位等其他支出' },
};
const breakdown: Record<Breakdown, Meaning> = {
  summary: { en: 'sums by source or class', zh: '汇总' },
  functional: { en: '支出功能分类', zh: '支出功能分类' },
  economic_department: { en: '部门预算支出经济分类', zh: '部门预算支出经济分类' },
  economic_government: { en: '政府预算支出经济分类', zh: '政府预算支出经济分类' },
  unit: { en: 'budget units', zh: '预算单位' },
  project: { en: 'projects', zh: '项目' },
  item: { en: 'items of the table’s own', zh: '表内自列事项' },
  none: { en: 'nothing is broken down', zh: '不分列' },
};
const tableStatus: Record<TableRow['status'], Meaning> = {
  read: { en: 'its lines are published', zh: '已发布' },
  quarantined: { en: 'its lines wait for a review', zh: '待审' },
};
const cellRole: Record<CellRow['role'], Meaning> = {
  meta: { en: 'unit, department or year printed inside the grid', zh: '表内说明（单位、部门、年度）' },
  header: { en: 'a header word', zh: '表头' },
  column_number: { en: '栏次', zh: '栏次' },
  note: { en: 'a note inside the grid', zh: '表注' },
  label: { en: 'the label of a row', zh: '行标题' },
  code: { en: 'a code', zh: '代码' },
  ordinal: { en: '行次, 序号', zh: '行次、序号' },
  amount: { en: 'money', zh: '金额' },
  quantity: { en: 'a number of things', zh: '数量' },
  percent: { en: 'a percentage', zh: '百分比' },
  date: { en: 'a date', zh: '日期' },
  text: { en: 'other text', zh: '文字' },
  blank: { en: 'nothing', zh: '空白' },
};
const comparison: Record<Comparison, Meaning> = {
  none: { en: 'an amount, not a comparison', zh: '本数' },
  change: { en: '增减: the difference from another amount', zh: '增减额' },
  change_percent: { en: '增减%: the same in percent', zh: '增减率' },
  share: { en: '占比: the share of a whole', zh: '占比' },
};
const quantity: Record<Quantity, Meaning> = {
  money: { en: 'money; `amount` has it in yuan', zh: '金额' },
  percent: { en: 'a percentage', zh: '百分比' },
  count: { en: 'a number of things', zh: '数量' },
  area: { en: 'square metres', zh: '面积' },
};
const role: Record<Role, Meaning> = {
  leaf: { en: 'sums nothing', zh: '明细' },
  subtotal: { en: 'sums some leaves: 小计, a 类 above its 款', zh: '小计' },
  total: { en: 'sums all: 合计, 总计', zh: '合计' },
  of_which: { en: '其中: a part of another row or column that must not be added to it', zh: '其中' },
  balance: { en: '结转, 结余: stands beside the sums of the year', zh: '结转结余' },
};
const threePublicItem: Record<ThreePublicItem, Meaning> = {
  total: { en: 'all of them', zh: '“三公”经费合计' },
  abroad: { en: '因公出国（境）费', zh: '因公出国（境）费' },
  vehicles: { en: '公务用车购置及运行维护费', zh: '公务用车购置及运行维护费' },
  vehicle_purchase: { en: '公务用车购置费', zh: '公务用车购置费' },
  vehicle_operation: { en: '公务用车运行维护费', zh: '公务用车运行维护费' },
  reception: { en: '公务接待费', zh: '公务接待费' },
  meeting: { en: '会议费, printed beside them', zh: '会议费（同表所列）' },
  training: { en: '培训费, printed beside them', zh: '培训费（同表所列）' },
};
const proof: Record<Proof, Meaning> = {
  proved: { en: 'an equality over at least two amounts that are not zero holds, and none fails', zh: '已证实' },
  disputed: { en: 'some hold and some fail', zh: '有争议（部分等式成立、部分不成立）' },
  contradicted: { en: 'some fail and none holds', zh: '被否定（所涉等式均不成立）' },
  unchecked: { en: 'nothing to check it by', zh: '无可校验' },
};
const classification: Record<LineCode['classification'], Meaning> = {
  functional: { en: '支出功能分类科目', zh: '支出功能分类科目' },
  economic_department: { en: '部门预算支出经济分类科目', zh: '部门预算支出经济分类科目' },
  economic_government: { en: '政府预算支出经济分类科目', zh: '政府预算支出经济分类科目' },
  revenue: { en: '收入分类科目', zh: '收入分类科目' },
  funding_source: { en: 'sources of funding', zh: '资金来源' },
  three_public: { en: 'items of the “三公” table', zh: '“三公”经费项目' },
  project: { en: 'project codes', zh: '项目编码' },
  procurement: { en: '政府采购品目', zh: '政府采购品目' },
};
const provenance: Record<CodeRow['provenance'], Meaning> = {
  official: { en: 'an official list', zh: '官方科目表' },
  template: { en: 'an official form', zh: '官方报表样式' },
  observed: { en: 'several published documents', zh: '多份公开文件' },
  memory: { en: 'general knowledge, not yet attested', zh: '常识，尚未核实' },
};
const confidence: Record<CodeRow['confidence'], Meaning> = {
  high: { en: 'sure', zh: '高' },
  medium: { en: 'likely', zh: '中' },
  low: { en: 'a default of the class above', zh: '低' },
};
const origin: Record<LineCode['origin'], Meaning> = {
  printed: { en: 'printed in the row', zh: '原文所印' },
  inherited: { en: 'completed from the rows above', zh: '由上级行补全' },
  named: { en: 'found by the printed name', zh: '由名称推得' },
};
const agreement: Record<LineCode['agreement'], Meaning> = {
  agrees: { en: 'the printed name is that of the code in that year', zh: '相符' },
  other_year: { en: 'the name is that of another year, or the code was not in force', zh: '其他年度的名称或代码' },
  conflict: { en: 'the printed name is none of the names of the code', zh: '不符' },
  local: { en: 'longer than the official codes, and begins with one', zh: '地方自设下级代码' },
  unknown: { en: 'not in the codebook', zh: '科目表中无此代码' },
  none: { en: 'no name to compare', zh: '无名称可比' },
};
const side: Record<LineCheck['role'], Meaning> = {
  left: { en: 'on the left of the equality', zh: '等式左边' },
  right: { en: 'on the right of the equality', zh: '等式右边' },
};
const codeCheck: Record<Project['code_check'], Meaning> = {
  agrees: { en: 'the check character is right', zh: '校验位相符' },
  conflict: { en: 'the check character is wrong', zh: '校验位不符' },
  unknown_form: { en: 'a form of code that has no known check character', zh: '编码形式未知' },
  none: { en: 'no code printed', zh: '未印编码' },
};
const sheet: Record<Project['sheet'], Meaning> = {
  project: { en: 'one project', zh: '单个项目' },
  overall: { en: 'the whole department (部门整体)', zh: '部门整体' },
};
const operator: Record<NonNullable<Indicator['operator']>, Meaning> = {
  '=': { en: 'exactly', zh: '等于' },
  '>=': { en: 'at least', zh: '不低于' },
  '>': { en: 'more than', zh: '高于' },
  '<=': { en: 'at most', zh: '不高于' },
  '<': { en: 'less than', zh: '低于' },
  text: { en: 'in words', zh: '文字表述' },
};
const direction: Record<NonNullable<Statement['comparison_direction']>, Meaning> = {
  increase: { en: 'more', zh: '增加' },
  decrease: { en: 'less', zh: '减少' },
  unchanged: { en: 'the same (持平)', zh: '持平' },
};
const outcome: Record<CheckRow['outcome'], Meaning> = {
  holds: { en: 'exactly', zh: '成立' },
  within_rounding: { en: 'the difference is no more than the rounding of the printed digits explains', zh: '在四舍五入误差内成立' },
  fails: { en: 'the difference is more than that', zh: '不成立' },
  not_applicable: { en: 'cannot be told', zh: '不适用' },
};
const coverage: Record<CoverageRow['status'], Meaning> = {
  complete: { en: 'every captured table has lines or is an empty form', zh: '完整' },
  empty: { en: 'only empty forms', zh: '仅空表' },
  partial: { en: 'some captured table gave no lines', zh: '部分' },
  missing: { en: 'no such table was found', zh: '缺失' },
};
const correctionDecision: Record<CorrectionRow['decision'], Meaning> = {
  accept: { en: 'as read it is right', zh: '认可' },
  correct: { en: 'the amount is another', zh: '更正' },
  reject: { en: 'it must not be summed', zh: '剔除' },
};
const correctionStatus: Record<CorrectionRow['status'], Meaning> = {
  applied: { en: 'it is in figures or quarantine', zh: '已采用' },
  stale: { en: 'the cell reads otherwise now: review it again', zh: '已过时（原文已变）' },
  unknown: { en: 'no line or row of quarantine has this id', zh: '对象不存在' },
};
const stage: Record<Stage, Meaning> = {
  discover: { en: 'finding documents', zh: '发现' },
  fetch: { en: 'fetching them', zh: '抓取' },
  extract: { en: 'reading text and tables', zh: '读取' },
  interpret: { en: 'understanding them', zh: '解读' },
  check: { en: 'checking sums', zh: '校验' },
  publish: { en: 'writing the dataset', zh: '发布' },
};
const severity: Record<Severity, Meaning> = {
  error: { en: 'something is not in the dataset', zh: '错误' },
  warning: { en: 'something may be wrong in it', zh: '警告' },
  info: { en: 'worth knowing', zh: '提示' },
};

/** Every closed list of the published tables. */
export const VALUE_MEANINGS: readonly ValueMeanings[] = [
  { columns: ['documents.status'], meanings: documentStatus },
  { columns: ['captures.changed'], meanings: changed },
  { columns: ['phase', 'document_phase'], meanings: phase },
  { columns: ['scope'], meanings: scope },
  { columns: ['tables.kind', 'lines.kind', 'coverage.kind'], meanings: kind },
  { columns: ['flow'], meanings: flow },
  { columns: ['funding'], meanings: funding },
  { columns: ['part'], meanings: part },
  { columns: ['breakdown'], meanings: breakdown },
  { columns: ['tables.status'], meanings: tableStatus },
  { columns: ['cells.role'], meanings: cellRole },
  { columns: ['comparison'], meanings: comparison },
  { columns: ['lines.quantity'], meanings: quantity },
  { columns: ['row_role', 'column_role'], meanings: role },
  { columns: ['three_public_item'], meanings: threePublicItem },
  { columns: ['proof'], meanings: proof },
  { columns: ['line_codes.classification'], meanings: classification },
  { columns: ['provenance', 'cofog_source', 'gfsm_source'], meanings: provenance },
  { columns: ['confidence', 'cofog_confidence', 'gfsm_confidence'], meanings: confidence },
  { columns: ['line_codes.origin'], meanings: origin },
  { columns: ['line_codes.agreement'], meanings: agreement },
  { columns: ['line_checks.role'], meanings: side },
  { columns: ['projects.code_check'], meanings: codeCheck },
  { columns: ['projects.sheet'], meanings: sheet },
  { columns: ['indicators.operator'], meanings: operator },
  { columns: ['statements.comparison_direction'], meanings: direction },
  { columns: ['checks.outcome'], meanings: outcome },
  { columns: ['coverage.status'], meanings: coverage },
  { columns: ['corrections.decision'], meanings: correctionDecision },
  { columns: ['corrections.status'], meanings: correctionStatus },
  { columns: ['diagnostics.stage'], meanings: stage },
  { columns: ['diagnostics.severity'], meanings: severity },
];
