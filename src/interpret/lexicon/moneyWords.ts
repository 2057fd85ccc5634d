import type { Funding, Part, ThreePublicItem } from '../../model/index.js';
import type { Word } from './word.js';

/** Whose money a header word or a row label names. Carried-over money first: 上年结转（一般公共预算） is last year's. */
export const FUNDING_WORDS: readonly Word<Funding>[] = [
  {
    pattern:
      /(上年|年初|以前年度|历年|往年).*(结转|结余|余额|实户)|实户资金|^(使用|动用).*(上年|结转)|^(财政(拨款|资金))?结(转|余)(和|、|及)?结?[转余]?(资金|收入)?$/,
    value: 'carry_over',
  },
  { pattern: /国有资本/, value: 'state_capital' },
  { pattern: /政府(性)?基金|基金预算|^基金/, value: 'fund' },
  { pattern: /非同级财政|非财政|弥补(收支|支出)|事业基金/, value: 'own' },
  { pattern: /一般公共预算|公共财政(预算|拨款|补助)|一般预算|公共预算|经费拨款/, value: 'general' },
  { pattern: /专户|教育收费|预算外/, value: 'special_account' },
  {
    pattern:
      /单位(自有)?资金|其他资金|自有资金|自筹|事业(单位)?收入|经营收入|上级补助|附属单位(上缴|缴款|缴)|其他收入|^其他$|捐赠|投资收益|利息收入|债务收入/,
    value: 'own',
  },
  { pattern: /财政(性)?(拨款|资金|补助)|预算拨款|财政预算|政府预算资金/, value: 'appropriation' },
];

/** Part of the expenditure a header word or a row label names. */
export const PART_WORDS: readonly Word<Part>[] = [
  { pattern: /采购/, value: 'all' },
  // 其他运转类 are projects, 运转类 otherwise is 公用经费.
  { pattern: /其他运转/, value: 'project' },
  { pattern: /结转下年|下年.*结转|结余下年|年末.*(结转|结余)|年终.*(结转|结余)|期末.*(结转|结余)/, value: 'carry_over' },
  { pattern: /上缴上级|上解上级|对(附属|下级)单位(的)?补助|补助附属单位|单位预留|机动经费/, value: 'other' },
  { pattern: /经营支出|经营性支出/, value: 'operating' },
  { pattern: /项目支出|项目(经费|资金|金额|总额|预算)|专项(业务)?(经费|支出)|^项目$|一般性项目|特定目标类|专项业务/, value: 'project' },
  { pattern: /基本支出|人员(经费|支出|类)|公用(经费|支出|类)|日常公用|运转类/, value: 'basic' },
];

/** Items of the “三公” table and what is printed beside them. */
export const THREE_PUBLIC_WORDS: readonly Word<ThreePublicItem | null>[] = [
  { pattern: /教学科研人员|^其他因公/, value: null },
  { pattern: /因公出国|因公临时出国|出国\(境\)|出国费/, value: 'abroad' },
  { pattern: /(公务用车|公车|车辆).*购置.*(运行|运维|维护)/, value: 'vehicles' },
  { pattern: /公务用车费|^公务用车$/, value: 'vehicles' },
  { pattern: /(用车|公车|车辆).*购置|^购置费?$/, value: 'vehicle_purchase' },
  { pattern: /(用车|公车|车辆).*(运行|运维|维护)|^(运行|维护|运行维护|运维)费?$/, value: 'vehicle_operation' },
  { pattern: /公务接待|^接待费/, value: 'reception' },
  { pattern: /^会议费/, value: 'meeting' },
  { pattern: /^培训费/, value: 'training' },
  { pattern: /三公.*(会议|培训)|(会议|培训).*三公/, value: null },
  { pattern: /三公/, value: 'total' },
];

/** Budgets, each of which 财政拨款 may come from: more exact than that word. */
export const BUDGETS: ReadonlySet<Funding | null> = new Set<Funding | null>(['general', 'fund', 'state_capital']);
