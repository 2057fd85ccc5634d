/** Row labels that close a block or a group. Matched on the folded name without numbering. */
export const TOTAL_ROW =
  /^((部门|单位|本级)?合计|总计|总合计|共计|合计数|总计数|全部合计|(收入|支出|收支)总计|(收入|支出)总额|总额|资产总额|.{2,8}总计|.{2,6}(经费|支出|收入|资金)合计)(\(.*\))?$/;
export const SUBTOTAL_ROW = /^(小计|本年(收入|支出)(合计|总计|小计)|.*小计)(\(.*\))?$/;
/** Sums of one side: totals, unless the block prints 收入总计 / 支出总计 as well. */
export const SIDE_SUM_ROW = /^(收入|支出)合计$/;
/** Money carried over into or out of the year, or taken from savings. */
export const BALANCE_ROW =
  /(结转|结余|实户资金|资金余额|年初余额|年末余额)((和|及|、)?(结转|结余))?(资金|余额|收入|支出|下年|分配|使用)*(\(.*\))?$|^结转下年|^结余下年|弥补(收支|支出)/;
/** Rows that count things instead of money: the unit in brackets at their end (因公出国（境）团组数（个）). */
export const COUNT_ROW = /\((个|人|辆|台|套|批|次|批次|人次|户|件|家|项|台、辆|台\/套)\)$/;

/** Rows of a “三公” table by year instead of item: 2025年 | 2026年 | 增减变化金额. */
export const YEAR_ROW = /^(20\d\d年?(度)?|上年|本年|当年|去年)(度)?(年初)?(预算|决算|执行|预计)?(数|额|金额)?$/;

/** Endings of names of organizations, without what stands in brackets at the end. */
export const ORGANIZATION =
  /(局|委|委员会|办公厅|办公室|厅|部|署|院|所|中心|站|队|支队|大队|总队|中队|馆|校|学校|学院|大学|中学|小学|幼儿园|医院|法院|检察院|政府|街道|街道办事处|办事处|管理处|处|科|团|社|会|联合会|协会|集团|公司|园|场|库|台|报社|剧院|基地|机关|本级|事务所|管委会|指挥部|分局|支行|厂|室|服务部|编辑部|总工会|镇|乡|村委会|居委会|党校|干校|书院|陵园|公墓|殡仪馆|宫|社区|残联|妇联|文联|侨联|工商联|科协|频道|电视台|剧团|乐团|基金会|交易所|服务站)$/;
/** Endings that only organizations have; with these, words of money or work in the name do not count. */
export const SURE_ORGANIZATION =
  /(局|委员会|办公厅|办公室|中心|[支大总]队|学校|学院|大学|[中小]学|医院|法院|检察院|政府|街道|办事处|管理处|公司|集团|[研究调查]院|研究所|分局|本级|[馆站所院队])$/;
/** Words that make a name one of money or work, whatever it ends in. */
export const NOT_ORGANIZATION =
  /经费|支出|收入|费用|补助|补贴|资金|项目|服务|建设|工程|购置|维护|维修|运维|保障|活动|工作|事务|业务|培训|专项/;
/** Expenses of administration, in which “三公” items may be counted again: beside a “三公” total a sum of its own. */
export const ADMINISTRATION = /机关运行经费|行政经费/;
