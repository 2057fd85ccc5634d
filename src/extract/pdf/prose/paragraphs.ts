import type { Box } from '../../../model/index.js';
import { type Line, makeLine, makeLines } from '../page/lines.js';
import type { Glyph } from '../page/pageGeometry.js';
import { gapBetween, type Run } from '../page/runs.js';

/** Text outside tables: the lines of one paragraph joined, with what tells headings from prose. */
export interface Paragraph {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly lines: number;
  /** The first line starts at the left margin; the last one ends at the right margin: a paragraph may go on over a page. */
  readonly startsFlush: boolean;
  readonly endsFull: boolean;
}

/** A gap wider than this (in font sizes) separates texts on one line: 部门 … 单位. */
const WIDE = 2.2;
/** A line that ends this near (in font sizes) to the right margin goes on in the next. */
const FULL = 2.5;
const INDENT = 1.2;
const LEADING = 2.4;
/** A first line is indented by two characters; a line that starts farther in is centred and goes on nowhere. */
const CENTRED = 4;
/** Lines whose ends differ by less (points) share a margin. */
const SAME_MARGIN = 3;

/** The lines outside tables, cut at wide gaps unless they are single characters spaced out. */
export function proseLines(runs: readonly Run[]): Line[] {
  return makeLines(runs).flatMap((line) => splitLine(line));
}

/** The pieces of a line between wide gaps. */
function splitLine(line: Line): Line[] {
  const pieces: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const piece = pieces[pieces.length - 1];
    const last = piece?.[piece.length - 1];
    if (piece === undefined || last === undefined || gapBetween(last, glyph) > WIDE * Math.max(last.size, glyph.size)) pieces.push([glyph]);
    else piece.push(glyph);
  }
  if (pieces.length < 2 || line.direction === 'skewed') return [line];
  if (pieces.every((piece) => piece.length === 1)) return [line];
  return pieces.map((piece) => makeLine(piece, line.direction));
}

/** Where running text begins and ends on a page, in points. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Lines (in reading order) as paragraphs; `obstacles` are the boxes of tables, over which no paragraph goes on. */
export function joinParagraphs(lines: readonly Line[], obstacles: readonly Box[]): Paragraph[] {
  const margins = marginsOf(lines);
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open, margins));
    open = [];
  };
  for (const line of lines) {
    const last = open[open.length - 1];
    if (last === undefined || !goesOn(last, line, margins) || obstacles.some((box) => box[1] >= last.box[1] && box[3] <= line.box[3]))
      close();
    open.push(line);
  }
  close();
  return paragraphs;
}

/** The margins that long lines share: the leftmost common start, the farthest common end. */
function marginsOf(lines: readonly Line[]): Margins {
  const widest = Math.max(0, ...lines.map((line) => line.box[2] - line.box[0]));
  const long = lines.filter((line) => line.box[2] - line.box[0] > 0.6 * widest);
  const common = Math.max(1, Math.min(2, long.length), 0.1 * long.length);
  const starts = long.map((line) => line.box[0]).sort((a, b) => a - b);
  const ends = long.map((line) => line.box[2]).sort((a, b) => b - a);
  const shared = (sorted: readonly number[]): number =>
    sorted.find((value) => sorted.filter((other) => Math.abs(other - value) < SAME_MARGIN).length >= common) ?? sorted[0] ?? 0;
  return { left: shared(starts), right: shared(ends) };
}

/** True where `next` continues the sentence of `last`: a full line above, no indentation or number, the same type and normal leading. */
function goesOn(last: Line, next: Line, margins: Margins): boolean {
  if (last.direction !== next.direction || last.direction === 'skewed') return false;
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > 0.15 * size) return false;
  if (next.box[1] - last.box[3] > LEADING * size || next.baseline - last.baseline < 0.5 * size) return false;
  if (ENUMERATOR.test(next.text) || LABEL.test(next.text) || PAGE_NUMBER.test(next.text) || LEADER.test(last.text)) return false;
  const centred = last.box[0] > margins.left + CENTRED * last.size;
  return !centred && isFull(last, margins) && !isIndented(next, margins);
}

/** True where a line ends at the right margin, so that its sentence may go on. */
function isFull(line: Line, margins: Margins): boolean {
  return line.box[2] >= margins.right - FULL * line.size;
}

/** True where a line starts right of the left margin. */
function isIndented(line: Line, margins: Margins): boolean {
  return line.box[0] > margins.left + INDENT * line.size;
}

/** What begins a numbered paragraph: 一、 （一） 1. 第一部分. */
const ENUMERATOR =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}(?:[、．]|\.(?!\d))|第[一二三四五六七八九十]+(?:部分|章))/;
/** What begins the line between a table's title and the table: 单位名称：, 编制部门：. */
const LABEL = /^(?:编制|填报|预算|公开)?(?:单位|部门)(?:名称|编码)?[:：]/;
/** A page number between dashes, or 第 3 页; even pages print it at the left margin. */
const PAGE_NUMBER = /^(?:[-—–―·]+\s*\d{1,4}\s*[-—–―·]+|第\s*\d{1,4}\s*页.{0,12})$/;
/** Dot leaders to a page number. */
const LEADER = /(?:[.…·]\s?){4,}\s*\d+$/;

const IDEOGRAPH_END = /[⺀-鿿豈-﫿　-〿＀-￯‘-”]$/;
const IDEOGRAPH_START = /^[⺀-鿿豈-﫿　-〿＀-￯‘-”]/;

/** The lines of one paragraph as one text: Chinese without a blank, numbers cut by the line end without anything. */
function paragraphOf(lines: readonly Line[], margins: Margins): Paragraph {
  let text = '';
  let [x0, y0, x1, y1] = lines[0]!.box;
  for (const line of lines) {
    text = joinTexts(text, line.text);
    [x0, y0, x1, y1] = [Math.min(x0, line.box[0]), Math.min(y0, line.box[1]), Math.max(x1, line.box[2]), Math.max(y1, line.box[3])];
  }
  const [first, last] = [lines[0]!, lines[lines.length - 1]!];
  return {
    text,
    box: [x0, y0, x1, y1],
    size: first.size,
    bold: lines.every((line) => line.bold),
    lines: lines.length,
    startsFlush: !isIndented(first, margins) && !ENUMERATOR.test(first.text),
    endsFull: isFull(last, margins) && !LEADER.test(last.text),
  };
}

/** Two lines of one sentence: Chinese without a blank, numbers cut by the line end without anything, a hyphenated word whole. */
export function joinTexts(text: string, next: string): string {
  if (text === '') return next;
  if (text.endsWith('-') && /^[a-z]/.test(next)) return text.slice(0, -1) + next;
  const torn = /[\d.,]$/.test(text) && /^[\d.,%]/.test(next);
  return torn || IDEOGRAPH_END.test(text) || IDEOGRAPH_START.test(next) ? text + next : `${text} ${next}`;
}
