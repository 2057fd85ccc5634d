import { type ChildNode, hasChildren, isTag, isText, type ParentNode } from 'domhandler';
import { isOrganization } from './lexicon.js';

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'head', 'template', 'option']);

/** The text of an element and what is in it that a reader sees, in plain form; what comes after about `limit` characters is left out. */
export function elementText(node: ParentNode | ChildNode, limit = 2000): string {
  const parts: string[] = [];
  let length = 0;
  const visit = (current: ParentNode | ChildNode): void => {
    if (length > limit) return;
    if (isText(current)) {
      parts.push(current.data);
      length += current.data.length;
    } else if (isTag(current) && (UNSEEN.has(current.name) || /display:\s*none/i.test(current.attribs.style ?? ''))) return;
    else if (hasChildren(current)) for (const child of current.children) visit(child);
  };
  visit(node);
  return plainText(parts.join(''));
}

/** Text as a person compares it: full-width digits, letters and blanks made narrow, runs of white space one blank, zero-width characters gone. */
export function plainText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

const DATE = /(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(0?[1-9]|1[0-2])\s*[-/.月]\s*(0?[1-9]|[12]\d|3[01])(?!\d)/;

/** The first date printed in a text as YYYY-MM-DD, else null. */
export function printedDate(text: string): string | null {
  const found = DATE.exec(plainText(text));
  if (!found) return null;
  const [, year, month, day] = found;
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** What a title has before the name of a department: the year, brackets, 关于. */
const LEADING = /^(?:[【[（(][^】\])）]{1,12}[】\])）]|附件\s*\d*\s*[:：.、]?|关于|公开|\s|(?:19|20)\d\d\s*(?:年度?)?)+/;
/** The last words of names of departments and units, longest first. */
const UNIT_WORDS =
  '街道办事处|人民政府办公室|人民政府|人大常委会|人民法院|人民检察院|联合会|委员会|管委会|研究所|事务所|办公厅|办公室|图书馆|博物馆|中心|学校|中学|小学|大学|学院|医院|协会|总会|工会|党校|支队|大队|总队|集团|公司|分院|法院|局|厅|委|院|部|馆|站|所|处|署|社|台';
/** What follows the name in a title of a budget: level, year, and the words of a budget. */
const TRAILING = String.raw`(?=(?:局直|本级|机关|部门|单位|所属|下属|直属|二级|预算单位|及|和|的|\s)*[(（]?(?:(?:19|20)\d\d\s*年?度?)?(?:上半年|部门|单位|本级|机关|一般公共预算|财政拨款|整体|项目|重点|政府|财政|“|"|”)*(?:预|决|三公|支出|绩效|收支))`;
const DEPARTMENT = new RegExp(`^(.{2,40}?(?:${UNIT_WORDS})(?:[（(](?![^（）()]*[预决]算)[^（）()]{1,30}[）)])?)${TRAILING}`);

/** The department that a title of a budget names (无锡市应急管理局2026年度部门预算公开 -> 无锡市应急管理局), else null. */
export function namedDepartment(title: string): string | null {
  return DEPARTMENT.exec(plainText(title).replace(LEADING, ''))?.[1] ?? null;
}

/** What is left of a link's text without name of an organization, years, and the words that every link of a budget list has. */
const COMMON_WORDS =
  /(?:19|20)\d\d|年度?|公开|部门|单位|本级|机关|汇总|信息|目录|附件|附表|下载|所属|二级|说明|报告|[\d\s.,，、:：()（）[\]【】《》“”"\-_]|\.(?:pdf|docx?|xlsx?|zip|rar)$/gi;

/** Whether a text has no subject of its own (天津市商务局, 2024年, 附件1): what it is about, only the list around it can say. */
export function isBare(text: string): boolean {
  const plain = plainText(text).replace(/\.(?:pdf|docx?|xlsx?|zip|rar|wps|et|ofd)$/i, '');
  const rest = plain.replace(COMMON_WORDS, '');
  return rest.length <= 3 || isOrganization(rest);
}
