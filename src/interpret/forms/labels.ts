import { remembered } from '../../model/index.js';

/** A field of a project's or department's performance sheet. `ignored` are labels whose value is not kept. */
export type SheetField = 'code' | 'name' | 'department' | 'budget' | 'fiscal' | 'other' | 'purpose' | 'schedule' | 'goals' | 'ignored';
/** A column of an indicator table. */
export type IndicatorColumn = 'level1' | 'level2' | 'level3' | 'description' | 'operator' | 'value' | 'unit' | 'basis' | 'combined';

interface FieldLabel {
  field: SheetField;
  pattern: RegExp;
  /** Where a sheet prints several labels of a field, the highest is taken: this year's money before the whole project's. */
  priority: number;
}

/** Labels of sheets, matched against `normalizeLabel`. */
const FIELD_LABELS: readonly FieldLabel[] = [
  { field: 'code', pattern: /^项目(?:编码|代码|编号)$/, priority: 1 },
  { field: 'name', pattern: /^(?:一级|二级|支出)?项目(?:支出)?名称$|^专项(?:资金|业务经费)?名称$/, priority: 1 },
  { field: 'department', pattern: /^(?:预算)?(?:部门|单位)(?:或?单位)?名称$|^填报(?:部门|单位)$/, priority: 1 },
  { field: 'budget', pattern: /^(?:当年|本年度?|年度)(?:资金|预算|项目资金)?(?:申请)?(?:总额|金额|资金)$|^年度预算数$/, priority: 3 },
  // What a column too narrow for 年度资金总额 or 实施期资金总额 leaves of it.
  { field: 'budget', pattern: /^年?度资金总额?$/, priority: 3 },
  { field: 'budget', pattern: /^(?:实?施?期)?资金总$|^施?期资金总额$/, priority: 1 },
  {
    field: 'budget',
    pattern:
      /^(?:项目)?(?:预算数|预算金额|资金总额|金额|资金金额|预算资金|资金总量)$|^(?:项目资金|项目预算|预算资金|项目)(?:总额|金额)$|^预算(?:支出)?(?:总额|总金额)$|^资金合计$/,
    priority: 2,
  },
  { field: 'budget', pattern: /^(?:项目)?(?:实施期|总)(?:资金)?(?:总额|金额)$|^总计$|^合计$|^总额$/, priority: 1 },
  { field: 'fiscal', pattern: /^(?:当年|本年度?|年度)财政(?:拨款|资金)(?:收入)?$/, priority: 3 },
  { field: 'fiscal', pattern: /^(?:市级|省级|区级|本级)?财政(?:拨款|资金|性资金)(?:收入)?$/, priority: 2 },
  { field: 'other', pattern: /^其他(?:来源)?资金$|^其它资金$|^单位资金$/, priority: 2 },
  { field: 'purpose', pattern: /资金用途$|^项目(?:用途|概况|概述|内容)$|^主要用途$/, priority: 1 },
  { field: 'schedule', pattern: /^(?:资金)?支出(?:计划|进度计划|进度)$/, priority: 1 },
  {
    field: 'goals',
    pattern: /^(?:年度|本年度?|当年)(?:总体)?(?:绩效)?目标$|^预期(?:总体|绩效)?目标$|^年度(?:总体)?绩效目标$/,
    priority: 3,
  },
  {
    field: 'goals',
    pattern: /^(?:项目|部门|整体|总体|支出|专项资金|项目总体|项目支出|部门整体)?(?:总体)?(?:绩效)?目标(?:情况)?$/,
    priority: 2,
  },
  { field: 'goals', pattern: /^(?:项目)?(?:实施期|中长期|长期|总)(?:总体)?(?:绩效)?目标$|^整体绩效目标$/, priority: 1 },
  {
    field: 'ignored',
    pattern:
      /^(?:主管部门|主管部门及代码|(?:项目)?实施单位|项目单位|项目(?:性质|类别|类型|属性|负责人|期限|周期)|(?:计划)?(?:开始|完成|结束|终止|起始)(?:日期|时间)|联系(?:人|电话)|备注|说明|其他说明|上年结转(?:资金)?|结转(?:资金)?|执行率分值|立项依据|单位编码|部门编码|填报人|实际完成(?:情况|值)|目标完成情况|一级项目|上级(?:补助|资金)|基本支出|项目支出)$/,
    priority: 1,
  },
];

/** Columns of indicator tables, matched against `normalizeLabel`; the highest priority is taken where several fit. */
const INDICATOR_COLUMNS: readonly { column: IndicatorColumn; pattern: RegExp; priority: number }[] = [
  { column: 'level1', pattern: /^一级(?:绩效)?指标(?:名称)?$/, priority: 1 },
  { column: 'level1', pattern: /^活动$|^任务(?:名称)?$/, priority: 0 },
  { column: 'level2', pattern: /^二级(?:绩效)?指标(?:名称)?$/, priority: 1 },
  { column: 'level3', pattern: /^三级(?:绩效)?指标(?:名称)?$/, priority: 2 },
  { column: 'level3', pattern: /^(?:绩效)?指标(?:名称|内容)$/, priority: 1 },
  { column: 'combined', pattern: /^绩效指标$/, priority: 1 },
  { column: 'description', pattern: /^(?:绩效)?指标(?:描述|说明|解释|内涵|内容及说明)$/, priority: 1 },
  { column: 'operator', pattern: /^(?:绩效)?指标(?:性质|方向|符号)$|^(?:运算|计算|比较)符号?$/, priority: 1 },
  { column: 'value', pattern: /^(?:年度|本年度?|当年)(?:绩效)?(?:指标|目标)值$/, priority: 3 },
  { column: 'value', pattern: /^(?:绩效)?(?:指标|目标)值$|^年度\/项目指标值$/, priority: 2 },
  { column: 'value', pattern: /^(?:实施期|实施周期|项目)(?:绩效)?(?:指标|目标)值$/, priority: 1 },
  { column: 'unit', pattern: /^(?:绩效|指标值?)?(?:度量|计量)?单位$/, priority: 1 },
  { column: 'basis', pattern: /^(?:指标值)?(?:确定|设定|设置)依据$|^指标值(?:确定|设定)?(?:来源|依据)$|^评分标准$/, priority: 1 },
];

/** A label without blanks, brackets with what is in them, colons, ordinals and 其中. */
export function normalizeLabel(text: string): string {
  const folded = text.normalize('NFKC').replace(/[\s\u3000]/g, '');
  const bare = folded.replace(/\((?:%|万元|元|[^)]*)\)/g, '').replace(/[:：*]+$/g, '');
  return bare.replace(/^(?:其中[:：]?|[一二三四五六七八九十]+、|\d+[.、])/, '').replace(/^其中[:：]?/, '');
}

/** The sheet field a printed label names, with its priority; null where it names none. */
export const sheetField = remembered((text): { readonly field: SheetField; readonly priority: number } | null => {
  const label = normalizeLabel(text);
  if (label === '' || label.length > 20) return null;
  return FIELD_LABELS.find(({ pattern }) => pattern.test(label)) ?? null;
});

/** The sheet field that a cell is a label of, alone or with its value behind a colon (项目名称：…, `inline`); null where it is none. */
export function labelIn(text: string): { field: SheetField; priority: number; inline: string | null } | null {
  const alone = sheetField(text);
  if (alone !== null) return { ...alone, inline: null };
  const [, words = '', value = ''] = /^\s*([^：:]{2,14})[：:](.+)$/s.exec(text) ?? [];
  const behind = value.trim() === '' ? null : sheetField(words);
  return behind === null ? null : { ...behind, inline: value.trim() };
}

/** The field of a cell that groups rows (预算规模及资金用途): what its cells without a label are. */
export function groupField(text: string): SheetField | null {
  return sheetField(text)?.field ?? (/目标$/.test(normalizeLabel(text)) ? 'goals' : null);
}

/** The indicator column a header names, with its priority; null where it names none. */
export const indicatorColumn = remembered((text): { readonly column: IndicatorColumn; readonly priority: number } | null => {
  const label = normalizeLabel(text);
  if (label === '' || label.length > 20) return null;
  return INDICATOR_COLUMNS.find(({ pattern }) => pattern.test(label)) ?? null;
});

/** First-level indicators by name, and second-level ones: what a combined text (产出指标数量指标…) starts with. */
export const LEVEL1_NAMES = /^(?:产出|效益|满意度|成本|效果|过程|投入|决策|管理|履职效能|社会效应|可持续发展能力)(?:类)?指标/;
export const LEVEL2_NAMES =
  /^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|生态成本|经济效益|社会效益|生态效益|生态环境效益|可持续影响|服务对象满意度|满意度|经济|社会|生态)(?:类)?指标/;
