import type { Box } from '../../model/index.js';
import { type Line, makeLine, makeLines } from './lines.js';
import type { Glyph } from './pageGeometry.js';
import { gapBetween, type Run } from './runs.js';

/** Text outside tables: the lines of one paragraph joined, with what tells headings from prose. */
export interface Paragraph {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly lines: number;
}

/** A gap wider than this (in font sizes) separates texts on one line: 部门 … 单位. */
const WIDE = 2.2;
/** A line that ends this near (in font sizes) to the right margin goes on in the next. */
const FULL = 2.5;
const INDENT = 1.2;
const LEADING = 2.4;

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

/** Lines (in reading order) as paragraphs; `obstacles` are the boxes of tables, over which no paragraph goes on. */
export function joinParagraphs(lines: readonly Line[], obstacles: readonly Box[]): Paragraph[] {
  const right = Math.max(0, ...lines.map((line) => line.box[2]));
  const left = Math.min(...lines.map((line) => line.box[0]));
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open));
    open = [];
  };
  for (const line of lines) {
    const last = open[open.length - 1];
    if (last === undefined || !goesOn(last, line, left, right) || obstacles.some((box) => box[1] >= last.box[1] && box[3] <= line.box[3]))
      close();
    open.push(line);
  }
  close();
  return paragraphs;
}

/** True where `next` continues the sentence of `last`: a full line above, no indentation, the same type and normal leading. */
function goesOn(last: Line, next: Line, left: number, right: number): boolean {
  if (last.direction !== next.direction || last.direction === 'skewed') return false;
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > 0.15 * size) return false;
  if (next.box[1] - last.box[3] > LEADING * size || next.baseline - last.baseline < 0.5 * size) return false;
  if (last.box[2] < right - FULL * size) return false;
  if (next.box[0] > left + INDENT * size) return false;
  return true;
}

const IDEOGRAPH_END = /[⺀-鿿豈-﫿　-〿＀-￯‘-”]$/;
const IDEOGRAPH_START = /^[⺀-鿿豈-﫿　-〿＀-￯‘-”]/;

/** The lines of one paragraph as one text: Chinese without a blank, numbers cut by the line end without anything. */
function paragraphOf(lines: readonly Line[]): Paragraph {
  let text = '';
  let [x0, y0, x1, y1] = lines[0]!.box;
  for (const line of lines) {
    if (text !== '') {
      const torn = /[\d.,]$/.test(text) && /^[\d.,%]/.test(line.text);
      if (text.endsWith('-') && /^[a-z]/.test(line.text)) text = text.slice(0, -1);
      else if (!torn && !IDEOGRAPH_END.test(text) && !IDEOGRAPH_START.test(line.text)) text += ' ';
    }
    text += line.text;
    [x0, y0, x1, y1] = [Math.min(x0, line.box[0]), Math.min(y0, line.box[1]), Math.max(x1, line.box[2]), Math.max(y1, line.box[3])];
  }
  return { text, box: [x0, y0, x1, y1], size: lines[0]!.size, bold: lines.every((line) => line.bold), lines: lines.length };
}
