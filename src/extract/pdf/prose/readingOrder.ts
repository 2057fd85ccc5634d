import { type Line, makeLine } from '../page/lines.js';
import { gapBetween } from '../page/runs.js';

/** Columns of prose have at least so many lines that cross no gutter, over this share of the height in which they stand. */
const FEWEST_LINES = 6;
const MOST_FREE = 0.8;
/** A gutter is at least this wide and each column this wide (in font sizes). */
const GUTTER = 1;
const NARROWEST = 10;

/**
 * Lines in the order in which they are read, in stretches that share their margins: from top to bottom, those that share a height from left to right; where
 * prose stands in two or three columns, column after column between the lines that cross them.
 */
export function readingOrder(lines: readonly Line[]): Line[][] {
  const gutters = guttersOf(lines);
  if (gutters.length === 0) return [inRows(lines)];
  const pieces = lines.flatMap((line) => cutAt(line, gutters));
  const stretches: Line[][] = [];
  let columns: Line[][] = gutters.concat(0).map(() => []);
  const close = (): void => {
    for (const column of columns) if (column.length > 0) stretches.push(inRows(column));
    columns = gutters.concat(0).map(() => []);
  };
  let across: Line[] = [];
  for (const line of inRows(pieces)) {
    if (gutters.some((x) => line.box[0] < x - 1 && line.box[2] > x + 1)) {
      close();
      across.push(line);
      continue;
    }
    if (across.length > 0) stretches.push(across);
    across = [];
    columns[gutters.filter((x) => x < (line.box[0] + line.box[2]) / 2).length]!.push(line);
  }
  close();
  if (across.length > 0) stretches.push(across);
  return stretches;
}

/** Lines from top to bottom; those that share a height from left to right. */
function inRows(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const rows: Line[][] = [];
  for (const line of sorted) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (row !== undefined && first !== undefined && line.box[1] < (first.box[1] + first.box[3]) / 2) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}

/** The x of gutters between two or three columns of prose that fill the width of the text, or none. */
function guttersOf(lines: readonly Line[]): number[] {
  const upright = lines.filter((line) => line.direction === 'right');
  if (upright.length < FEWEST_LINES) return [];
  const left = Math.min(...upright.map((line) => line.box[0]));
  const right = Math.max(...upright.map((line) => line.box[2]));
  for (const count of [2, 3]) {
    const gutters = Array.from({ length: count - 1 }, (_, i) => left + ((right - left) * (i + 1)) / count);
    if (gutters.every((x, i) => isGutter(upright, x, gutters[i - 1] ?? left, gutters[i + 1] ?? right))) return gutters;
  }
  return [];
}

/** True where most lines around an x leave it free, and on both sides long lines stand below each other. */
function isGutter(lines: readonly Line[], x: number, from: number, to: number): boolean {
  let [free, crossing, before, after] = [0, 0, 0, 0];
  for (const line of lines) {
    for (const [x0, x1] of piecesAround(line, x)) {
      const long = x1 - x0 > NARROWEST * line.size;
      if (x0 < x && x1 > x) crossing++;
      else if (long && x1 <= x && x1 - x0 > 0.7 * (x - from)) before++;
      else if (long && x0 >= x && x1 - x0 > 0.7 * (to - x)) after++;
      if (x1 <= x || x0 >= x) free++;
    }
  }
  return before >= FEWEST_LINES && after >= FEWEST_LINES && free >= MOST_FREE * (free + 2 * crossing);
}

/** A line's extent, or its two parts where a gap at `x` is as wide as a gutter. */
function piecesAround(line: Line, x: number): [number, number][] {
  const i = cutBefore(line, x);
  if (i <= 0) return [[line.box[0], line.box[2]]];
  return [
    [line.box[0], line.glyphs[i - 1]!.x1],
    [line.glyphs[i]!.x0, line.box[2]],
  ];
}

/** The index of the glyph that begins right of a gutter at `x`, or 0 where none passes. */
function cutBefore(line: Line, x: number): number {
  if (line.direction !== 'right' || line.box[0] >= x || line.box[2] <= x) return 0;
  const i = line.glyphs.findIndex((glyph) => glyph.x0 >= x - 0.5 * glyph.size);
  return i > 0 && gapBetween(line.glyphs[i - 1]!, line.glyphs[i]!) > GUTTER * line.size ? i : 0;
}

/** A line cut at gutters. */
function cutAt(line: Line, gutters: readonly number[]): Line[] {
  const cuts = gutters.map((x) => cutBefore(line, x)).filter((i) => i > 0);
  return cuts.length === 0 ? [line] : [0, ...cuts].map((from, k) => makeLine(line.glyphs.slice(from, cuts[k]), line.direction));
}
