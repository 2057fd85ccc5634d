import { textOf } from '../page/lines.js';
import type { Run } from '../page/runs.js';
import { CAPTION } from '../prose/captions.js';
import { type TextRow, textRows } from './alignment.js';

/** A strip between texts that stand beside each other is at least this wide (in font sizes). */
const GUTTER = 1.6;
const FEWEST_ROWS = 3;
/** Baselines within this part of the font size are one. */
const SAME = 0.15;
const MOST_DEPTH = 4;

/** Runs cut at gutters between tables that stand beside each other: their lines are not on the same heights, or each has its own caption. */
export function besideEachOther(runs: readonly Run[], depth = 0): (readonly Run[])[] {
  if (runs.length < 4 * FEWEST_ROWS || depth >= MOST_DEPTH) return [runs];
  const rows = textRows(runs);
  const captioned = captionGutter(rows, runs);
  for (const x of captioned === undefined ? guttersOf(runs) : [captioned]) {
    const left = runs.filter((run) => run.box[2] <= x + 0.5);
    const right = runs.filter((run) => run.box[2] > x + 0.5);
    if (captioned !== undefined || areApart(left, right))
      return [...besideEachOther(left, depth + 1), ...besideEachOther(right, depth + 1)];
  }
  return [runs];
}

/** The middle between two captions on one line, where no text crosses it. */
function captionGutter(rows: readonly TextRow[], runs: readonly Run[]): number | undefined {
  for (const { segments } of rows) {
    const captions = segments.filter((segment) => CAPTION.test(textOf(segment.run.glyphs)));
    if (captions.length < 2) continue;
    const x = captions[1]!.x0 - 1;
    if (runs.every((run) => run.box[2] <= x + 0.5 || run.box[0] >= x - 0.5)) return x;
  }
  return undefined;
}

/** The x at the right end of strips in which no run stands, the widest first. */
function guttersOf(runs: readonly Run[]): number[] {
  const size = middle(runs.map((run) => run.size));
  const sorted = [...runs].sort((a, b) => a.box[0] - b.box[0]);
  const gutters: { x: number; width: number }[] = [];
  let reached = sorted[0]!.box[2];
  for (const { box } of sorted) {
    if (box[0] - reached > GUTTER * size) gutters.push({ x: box[0] - 1, width: box[0] - reached });
    reached = Math.max(reached, box[2]);
  }
  return gutters.sort((a, b) => b.width - a.width).map((gutter) => gutter.x);
}

/** True where both sides have rows of several texts and fewer than half of the rows on one height have a row of the other side there. */
function areApart(left: readonly Run[], right: readonly Run[]): boolean {
  const [a, b] = [textRows(left), textRows(right)];
  if (a.length < FEWEST_ROWS || b.length < FEWEST_ROWS) return false;
  const [top, bottom] = [Math.max(a[0]!.y0, b[0]!.y0), Math.min(a[a.length - 1]!.y1, b[b.length - 1]!.y1)];
  const near = (rows: readonly TextRow[]): TextRow[] => rows.filter((row) => row.y1 > top && row.y0 < bottom);
  const [short, long] = near(a).length < near(b).length ? [near(a), near(b)] : [near(b), near(a)];
  if (short.length < FEWEST_ROWS) return false;
  const several = (rows: readonly TextRow[]): number => rows.filter((row) => row.segments.length > 1).length;
  if (several(short) < 2 || several(long) < 2) return false;
  const together = short.filter((row) => long.some((other) => Math.abs(other.baseline - row.baseline) < SAME * row.size)).length;
  return together * 2 < short.length;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
