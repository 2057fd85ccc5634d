import { organizationName } from './organizationName.js';

/** What a title line states: `2026年度福州市商务局部门预算`, `上海市…局2024年度部门决算`. */
export interface TitleParts {
  organization: string | null;
  year: number | null;
  level: '部门' | '单位' | null;
  phase: '预算' | '决算' | null;
  text: string;
}

const YEAR = /(20[1-4]\d)(?:年度?|(?=部门|单位|预算|决算))/;
const KIND =
  /(?<level>部门|单位)(?:[（(](?:单位|部门)[）)])?(?:综合|财政)?(?<phase>预算|决算)|(?<only>预算|决算)(?=公开|信息公开|情况|编制|报告|$)/;

const CHINESE_YEAR = /[二2][〇○零oO0][一二三四][〇○零一二三四五六七八九](?=年)/;
const CHINESE_DIGITS = '零一二三四五六七八九';
/** What stands in brackets behind the kind: the organization (2024年度部门预算公开（甲市文化馆）). */
const BRACKET_BEHIND = /^(?:信息|公开|情况|说明|报告|编制)*[（(]([^（()）]+)[）)]$/;

/** What a title says of the money behind the organization: 2016年…局财政拨款“三公”经费预算. */
const THREE_PUBLIC = /(?:一般公共预算)?(?:财政拨款)?(?:安排的)?[“"]?三公[”"]?经费(?:财政拨款|支出)*$/;

/** A title whose year is written in Chinese numerals (二〇二四年) with digits instead. */
function withDigits(text: string): string {
  const digit = (char: string) => (/[〇○oO]/.test(char) ? '0' : String(Math.max(0, CHINESE_DIGITS.indexOf(char))));
  return text.replace(CHINESE_YEAR, (year) => [...year].map((char) => (/\d/.test(char) ? char : digit(char))).join(''));
}

/**
 * Reads a title, spaces removed. What stands before year and kind or between them is the organization, if it names one, else what stands in brackets
 * behind them.
 */
export function titleParts(title: string): TitleParts {
  const text = withDigits(title);
  const year = YEAR.exec(text);
  const kind = KIND.exec(text);
  const end = kind?.index ?? text.length;
  const before = year ? text.slice(0, year.index) : text.slice(0, end);
  const between = year && kind && kind.index > year.index ? text.slice(year.index + year[0].length, end) : '';
  const phase = kind?.groups?.phase ?? kind?.groups?.only;
  const level = kind?.groups?.level;
  return {
    organization:
      organizationName(between.replace(THREE_PUBLIC, '')) ??
      organizationName(before) ??
      (kind ? organizationName(BRACKET_BEHIND.exec(text.slice(end + kind[0].length))?.[1] ?? '') : null),
    year: year ? Number(year[1]) : null,
    level: level === '部门' || level === '单位' ? level : null,
    phase: phase === '预算' || phase === '决算' ? phase : null,
    text: title,
  };
}
