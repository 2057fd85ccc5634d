import type { CheckRow, Comparison, CoverageRow, Flow, Funding, LineCode, Part, Phase, Proof, Role, Scope } from '../model/index.js';

/** What the values of a closed list mean, and the columns that hold them. */
interface ValueMeanings {
  columns: readonly string[];
  meanings: Readonly<Record<string, string>>;
}

const phase: Record<Phase, string> = {
  approved: 'the budget as approved: 预算数, 年初预算',
  adjusted: 'the budget as changed in the year: 调整预算, 全年预算',
  executed: 'the final account: 决算数',
  estimated: 'an estimate of the year that runs: 预计执行',
};
const scope: Record<Scope, string> = {
  department_total: 'the department with all its units',
  own: 'the office of the department itself (本级)',
  unit: 'one budget unit (预算单位)',
};
const comparison: Record<Comparison, string> = {
  none: 'an amount, not a comparison',
  change: '增减: the difference from another amount',
  change_percent: '增减%: the same in percent',
  share: '占比: the share of a whole',
};
const flow: Record<Flow, string> = { revenue: '收入', expenditure: '支出', both: 'both sides, as a 收支 table has them' };
const funding: Record<Funding, string> = {
  all: 'all money',
  appropriation: '财政拨款: general, fund and state capital together',
  general: '一般公共预算',
  fund: '政府性基金预算',
  state_capital: '国有资本经营预算',
  special_account: '财政专户管理资金',
  own: '单位资金: what a unit earns itself',
  carry_over: '上年结转: left from earlier years',
};
const part: Record<Part, string> = {
  all: 'all expenditure',
  basic: '基本支出',
  project: '项目支出',
  operating: '事业单位经营支出',
  carry_over: '结转下年: left for the next year',
  other: '上缴上级支出, 对附属单位补助支出 and alike',
};
const role: Record<Role, string> = {
  leaf: 'sums nothing',
  subtotal: 'sums some leaves: 小计, a 类 above its 款',
  total: 'sums all: 合计, 总计',
  of_which: '其中: a part of another row or column that must not be added to it',
  balance: '结转, 结余: stands beside the sums of the year',
};
const proof: Record<Proof, string> = {
  proved: 'an equality over at least two amounts that are not zero holds, and none fails',
  disputed: 'some hold and some fail',
  contradicted: 'some fail and none holds',
  unchecked: 'nothing to check it by',
};
const origin: Record<LineCode['origin'], string> = {
  printed: 'printed in the row',
  inherited: 'completed from the rows above',
  named: 'found by the printed name',
};
const agreement: Record<LineCode['agreement'], string> = {
  agrees: 'the printed name is that of the code in that year',
  other_year: 'the name is that of another year, or the code was not in force',
  conflict: 'the printed name is none of the names of the code',
  local: 'longer than the official codes, and begins with one',
  unknown: 'not in the codebook',
  none: 'no name to compare',
};
const outcome: Record<CheckRow['outcome'], string> = {
  holds: 'exactly',
  within_rounding: 'the difference is no more than the rounding of the printed digits explains',
  fails: 'the difference is more than that',
  not_applicable: 'cannot be told',
};
const coverage: Record<CoverageRow['status'], string> = {
  complete: 'every captured table has lines or is an empty form',
  empty: 'only empty forms',
  partial: 'some captured table gave no lines',
  missing: 'no such table was found',
};

/** Closed lists whose values do not speak for themselves. */
export const VALUE_MEANINGS: readonly ValueMeanings[] = [
  { columns: ['phase', 'document_phase'], meanings: phase },
  { columns: ['scope'], meanings: scope },
  { columns: ['comparison'], meanings: comparison },
  { columns: ['flow'], meanings: flow },
  { columns: ['funding'], meanings: funding },
  { columns: ['part'], meanings: part },
  { columns: ['row_role', 'column_role'], meanings: role },
  { columns: ['proof'], meanings: proof },
  { columns: ['line_codes.origin'], meanings: origin },
  { columns: ['line_codes.agreement'], meanings: agreement },
  { columns: ['checks.outcome'], meanings: outcome },
  { columns: ['coverage.status'], meanings: coverage },
];
