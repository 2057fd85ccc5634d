import type { Comparison, Phase, Quantity } from '../../model/index.js';
import type { Word } from './word.js';

/** Which phase a header word names. 一般公共预算 names money, so 预算 alone counts only as a word of its own or with 数. */
export const PHASE_WORDS: readonly Word<Phase>[] = [
  { pattern: /(全年|调整(后)?)预算|预算调整|调整(后)?(预算)?数/, value: 'adjusted' },
  { pattern: /决算/, value: 'executed' },
  // What a project's self-evaluation sets against 年初预算数 and 全年预算数.
  { pattern: /全年执行数/, value: 'executed' },
  { pattern: /预计|执行数|完成数|执行情况|预算执行/, value: 'estimated' },
  {
    pattern: /年初预算|预算(金|数|总)?额|预算数|(?<!公共|基金|经营)预算安排|^预算$|\d年度?预算|(上年|本年|当年|去年)预算/,
    value: 'approved',
  },
];

/** Years from the year of the document that a header word names without digits. 上年结转 is money of this year. */
export const YEAR_WORDS: readonly Word<number>[] = [
  { pattern: /(比|较)(上年|去年)/, value: 0 },
  { pattern: /(上年|去年|上一年)(?!.*(结转|结余|余额|实户))/, value: -1 },
  { pattern: /^前年/, value: -2 },
  { pattern: /(当年|今年|本年度?)/, value: 0 },
];

/** How a column compares two figures. Percentages before amounts: 增减% is no amount. */
export const COMPARISON_WORDS: readonly Word<Comparison>[] = [
  {
    pattern: /(增减|增长|变动|变化|升降|同比|增幅|减幅).*(率|%|幅度|百分比|比例)|增幅|增长率|同比|±%?|比.*(上年|去年|20\d\d年).*%/,
    value: 'change_percent',
  },
  { pattern: /占.*(比|%)|为.*(预算|执行|决算)数?的?%|比重|所占|占比|完成(年初)?预算的?%|执行率|完成率/, value: 'share' },
  { pattern: /增减|增加\(?减少|变化|变动|(?<!收支)差额|增\(?减|比(上年|去年)/, value: 'change' },
];

/** What is counted where it is no money. */
export const QUANTITY_WORDS: readonly Word<Quantity>[] = [
  { pattern: /%|百分比|比例|率$/, value: 'percent' },
  { pattern: /面积|平方米|㎡/, value: 'area' },
  { pattern: /数量|(人|辆|台|套|件|个|批次|人次|户|团组)数|编制|^离?退?休(人员)?$|人员$|实有|在职|保有量|^批次|^人次/, value: 'count' },
];

/** The year in digits a text prints (2015 to 2049), or null. */
export function printedYear(folded: string): number | null {
  const found = /(?<!\d)(20[1-4]\d)(?:年|\b|(?=[^\d]))/.exec(folded);
  return found ? Number(found[1]) : null;
}
