import type { Flow } from '../../model/index.js';
import type { Word } from './word.js';

/** Official list that a code or label column belongs to; `unit` is the budget unit, `catalogue` the 政府采购 catalogue. */
export type Classification = 'functional' | 'economic_department' | 'economic_government' | 'revenue' | 'unit' | 'project' | 'procurement';

/** What a body column is for, as far as its header says. */
export type HeaderRole = 'ordinal' | 'code' | 'label' | 'year' | 'text' | 'measure_unit';

/** Which list a header names. 部门预算支出经济分类科目 holds 部门, so the unit comes last. */
export const CLASSIFICATION_WORDS: readonly Word<Classification>[] = [
  { pattern: /政府(预算)?(支出)?经济/, value: 'economic_government' },
  { pattern: /经济(分类|科目|编码)|部门(预算)?(支出)?经济/, value: 'economic_department' },
  { pattern: /功能(分类|科目|编码)|支出功能/, value: 'functional' },
  { pattern: /收入(分类)?科目/, value: 'revenue' },
  { pattern: /采购(目录|品目)?(编码|代码|序号)|采购目录|品目(编码|代码)/, value: 'procurement' },
  { pattern: /项目(编码|代码|编号)/, value: 'project' },
  { pattern: /(单位|部门)\)?(编码|代码|名称|$)|预算单位|资金使用单位|^单位$|主管部门|单位\(项目\)/, value: 'unit' },
];

/** What the leaf of a header says about its column. Amount columns are what is left and prints numbers. */
export const ROLE_WORDS: readonly Word<HeaderRole>[] = [
  { pattern: /^(序号|行次|栏次|次序|编号|行号)$/, value: 'ordinal' },
  { pattern: /目录序号|采购目录/, value: 'code' },
  { pattern: /(编码|代码|编号)(\(|$)/, value: 'code' },
  { pattern: /^支出(性质|用途|结构)$|^按.{2,10}(性质|用途)$/, value: 'label' },
  { pattern: /^年度$|^年份$|^预算年度$/, value: 'year' },
  { pattern: /^(计量)?单位$|计量单位/, value: 'measure_unit' },
  {
    pattern:
      /备注|说明|简介|绩效目标|依据|^用途|资金用途|规格|型号|时间|方式|形式|组织形|是否|^内容|期限|地点|联系|资金性质$|^项目类别$|服务内容|主要内容|^性质|^类型$|目标$|指标值|目标值|标准值|计量标准|度量单位|指标性质|运算符|符号$|权重|分值|得分/,
    value: 'text',
  },
  {
    pattern:
      /名称|^(收入|支出|预算)?项目(\(.*\))?$|^科目$|科目(\(.*\))?$|^支出项目类别|单位$|^部门$|类别$|^一级$|^二级$|^三级$|大类$|品目|^栏目$|指标$|分类(\(.*\))?$/,
    value: 'label',
  },
];

/** A column that holds one level of a code printed in pieces, below a header that says it is a code. */
export const CODE_PIECES: readonly Word<number>[] = [
  { pattern: /^类$/, value: 0 },
  { pattern: /^款$/, value: 1 },
  { pattern: /^项$/, value: 2 },
  { pattern: /^目$/, value: 3 },
];

/** Header words over values of indicators, which are records of their own and no lines. */
export const INDICATOR_HEADER = /指标值|目标值|标准值/;

/** Header words over money in the tables of forms, whose other numbers are values of indicators. */
export const MONEY_HEADER = /金额|资金|预算(?!单位|部门|年度)|拨款|经费|支出|价值|单价|总额|总计|合计|小计|万元|[(]元[)]/;

/** Side of a two-sided table that a header names. 收入支出 names both. */
export const FLOW_WORDS: readonly Word<Flow>[] = [
  { pattern: /^(年初|期初)[^数]*(结转|结余)/, value: 'revenue' },
  { pattern: /收支|收入.*支出|支出.*收入安排/, value: 'both' },
  { pattern: /支出/, value: 'expenditure' },
  { pattern: /收入|资金来源$/, value: 'revenue' },
];

/** Header words that add nothing to what a column states. */
export const NEUTRAL_HEADER =
  /^(项目|科目|金额|预算|预算数|决算数|合计|小计|总计|共计|数|部门预算|资金(性质|来源)|收入|支出|本年(收入|支出)|其中:?|备注|单位|数量|单价|总价|收支|财务|货物|工程|服务|年初|年末|当年|资产|价值|名称|支出用途|功能分类|序号|(购买|采购|批复)(金)?额|全年数|年度|地区|机关运行经费|按.{2,8}分类|(其中:?)?已提前(安排|下达)|(其中:?)?专项资金.*|其中:?(本次|本年|当年|当期).*|.*(提前(通知|下达)|转移支付).*)(\(.*\))?$/;

/** Words of a header that say its column sums others: `total` over all, `subtotal` over its group. */
export const SUM_HEADER =
  /^(合计|总计|共计|总额|收入总计|支出总计|本年收入合计|本年支出合计|收入合计|支出合计|预算总额|总数|支出总数|总价)$|合计(\(.*\))?$|总计(\(.*\))?$|总额$/;
export const SUBTOTAL_HEADER = /小计(\(.*\))?$/;
