import type { Breakdown, Period, SeriesCell, TableEntry } from '../shards.js';
import { settings } from './settings.js';

type Pair = readonly [zh: string, en: string];

const KINDS: Readonly<Record<TableEntry['kind'], Pair>> = {
  revenue_expenditure_summary: ['收支总表', 'Income and spending'],
  revenue_summary: ['收入总表', 'Income'],
  expenditure_summary: ['支出总表', 'Spending'],
  appropriation_summary: ['财政拨款收支总表', 'Appropriations'],
  general_budget_expenditure: ['一般公共预算支出', 'General budget spending'],
  general_budget_basic_expenditure: ['一般公共预算基本支出', 'General budget, basic'],
  government_fund: ['政府性基金', 'Government funds'],
  state_capital: ['国有资本经营', 'State capital'],
  three_public_expenses: ['“三公”经费', '“三公” expenses'],
  project_expenditure: ['项目支出', 'Projects'],
  procurement: ['政府采购', 'Procurement'],
  purchased_services: ['政府购买服务', 'Purchased services'],
  operating_expenses: ['机关运行经费', 'Operating expenses'],
  project_performance: ['项目绩效目标', 'Project performance'],
  overall_performance: ['整体绩效目标', 'Overall performance'],
  institutions: ['机构设置', 'Institutions'],
  assets: ['国有资产', 'Assets'],
  form_list: ['报表目录', 'List of forms'],
  other: ['其他', 'Other'],
  unknown: ['未识别', 'Unknown'],
};
const PHASES: Readonly<Record<Period['phase'], Pair>> = {
  approved: ['预算', 'budget'],
  adjusted: ['调整预算', 'adjusted'],
  executed: ['决算', 'final account'],
  estimated: ['预计执行', 'estimate'],
};
const FUNDINGS: Readonly<Record<Breakdown['funding'], Pair>> = {
  all: ['全部资金', 'all money'],
  appropriation: ['财政拨款', 'appropriations'],
  general: ['一般公共预算', 'general budget'],
  fund: ['政府性基金', 'government funds'],
  state_capital: ['国有资本经营预算', 'state capital'],
  special_account: ['财政专户管理资金', 'special account'],
  own: ['单位资金', 'own money'],
  carry_over: ['上年结转结余', 'carried over'],
};
const PARTS: Readonly<Record<Breakdown['part'], Pair>> = {
  all: ['全部支出', 'all'],
  basic: ['基本支出', 'basic'],
  project: ['项目支出', 'projects'],
  operating: ['经营支出', 'operating'],
  carry_over: ['结转', 'carried over'],
  other: ['其他', 'other'],
};
const ITEMS: Readonly<Record<string, Pair>> = {
  total: ['“三公”经费合计', 'Total'],
  abroad: ['因公出国（境）费', 'Travel abroad'],
  vehicles: ['公务用车购置及运行费', 'Official vehicles'],
  vehicle_purchase: ['公务用车购置费', 'Vehicle purchase'],
  vehicle_operation: ['公务用车运行维护费', 'Vehicle operation'],
  reception: ['公务接待费', 'Official hospitality'],
  meeting: ['会议费', 'Meetings'],
  training: ['培训费', 'Training'],
};
const SOURCES: Readonly<Record<string, Pair>> = {
  ...FUNDINGS,
  business_income: ['事业收入', 'Service income'],
  operating_income: ['经营收入', 'Operating income'],
  superior_subsidy: ['上级补助收入', 'Subsidies from above'],
  subordinate_contribution: ['附属单位上缴收入', 'Paid up by units below'],
  other_income: ['其他收入', 'Other income'],
  balance_used: ['使用非财政拨款结余', 'Use of balances'],
};
/** A proof with its sign: colour is never alone. */
const PROOFS: Readonly<Record<SeriesCell['proof'] | 'quarantined', readonly [sign: string, ...Pair]>> = {
  proved: ['✓', '已证实', 'proved'],
  disputed: ['≠', '有争议', 'disputed'],
  contradicted: ['✗', '被推翻', 'contradicted'],
  unchecked: ['·', '未校验', 'unchecked'],
  quarantined: ['⚠', '待审', 'quarantined'],
};
const COVERAGE: Readonly<Record<'complete' | 'empty' | 'partial' | 'missing', readonly [sign: string, ...Pair]>> = {
  complete: ['●', '齐全', 'complete'],
  partial: ['◐', '部分', 'partial'],
  empty: ['○', '空表', 'empty form'],
  missing: ['✕', '缺失', 'missing'],
};
const CLASSIFICATIONS: Readonly<Record<string, Pair>> = {
  functional_code: ['支出功能分类', 'Function'],
  economic_department_code: ['部门预算支出经济分类', 'Economic class (department)'],
  economic_government_code: ['政府预算支出经济分类', 'Economic class (government)'],
  revenue_code: ['收入分类', 'Revenue'],
};
const SEVERITIES: Readonly<Record<'error' | 'warning' | 'info', readonly [sign: string, ...Pair]>> = {
  error: ['✗', '错误', 'error'],
  warning: ['!', '警告', 'warning'],
  info: ['i', '提示', 'info'],
};

const say = ([zh, en]: Pair): string => (settings.language === 'zh' ? zh : en);

export const kindLabel = (kind: TableEntry['kind']) => say(KINDS[kind]);
export const phaseLabel = (phase: Period['phase']) => say(PHASES[phase]);
export const periodLabel = ({ year, phase }: Period) => `${year} ${phaseLabel(phase)}`;
export const fundingLabel = (funding: Breakdown['funding']) => say(FUNDINGS[funding]);
export const partLabel = (part: Breakdown['part']) => say(PARTS[part]);
/** An item of “三公”, or a source of funds; one that is not known is shown as it is. */
export const itemLabel = (item: string) => say(ITEMS[item] ?? [item, item]);
export const sourceLabel = (source: string) => say(SOURCES[source] ?? [source, source]);
export const classificationLabel = (column: string) => say(CLASSIFICATIONS[column] ?? [column, column]);
export type ProofLike = keyof typeof PROOFS;
export const PROOF_ORDER = ['proved', 'disputed', 'contradicted', 'unchecked', 'quarantined'] as const satisfies readonly ProofLike[];
export const proofSign = (proof: ProofLike) => PROOFS[proof][0];
export const proofLabel = (proof: ProofLike) => say([PROOFS[proof][1], PROOFS[proof][2]]);
export type CoverageStatus = keyof typeof COVERAGE;
export const coverageSign = (status: CoverageStatus) => COVERAGE[status][0];
export const coverageLabel = (status: CoverageStatus) => say([COVERAGE[status][1], COVERAGE[status][2]]);
export type SeverityLike = keyof typeof SEVERITIES;
export const severitySign = (severity: SeverityLike) => SEVERITIES[severity][0];
export const severityLabel = (severity: SeverityLike) => say([SEVERITIES[severity][1], SEVERITIES[severity][2]]);
