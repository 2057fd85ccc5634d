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

const DEPARTMENT =
  /^[^一-鿿]*(?:(?:19|20)\d\d\s*年?度?)?(.{2,40}?(?:局|委员会|办公室|办公厅|厅|院|中心|学校|中学|小学|大学|学院|协会|联合会|总工会|党校|支队|大队|馆|街道办事处|人民政府|管委会|委)(?:[（(](?:本级|机关|汇总)[）)])?)(?=(?:本级|机关|部门|单位|所属|关于)*[\s(（]*(?:(?:19|20)\d\d\s*年?度?)?(?:本级|机关|部门|单位|所属|一般公共预算|财政拨款|整体|项目|政府)*[“"]?(?:[预决]|三公|预决|支出|绩效))/;

/** The department that a title of a budget names (无锡市应急管理局2026年度部门预算公开 -> 无锡市应急管理局), else null. */
export function namedDepartment(title: string): string | null {
  return DEPARTMENT.exec(plainText(title))?.[1] ?? null;
}
