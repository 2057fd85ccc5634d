/** What a spreadsheet takes for the start of a formula or a command (OWASP: CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** The byte order mark by which spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Text as a spreadsheet may show it: an apostrophe stands before what would be read as a formula and is no number. */
export function spreadsheetText(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
