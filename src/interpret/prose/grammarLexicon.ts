import type { Phase } from '../../model/index.js';

/** What an amount is compared with: 较上年, 与2023年相比, 比2025年年初预算数. Group 1 is the base as printed. */
export const COMPARED_WITH =
  /(?:与|较|比|同|和)((?:上一?年度?|上一度|去年|前一?年|20\d{2}(?:(?=年初)|年度?)|本年)(?:(?:部门|单位|财政拨款|“三公”经费|三公经费|年初|当年|同期|调整|全年|执行|决算|预算|批复|批复数|实际|支出|收入|总额|数)*)|(?:年初|调整|全年)?预算数?)(?:的|中)?(?:同口径)?(?:相比较?|比较|对比|比)?/g;

/** That what was spent is more or less than planned, before the difference: 决算数大于预算数5万元. Group 1 the verb, group 2 the base. */
export const AGAINST_BUDGET =
  /(?:(?:支出|收入)?决算|执行|实际支出)数?(大于|高于|多于|超过|超出|小于|低于|少于)((?:年初|全年|调整)?预算数?)$/;

/** A change before its amount; 稳增长 and 促增长 are aims that name what is paid for. */
export const CHANGE_END =
  /(增加|减少|(?<![稳促保])增长|下降|降低|上升|提高|上涨|调增|调减|压减|压缩|压降|削减|净增|净减|新增|增减变化|增减|增|减|多|少)(?:[（(]((?:增加|减少|增长|下降|降低|持平|\/|／|或)+)[）)])?(?:支出|收入|预算|额|数|幅)?(?:了|约|为)?$/;
export const DIRECTIONS: Readonly<Record<string, 'increase' | 'decrease'>> = {
  增加: 'increase',
  增长: 'increase',
  上升: 'increase',
  提高: 'increase',
  上涨: 'increase',
  调增: 'increase',
  净增: 'increase',
  新增: 'increase',
  增: 'increase',
  多: 'increase',
  减少: 'decrease',
  下降: 'decrease',
  降低: 'decrease',
  调减: 'decrease',
  压减: 'decrease',
  压缩: 'decrease',
  压降: 'decrease',
  削减: 'decrease',
  净减: 'decrease',
  减: 'decrease',
  少: 'decrease',
};
/** A change before what changes: 增加外事经费200万元. Group 1 the verb, group 2 what changes. */
export const CHANGE_FIRST =
  /(?:^|[，,、；;：:和及])(?:主要(?:是)?|相应|同时|其中)?(增加|减少|新增|压减|调减|调增|追加|核减)(?:了)?([^，,；;：:]{2,})$/;

/** No change: 与上年持平, 较上年无增减. */
export const UNCHANGED =
  /(?:与|较|比|同|和)((?:上一?年度?|去年|20\d{2}年度?)[^，,。；;]{0,14}?)(?:相比|比)?[，,]?(?:基本)?(?:保持)?(?:持平|一致|相同|不变|无增减(?:变化|变动)?|无变化|没有变化|无变动|未发生变化)/g;

/** What opens the parts of the amount before: 其中, 包括. */
export const PARTS_OPENER = /(?:其中|用于以下方面|(?<![不未])包括|(?<![不未])包含|分别为|分别是|具体为|具体是|构成为)[：:]?/g;
/** What may open parts: they are, where the amounts after it add up to the one before. */
export const PARTS_PERHAPS = /(?:主要用于|用于|主要是|主要为|具体)[：:]?(?=[^，,；;]*$)/g;
/** What states the whole of a list again after its parts: …，合计2921万元. */
export const WHOLE_AGAIN = /^[，,；;、]?(?:以上)?(?:合计|共计|总计)(?:为|是)?$/;
/** A sentence that only opens parts. */
export const OPENS_PARTS = /^[，,；;]?(?:其中|包括|主要包括|具体包括)[：:]?$/;
/** A passage whose end announces parts in the passages that follow. */
export const PARTS_FOLLOW = /(?:其中|包括|构成|如下|情况为|分类)[：:]?[。]?$|[：:]$/;

/** What introduces the reason of a change. */
export const REASON_OPENER =
  /(?:[^，,。；;：:（(]{0,12}的?)?(?:主要)?(?:变动|变化|增减)?原因(?:说明)?(?:是由于|是因为|主要是|是|为|：|:)[：:]?|主要(?:是)?(?:由于|因为|系)/g;
/** What introduces a reason where a change stands before it, and a purpose elsewhere. */
export const REASON_AFTER_CHANGE = /(?:主要|原因)是|由于|因为/g;
/** What starts a sentence that gives the reason of the change in the sentence before. */
export const REASON_START = /^主要(?:是|为|系|由于|因为)/;
/** After a semicolon: what still belongs to the reason. */
export const REASON_GOES_ON =
  /^(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d][）)、]|同时|此外|另外|其次|再次|第[一二三四五]|[①-⑩])/;

/** That there is nothing: 本部门无机关运行经费, 没有使用政府性基金预算拨款安排的支出. Group 1 the verb, group 2 what there is none of. */
export const NONE_OF =
  /(?:^|[，,；;。：:]|[年度门位局委办厅院校会心])(没有使用|没有安排|未安排|没有|不涉及|无)(?:当年|本年度?|安排|使用|用)?((?!此|其他|需|增减|变化|法|关|须|论)[^，,。；;]{2,40})/;
/** A passage that only says that there is nothing. */
export const NOTHING = /^[（(]?(?:无|没有|不涉及|无此项内容)[）)]?[。.]?$/;

/** The phase that the words before an amount say, the first that fits. */
export const PHASES: readonly (readonly [pattern: RegExp, phase: Phase])[] = [
  [/(?:调整|全年)预算/, 'adjusted'],
  [/预计执行|预计完成/, 'estimated'],
  [/决算|执行数/, 'executed'],
  [/年初预算|预算(?:数|总额|为|是|安排|共|合计|总计)*$/, 'approved'],
];
