import type { Place } from '../model/index.js';
import { type LineParts, lineParts, yearAlone } from './lineParts.js';
import { looksLikeOrganization } from './organizationName.js';
import type { PrintedLine } from './printedLines.js';
import { headText } from './printedText.js';
import { endsLikeTitle, isTitleText, mayBeTitle } from './titleWords.js';

/** What is printed about a table: over it, or in the meta rows of its grid. */
export interface Surroundings {
  title: string | null;
  label: string | null;
  unit: string | null;
  unitPlace: Place | null;
  organization: string | null;
  organizationCode: string | null;
  year: number | null;
  asOf: string | null;
  /** Whether any text but furniture stands between the table and the one before it. */
  printed: boolean;
}

export const NOTHING: Surroundings = {
  title: null,
  label: null,
  unit: null,
  unitPlace: null,
  organization: null,
  organizationCode: null,
  year: null,
  asOf: null,
  printed: false,
};

/** Lines over a table that are looked at once its title is known: only a label or the title's first half may stand there. */
const LINES_OVER_TITLE = 3;
/** A line that is one bracket (（按支出功能分类科目）) goes on with the title over it. */
const BRACKETS_ONLY = /^[（(][^（()）]+[）)]$/u;
const SECTION_NUMBER =
  /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}(部分|章|节)|\d{1,2}[、.．](?!\d))[\s、:：]*/u;

/** Reads the lines over a table, nearest last, into its title, label, unit and who and when. */
export function linesOver(lines: readonly PrintedLine[]): Surroundings {
  const found: Surroundings = { ...NOTHING, printed: lines.length > 0 };
  let title: { line: PrintedLine; text: string } | null = null;
  let subtitle = '';
  let over = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    const parts = lineParts(line.text);
    if (title !== null) over++;
    if (parts.note || over > LINES_OVER_TITLE) break;
    if (title !== null && parts.explained && parts.label !== null && found.label !== null) break;
    if (parts.explained) absorb(found, parts, line);
    else if (title !== null) {
      if (!isFirstHalf(line, title.line, parts.rest) || isTitleText(parts.rest)) break;
      title = { line, text: headText(`${parts.rest}\n${title.text}`) };
      absorb(found, parts, line);
    } else if (isAside(parts.rest)) {
      absorb(found, parts, line);
      found.year ??= yearAlone(parts.rest);
      if (BRACKETS_ONLY.test(parts.rest) && yearAlone(parts.rest) === null) subtitle = parts.rest + subtitle;
      if (looksLikeOrganization(parts.rest)) found.organization ??= parts.rest;
    } else {
      const whole = titleAt(lines, i, parts.rest);
      if (whole === null) break;
      absorb(found, parts, line);
      title = { line, text: whole + subtitle };
      if (whole !== parts.rest) i--;
    }
  }
  found.title = title === null ? null : withoutSectionNumber(title.text);
  return found;
}

/** Whether a line between title and table says something beside the title: a year, a bracket, an organization's name. */
function isAside(text: string): boolean {
  return yearAlone(text) !== null || BRACKETS_ONLY.test(text) || (looksLikeOrganization(text) && !SECTION_NUMBER.test(text));
}

/** The title that a line is, or is the lower half of (`…绩效目标` + `表`); null where it names no table. */
function titleAt(lines: readonly PrintedLine[], i: number, text: string): string | null {
  const line = lines[i]!;
  const upper = lines[i - 1];
  if (namesTable(text, line) && !isHalfBracket(text)) return text;
  if (upper === undefined || !isFirstHalf(upper, line, lineParts(upper.text).rest)) return null;
  const whole = headText(`${lineParts(upper.text).rest}\n${text}`);
  return isTitleText(whole) ? whole : null;
}

/** Whether a text closes a bracket that it does not open. */
function isHalfBracket(text: string): boolean {
  return /^[^（(]*[）)]/u.test(text);
}

/** Whether a line may name the table under it: worded like a title, or a heading that the format itself states. */
function namesTable(text: string, line: PrintedLine): boolean {
  if (!mayBeTitle(text)) return false;
  return isTitleText(text) || (line.heading && line.page === null) || (endsLikeTitle(text) && !/[，,]/u.test(text));
}

/** Takes from a line's parts what is not yet known: the nearest line wins. */
export function absorb(
  found: Surroundings,
  parts: LineParts,
  place: { page?: number | null; block?: number; box?: PrintedLine['box'] },
): void {
  if (found.unit === null && parts.unit !== null) {
    found.unit = parts.unit;
    found.unitPlace = placeOf(place);
  }
  found.label ??= parts.label;
  if (found.organization === null) {
    found.organization = parts.organization;
    found.organizationCode = parts.organizationCode;
  }
  found.year ??= parts.year;
  found.asOf ??= parts.asOf;
}

/** The place of a line or cell, with only what is known. */
export function placeOf(at: {
  page?: number | null | undefined;
  block?: number | undefined;
  box?: PrintedLine['box'] | undefined;
  row?: number;
  column?: number;
}): Place {
  return {
    ...(at.page == null ? {} : { page: at.page }),
    ...(at.block === undefined ? {} : { block: at.block }),
    ...(at.box == null ? {} : { box: at.box }),
    ...(at.row === undefined ? {} : { row: at.row }),
    ...(at.column === undefined ? {} : { column: at.column }),
  };
}

/** A title without the number of the section it stands in: `一、收支总表` -> `收支总表`. */
export function withoutSectionNumber(title: string): string {
  const rest = title.replace(SECTION_NUMBER, '');
  return rest === '' ? title : rest;
}

/** Whether a line is the upper half of a title set over two lines: same height and middle, wide, close, and no title of its own. */
function isFirstHalf(upper: PrintedLine, lower: PrintedLine, text: string): boolean {
  if (upper.box === null || lower.box === null || upper.page !== lower.page) return false;
  if (!mayBeTitle(text) || looksLikeOrganization(text) || SECTION_NUMBER.test(text)) return false;
  const [ux0, uy0, ux1, uy1] = upper.box;
  const [lx0, ly0, lx1, ly1] = lower.box;
  const height = ly1 - ly0;
  const sameHeight = Math.abs(uy1 - uy0 - height) < 0.2 * height;
  const close = ly0 - uy1 < height && ly0 >= uy0;
  const sameMiddle = Math.abs((ux0 + ux1) / 2 - (lx0 + lx1) / 2) < height;
  return sameHeight && close && sameMiddle && ux1 - ux0 >= 0.8 * (lx1 - lx0);
}

/** A sentence about the table itself, which goes on with the note before it: 本套报表金额单位转换时可能存在尾数误差。 */
const ABOUT_TABLE = /^(?:本表|本套|本报表|表中|表内|上表|上述|以上|此表)/u;
const NUMBERED_NOTE = /(?:^|[:：])\s*[（(]?\d{1,2}[.、．）)]|[:：]$/u;
/** From how many characters on a line without a full stop is cut by the end of its line. */
const CUT_LINE = 25;

/** Whether a line goes on with the notes before it: a further numbered point, the rest of a cut sentence, or a sentence about the table. */
function goesOn(notes: readonly string[], text: string): boolean {
  const before = notes.at(-1);
  if (before === undefined || isTitleText(text)) return false;
  if (/^[（(]?\d{1,2}[.、．）)]/u.test(text)) return notes.some((note) => NUMBERED_NOTE.test(note));
  if (!/。$/u.test(text)) return false;
  const cut = /[，、]$/u.test(before) || (before.length >= CUT_LINE && !/[。；;！!？?：:）)]$/u.test(before));
  return cut || /[:：]$/u.test(before) || ABOUT_TABLE.test(text);
}

/** The notes under a table as printed lines: those after it that begin as a note, and those that go on with one. Prose behind them is none. */
export function notesUnder(lines: readonly PrintedLine[]): string[] {
  const notes: string[] = [];
  for (const line of lines) {
    const parts = lineParts(line.text);
    if (!parts.note && !goesOn(notes, parts.rest)) break;
    notes.push(headText(line.text));
  }
  return notes;
}
