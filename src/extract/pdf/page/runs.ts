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
/** The same character drawn again within this part of its advance, by another text object, is drawn twice. */
const TWICE = 0.4;

/** The glyphs without those that were drawn twice (fake bold, shadows). */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const byText = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const same = byText.get(glyph.text);
    if (same === undefined) byText.set(glyph.text, [glyph]);
    else same.push(glyph);
  }
  const doubles = new Set<Glyph>();
  for (const same of byText.values()) {
    if (same.length < 2) continue;
    same.sort((a, b) => a.x0 - b.x0 || a.order - b.order);
    for (let i = 0; i < same.length; i++) {
      const a = same[i]!;
      if (doubles.has(a)) continue;
      const near = TWICE * Math.max(a.x1 - a.x0, 0.3 * a.size);
      for (let k = i + 1; k < same.length && same[k]!.x0 - a.x0 < near; k++) {
        const b = same[k]!;
        if (a.object !== b.object && Math.abs(a.y0 - b.y0) < TWICE * a.size && Math.abs(a.size - b.size) < 0.3 * a.size) doubles.add(b);
      }
    }
  }
  return doubles.size === 0 ? [...glyphs] : glyphs.filter((glyph) => !doubles.has(glyph));
}

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
  let [x0, y0, x1, y1, size] = [first.x0, first.y0, first.x1, first.y1, first.size];
  for (const glyph of glyphs) {
    x0 = Math.min(x0, glyph.x0);
    y0 = Math.min(y0, glyph.y0);
    x1 = Math.max(x1, glyph.x1);
    y1 = Math.max(y1, glyph.y1);
    size = Math.max(size, glyph.size);
  }
  return { glyphs, box: [x0, y0, x1, y1], baseline: first.baseline, size, direction: first.direction };
}
