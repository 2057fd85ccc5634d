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
const KIND = /(?<level>部门|单位)(?:综合|财政)?(?<phase>预算|决算)|(?<only>预算|决算)(?=公开|信息公开|情况|编制|报告|$)/;

/** Reads a title, spaces removed. What stands before year and kind or between them is the organization, if it names one. */
export function titleParts(text: string): TitleParts {
  const year = YEAR.exec(text);
  const kind = KIND.exec(text);
  const end = kind?.index ?? text.length;
  const before = year ? text.slice(0, year.index) : text.slice(0, end);
  const between = year && kind && kind.index > year.index ? text.slice(year.index + year[0].length, end) : '';
  const phase = kind?.groups?.phase ?? kind?.groups?.only;
  const level = kind?.groups?.level;
  return {
    organization: organizationName(between) ?? organizationName(before),
    year: year ? Number(year[1]) : null,
    level: level === '部门' || level === '单位' ? level : null,
    phase: phase === '预算' || phase === '决算' ? phase : null,
    text,
  };
}
