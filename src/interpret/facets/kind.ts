import type { GridTable, Kind } from '../../model/index.js';
import { formKind } from '../forms/index.js';
import type { Word } from '../lexicon/word.js';

/** Kinds by title, most specific first. A title is folded and may carry year and name of the organization. */
const TITLE_KINDS: readonly Word<Kind>[] = [
  { pattern: /目录$|报表清单|表格清单|公开表目录/, value: 'form_list' },
  { pattern: /整体(支出|预算)?绩效|整体绩效/, value: 'overall_performance' },
  { pattern: /绩效目标|绩效(情况)?(申报|填报|说明)|项目绩效/, value: 'project_performance' },
  { pattern: /三公/, value: 'three_public_expenses' },
  { pattern: /机构设置|单位构成|所属单位|预算单位(情况|名单|构成)/, value: 'institutions' },
  { pattern: /固定资产|资产(占用|占有|情况)|国有资产/, value: 'assets' },
  { pattern: /采购/, value: 'procurement' },
  { pattern: /购买服务/, value: 'purchased_services' },
  { pattern: /资产(配置|购置)/, value: 'procurement' },
  { pattern: /机关运行经费|行政经费/, value: 'operating_expenses' },
  { pattern: /国有资本/, value: 'state_capital' },
  { pattern: /政府性基金|基金预算/, value: 'government_fund' },
  { pattern: /(一般)?公共(财政)?预算.*基本支出|(财政拨款)?基本支出.*公共(财政)?预算/, value: 'general_budget_basic_expenditure' },
  { pattern: /项目支出|专项业务|支出项目|项目(明细|汇总|预算|经费)|项目.*(规划|计划)/, value: 'project_expenditure' },
  { pattern: /(一般)?公共预算.*支出|公共财政.*支出/, value: 'general_budget_expenditure' },
  { pattern: /财政拨款.*(收支|收入支出|收入.*支出)/, value: 'appropriation_summary' },
  { pattern: /收支|收入支出/, value: 'revenue_expenditure_summary' },
  { pattern: /基本支出|财政拨款支出|结转资金/, value: 'other' },
  { pattern: /收入/, value: 'revenue_summary' },
  { pattern: /支出/, value: 'expenditure_summary' },
];

/** Kinds by header where the title tells none. */
const HEADER_KINDS: readonly Word<Kind>[] = [
  { pattern: /一级指标|绩效指标|指标值|绩效目标\//, value: 'project_performance' },
  { pattern: /因公出国.*公务接待|公务接待.*公务用车/, value: 'three_public_expenses' },
  { pattern: /单位性质|单位规格|经费保障/, value: 'institutions' },
  { pattern: /采购(项目|品目|目录|方式)/, value: 'procurement' },
  { pattern: /是否空表|表号.*表名/, value: 'form_list' },
  { pattern: /收入\/.*支出\//, value: 'revenue_expenditure_summary' },
];

/** The kind of a table, with the words it was told by added to `evidence`. */
export function kindOf(title: string, header: string, table: GridTable, evidence: string[]): Kind {
  const form = formKind(table);
  if (form !== null && form !== 'procurement') {
    evidence.push(`form: ${form}`);
    return form;
  }
  const byTitle = TITLE_KINDS.find((word) => word.pattern.test(title));
  if (byTitle) {
    evidence.push(`title: ${byTitle.pattern.exec(title)?.[0] ?? title}`);
    return byTitle.value;
  }
  const byHeader = HEADER_KINDS.find((word) => word.pattern.test(header));
  if (byHeader) {
    evidence.push(`header: ${byHeader.pattern.exec(header)?.[0] ?? ''}`);
    return byHeader.value;
  }
  if (form !== null) {
    evidence.push(`form: ${form}`);
    return form;
  }
  evidence.push(title === '' ? 'no title' : 'no word of the lexicon in the title');
  return /编码|科目|金额|预算数|合计/.test(header) ? 'other' : 'unknown';
}
