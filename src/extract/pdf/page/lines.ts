import type { Box } from '../../../model/index.js';
import type { Direction, Glyph } from './pageGeometry.js';
import { gapBetween, makeRun, type Run } from './runs.js';

/** Glyphs on one baseline in reading order. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly direction: Direction;
  readonly bold: boolean;
}

const IDEOGRAPH = /[⺀-鿿豈-﫿　-〿＀-￯]/;
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic},.;:)(]/u;
/** A gap wider than this part of the font size is a blank; between letters a narrower one will do; between ideographs, which are often spaced out, it must be wider. */
const BLANK = 0.3;
const WORD_BLANK = 0.16;
/** A gap up to this part of the font size is none, whatever the text layer says. */
const NO_BLANK = 0.1;
const IDEOGRAPH_BLANK = 0.8;
/** Runs whose heights overlap by this share of the lower one stand on one line. */
const SAME_LINE = 0.5;

const DIRECTIONS = ['right', 'left', 'down', 'up', 'skewed'] as const;

/** The runs as lines from top to bottom, each from left to right; text written up or down gives lines of its own. */
export function makeLines(runs: readonly Run[]): Line[] {
  const [first] = runs;
  if (first === undefined) return [];
  if (runs.every((run) => run.direction === first.direction)) return linesOf(runs, first.direction);
  const lines: Line[] = [];
  for (const direction of DIRECTIONS) {
    const same = runs.filter((run) => run.direction === direction);
    if (same.length > 0) lines.push(...linesOf(same, direction));
  }
  return lines;
}

/** The lines of runs that share a direction, in reading order. */
function linesOf(runs: readonly Run[], direction: Direction): Line[] {
  if (direction === 'skewed' || runs.length === 1) return runs.map((run) => makeLine([...run.glyphs], direction));
  const upright = direction === 'right' || direction === 'left';
  const [low, high] = upright ? [1, 3] : [0, 2];
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline);
  const groups: { glyphs: Glyph[]; from: number; to: number }[] = [];
  for (const run of sorted) {
    const from = run.box[low]!;
    const to = run.box[high]!;
    const group = groups[groups.length - 1];
    const overlap = group === undefined ? 0 : Math.min(group.to, to) - Math.max(group.from, from);
    if (group !== undefined && overlap > SAME_LINE * Math.min(to - from, group.to - group.from)) {
      group.glyphs.push(...run.glyphs);
      if (to - from > group.to - group.from) [group.from, group.to] = [from, to];
    } else groups.push({ glyphs: [...run.glyphs], from, to });
  }
  if (direction === 'down' || direction === 'left') groups.reverse();
  return groups.map((group) => makeLine(group.glyphs, direction));
}

/** The order in which the glyphs of a line are read. */
const READING: Readonly<Record<Direction, (a: Glyph, b: Glyph) => number>> = {
  right: (a, b) => a.x0 - b.x0 || a.order - b.order,
  left: (a, b) => b.x1 - a.x1 || a.order - b.order,
  down: (a, b) => a.y0 - b.y0 || a.order - b.order,
  up: (a, b) => b.y1 - a.y1 || a.order - b.order,
  skewed: (a, b) => a.order - b.order,
};

/** Sorts what mostly stands in order already: to see that is much cheaper. */
export function sortIfNeeded<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < items.length; i++) if (!(compare(items[i - 1]!, items[i]!) <= 0)) return items.sort(compare);
  return items;
}

/** One line of unordered glyphs. */
export function makeLine(glyphs: Glyph[], direction: Direction): Line {
  sortIfNeeded(glyphs, READING[direction]);
  const { box, size } = makeRun(glyphs);
  let bold = 0;
  for (const glyph of glyphs) if (glyph.bold) bold++;
  return { glyphs, text: textOf(glyphs), box, baseline: glyphs[0]!.baseline, size, direction, bold: bold * 2 > glyphs.length };
}

/** The text of ordered glyphs, with a blank where the page shows one. */
export function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    if (i > 0 && isBlankBetween(glyphs[i - 1]!, glyph)) text += ' ';
    text += glyph.text;
  }
  return text;
}

/** True where a reader sees a blank between two neighbours on a line. */
function isBlankBetween(a: Glyph, b: Glyph): boolean {
  if (a.direction === 'skewed') return b.blankBefore;
  const gap = gapBetween(a, b);
  const size = Math.max(a.size, b.size);
  if (gap <= NO_BLANK * size) return false;
  if (b.blankBefore && b.order > a.order && b.order - a.order <= 8) return true;
  if (LETTER.test(a.text) && LETTER.test(b.text)) return gap > WORD_BLANK * size;
  return gap > (IDEOGRAPH.test(a.text) && IDEOGRAPH.test(b.text) ? IDEOGRAPH_BLANK : BLANK) * size;
}
