import type { Classification } from '../lexicon/headerWords.js';
import { fold } from '../text/fold.js';

/** A code and the name printed with it in one cell (`[201]名称`, `2014001-行政运行`, `C05040300保安服务`). */
export interface CodeAndName {
  code: string;
  name: string;
}

const WITH_NAME: readonly RegExp[] = [
  /^(\d{8}[A-Z][0-9A-Z]{8,14})[-_:]?(.+)$/,
  /^\[(\w{2,14})\]\s*(.+)$/,
  /^\((\d{3,14})\)\s*(.+)$/,
  /^(\d{2,14})[-_:.、]?(?=\D)(.+)$/,
  /^([A-C]\d{2,10})[-_:.、]?(.+)$/,
  /^([A-C])[-_:.、](.+)$/,
];
/**
 * A number before a name that is no code: a year, a count, a rank (`2026年中央资金`, `12个`, `3.其他收入`); 人大事务, 人力资源…, 年终结余, 个人所得税, 所得税,
 * 日常… and 项目… begin names of codes.
 */
const NO_CODE =
  /^(20[1-4]\d)?(年(?![终初])|-20|个(?!人)|项(?!目)|名|人(?![口大力民])|月|日(?!常)|号|第|届|周年|千|万|亿|元|所(?![得政])|级|类|、|\.)/;

/** How a name begins; what begins otherwise behind a number goes on with it (590,242.67; 100%). */
const NAME_START = /^[\p{L}(<《]/u;

/** Splits a cell that prints a code in front of a name, or null. */
export function splitCodeAndName(text: string): CodeAndName | null {
  const folded = fold(text);
  for (const pattern of WITH_NAME) {
    const [, code, name] = pattern.exec(folded) ?? [];
    if (code === undefined || name === undefined) continue;
    const bare = /^\d+$/.test(code) && !folded.startsWith('[') && !folded.startsWith('(');
    if (bare && (code.length < 3 ? !/^\d+-/.test(folded) : false)) continue;
    if (bare && !NAME_START.test(name)) continue;
    if (bare && (NO_CODE.test(name) || (/^20[1-4]\d$/.test(code) && /^[-年]/.test(folded.slice(4))))) continue;
    return { code, name };
  }
  return null;
}

/** Code patterns of the official lists, whose 类 are numbered from 201, 301 and 501 (399, 599: 其他支出); longer codes are local levels below the official ones. */
const SHAPES: readonly { classification: Classification; shape: RegExp }[] = [
  { classification: 'functional', shape: /^2[0-4]\d(\d{2}){0,4}$/ },
  { classification: 'economic_department', shape: /^3(?:[01]\d|99)(\d{2}){0,4}$/ },
  { classification: 'economic_government', shape: /^5(?:[01]\d|99)(\d{2}){0,4}$/ },
  { classification: 'revenue', shape: /^1\d{2}(\d{2}){0,4}$/ },
  { classification: 'project', shape: /^[1-9]\d{7}[A-Z][0-9A-Z]{8,14}$/ },
  { classification: 'procurement', shape: /^[A-C](\d{2,10})?$/ },
];

/** The list a code belongs to by its shape, or null. */
export function classificationByShape(code: string): Classification | null {
  return SHAPES.find(({ shape }) => shape.test(code))?.classification ?? null;
}

/** Whether a code has the shape of its list. Unit codes have local shapes, so may project codes in a column that says it holds them. */
export function hasShape(classification: Classification, code: string): boolean {
  const known = SHAPES.find((entry) => entry.classification === classification);
  return known && classification !== 'project' ? known.shape.test(code) : /^[\dA-Za-z][\dA-Za-z.-]{2,29}$/.test(code);
}

/** The code a code cell prints, without blanks and layout: `201 03 01` -> `2010301`. Empty where the cell prints none. */
export function bareCode(text: string): string {
  return fold(text).replace(/[[\]().'_\-*]/g, '');
}
