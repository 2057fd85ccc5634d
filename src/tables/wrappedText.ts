import type { WorkCell } from './grid.js';

/** A line is full when at most this many full-width characters, or this share of the longest line, would still fit in its column. */
const ROOM = 2;
const ROOM_SHARE = 0.15;
const OPENERS = '（(《“【[〔';
const CLOSERS = '）)》”】]〕';
const CANNOT_BEGIN = /^[，、。；：！？）》”】〕,;:)\]]./u;
/** An ordinal cut before its number: 无锡市第 | 一中学. */
const CUT_ORDINAL = /第$/u;
const BEGINS_WITH_NUMBER = /^[一二三四五六七八九十百\d]/u;

/** Whether a text below can only go on with the text above: it closes a bracket left open there, brings the number of its 第, or begins as no text does. */
export function mustGoOn(upper: string, lower: string): boolean {
  if (CUT_ORDINAL.test(upper) && BEGINS_WITH_NUMBER.test(lower)) return true;
  return CANNOT_BEGIN.test(lower) || (openBrackets(upper) > 0 && openBrackets(lower) < 0);
}

/**
 * Whether the text of a cell below a page break may be the rest of the cell's above it: the upper ends in a full line. Two labels that end
 * alike (数量指标, 质量指标) are two. `cells` are cells of the table, for the length of the column's lines.
 */
export function mayGoOn(above: WorkCell, below: WorkCell, cells: readonly WorkCell[]): boolean {
  if (above.text.slice(-2) === below.text.slice(-2)) return false;
  if (ITEM_LABEL.test(below.text) && !isNextItem(above.raw, below.raw)) return false;
  return mustGoOn(above.text, below.text) || isFullLine(above, cells);
}

/** `二、事业收入`: a label that its own number begins. */
const ITEM_LABEL = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;
const ITEM = /(?:^|\n)\s*(\d{1,2})([.．、)）])(?!\d)/gu;
const SENTENCE = /[，。；]/u;

/** Whether the text below prints the next item of a list of sentences above it: 1.… then 2.… in the same style. Labels of rows are no sentences. */
export function isNextItem(upper: string, lower: string): boolean {
  const last = [...upper.matchAll(ITEM)].at(-1);
  const next = lower.matchAll(ITEM).next().value;
  if (last === undefined || next === undefined || next.index !== 0 || last[2] !== next[2]) return false;
  return Number(next[1]) === Number(last[1]) + 1 && SENTENCE.test(upper) && SENTENCE.test(lower);
}

/** Brackets opened and not closed in a text; negative where it closes more than it opens. */
function openBrackets(text: string): number {
  let open = 0;
  for (const character of text) {
    if (OPENERS.includes(character)) open++;
    if (CLOSERS.includes(character)) open--;
  }
  return open;
}

/** Whether a cell's last line is as long as the lines of its column get. */
function isFullLine(cell: WorkCell, cells: readonly WorkCell[]): boolean {
  let longest = 0;
  for (const other of cells)
    if (other.c === cell.c && other.cs === cell.cs) for (const line of other.raw.split('\n')) longest = Math.max(longest, widthOf(line));
  return widthOf(cell.raw.trimEnd().split('\n').at(-1)!) >= longest - Math.min(ROOM, ROOM_SHARE * longest);
}

/** The width of a line in full-width characters. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line.trim()) width += character.codePointAt(0)! < 0x100 ? 0.5 : 1;
  return width;
}
