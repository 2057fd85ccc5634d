import type { Box } from '../../../model/index.js';
import type { Direction, Glyph } from './pageGeometry.js';

/** Glyphs drawn one after the other on one baseline without a wide gap. */
export interface Run {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly direction: Direction;
}

/** A gap wider than this (in font sizes) ends a run. */
const RUN_GAP = 0.6;
/** Baselines within this part of the font size are one. */
const SAME_BASELINE = 0.35;

/** The free space between two glyphs in writing direction, in points; negative where they overlap. */
export function gapBetween(a: Glyph, b: Glyph): number {
  switch (a.direction) {
    case 'down':
      return b.y0 - a.y1;
    case 'up':
      return a.y0 - b.y1;
    case 'left':
      return a.x0 - b.x1;
    default:
      return b.x0 - a.x1;
  }
}

/** Cuts a page's glyphs, in content order, into runs. */
export function makeRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let current: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = current[current.length - 1];
    if (last !== undefined && !continues(last, glyph)) {
      runs.push(makeRun(current));
      current = [];
    }
    current.push(glyph);
  }
  if (current.length > 0) runs.push(makeRun(current));
  return runs;
}

/** True where `b` follows `a` on the same baseline without a wide gap. */
function continues(a: Glyph, b: Glyph): boolean {
  if (a.direction !== b.direction) return false;
  if (a.direction === 'skewed') return a.object === b.object;
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.baseline - b.baseline) > SAME_BASELINE * Math.min(a.size, b.size) || size > 1.8 * Math.min(a.size, b.size)) return false;
  const gap = gapBetween(a, b);
  return gap <= RUN_GAP * size && gap >= -RUN_GAP * size;
}

/** A run of at least one glyph. */
export function makeRun(glyphs: readonly Glyph[]): Run {
  const first = glyphs[0]!;
  let { x0, y0, x1, y1, size } = first;
  for (const glyph of glyphs) {
    if (glyph.x0 < x0) x0 = glyph.x0;
    if (glyph.y0 < y0) y0 = glyph.y0;
    if (glyph.x1 > x1) x1 = glyph.x1;
    if (glyph.y1 > y1) y1 = glyph.y1;
    if (glyph.size > size) size = glyph.size;
  }
  return { glyphs, box: [x0, y0, x1, y1], baseline: first.baseline, size, direction: first.direction };
}
