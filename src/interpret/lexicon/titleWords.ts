import type { Breakdown, Flow, Funding, Part } from '../../model/index.js';
import type { Word } from './word.js';

/** Flow that a table title names. */
export const TITLE_FLOW: readonly Word<Flow>[] = [
  { pattern: /收支|收入支出|支出收入|收入和支出/, value: 'both' },
  { pattern: /三公|运行经费|行政经费|采购|购买服务|资产配置|会议费|培训费|绩效|项目支出|基本支出|支出|项目/, value: 'expenditure' },
  { pattern: /收入/, value: 'revenue' },
  { pattern: /转移支付/, value: 'expenditure' },
];

/** Whose money a table title names. */
export const TITLE_FUNDING: readonly Word<Funding>[] = [
  { pattern: /一般公共预算.*(政府性基金|国有资本)|政府性基金.*国有资本/, value: 'appropriation' },
  { pattern: /国有资本/, value: 'state_capital' },
  { pattern: /政府性基金|基金预算/, value: 'fund' },
  { pattern: /公共(财政)?预算|公共财政/, value: 'general' },
  { pattern: /财政专户|专户/, value: 'special_account' },
  { pattern: /财政拨款/, value: 'appropriation' },
];

/** Part of the expenditure that a table title names. */
export const TITLE_PART: readonly Word<Part>[] = [
  { pattern: /三公|采购|运行经费|行政经费|购买服务/, value: 'all' },
  { pattern: /结转资金|结转.*支出/, value: 'carry_over' },
  { pattern: /基本支出.*项目支出|基本.*和项目/, value: 'all' },
  { pattern: /基本支出/, value: 'basic' },
  { pattern: /项目支出|专项业务|项目经费|支出项目|专项经费|重点项目|项目(明细|汇总|预算|情况)?表|项目.*(规划|计划)/, value: 'project' },
];

/** What the rows of a table list, as its title says. */
export const TITLE_BREAKDOWN: readonly Word<Breakdown | null>[] = [
  { pattern: /三公|运行经费|行政经费|会议费|培训费/, value: 'item' },
  // Both lists in one table: which of them the rows list is told by the columns.
  { pattern: /功能(分类|科目)?(和|与|及|、).{0,6}经济(分类|科目)/, value: null },
  { pattern: /政府(预算)?(支出)?经济/, value: 'economic_government' },
  { pattern: /经济(分类|科目)/, value: 'economic_department' },
  { pattern: /功能(分类|科目)/, value: 'functional' },
  { pattern: /收支.*总(表|体)|收入支出.*总表|收支(预算)?表/, value: 'summary' },
  { pattern: /项目|专项业务|专项经费|采购|购买服务/, value: 'project' },
];
