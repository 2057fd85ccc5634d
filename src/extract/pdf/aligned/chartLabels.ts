import { textOf } from '../page/lines.js';
import type { Run } from '../page/runs.js';

/** An axis has so many labels at least; their values and places follow in even steps (within this share of a step). */
const FEWEST_LABELS = 4;
const EVEN = 0.12;
/** Labels of an upright axis end, and those of a lying one stand, on one line within this part of the font size. */
const SAME_EDGE = 0.3;
/** The labels below a chart stand at most this far (in font sizes) below the lowest one beside it, at least so many in even steps. */
const BELOW = 3;
const FEWEST_BELOW = 3;
/** A text this near (in font sizes) on just the same baseline makes a number part of a row. */
const BESIDE = 15;
const SAME_BASELINE = 0.06;
const VALUE = /^[-−$]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)%?$/;

interface Label {
  readonly run: Run;
  readonly value: number;
  readonly y: number;
}

/** The runs that label the axes of charts: numbers that fall from above in even steps at even distances, and what stands in even distances below them. */
export function chartLabels(runs: readonly Run[]): ReadonlySet<Run> {
  const labels = runs
    .filter((run) => run.direction === 'right' && run.glyphs.length < 9 && VALUE.test(textOf(run.glyphs)))
    .map((run): Label => ({ run, value: Number(textOf(run.glyphs).replace(/[$,%]/g, '').replace('−', '-')), y: run.baseline }))
    .sort((a, b) => a.y - b.y);
  const found = new Set<Run>();
  for (const first of labels) {
    if (found.has(first.run)) continue;
    const column = labels.filter(
      (other) => Math.abs(other.run.box[2] - first.run.box[2]) < SAME_EDGE * first.run.size && other.y >= first.y,
    );
    const axis = evenStart(column);
    if (axis.length < FEWEST_LABELS || axis.filter(({ run }) => hasTextBeside(run, runs)).length * 2 > axis.length) continue;
    for (const { run } of axis) found.add(run);
    for (const run of labelsBelow(axis[axis.length - 1]!, runs)) found.add(run);
  }
  return found;
}

/** The labels from the first on whose values fall and whose places follow in even steps. */
function evenStart(column: readonly Label[]): readonly Label[] {
  const [a, b] = column;
  if (a === undefined || b === undefined) return [];
  const [step, down] = [a.value - b.value, b.y - a.y];
  if (step <= 0 || down < a.run.size) return [];
  const end = column.findIndex((label, i) => {
    if (i < 2) return false;
    const before = column[i - 1]!;
    return Math.abs(before.value - label.value - step) > EVEN * step || Math.abs(label.y - before.y - down) > EVEN * down;
  });
  return end < 0 ? column : column.slice(0, end);
}

/** True where another text stands near on the line of a label. */
function hasTextBeside(run: Run, runs: readonly Run[]): boolean {
  return runs.some((other) => {
    const gap = Math.max(other.box[0] - run.box[2], run.box[0] - other.box[2]);
    return other !== run && Math.abs(other.baseline - run.baseline) < SAME_BASELINE * run.size && gap < BESIDE * run.size;
  });
}

/** The runs on the first line below the lowest label and right of it, where they stand in even steps. */
function labelsBelow({ run: lowest }: Label, runs: readonly Run[]): readonly Run[] {
  const right = runs.filter(
    (run) =>
      run.direction === 'right' &&
      run.box[0] > lowest.box[2] &&
      run.baseline > lowest.baseline + SAME_EDGE * lowest.size &&
      run.baseline < lowest.baseline + BELOW * lowest.size,
  );
  const top = Math.min(...right.map((run) => run.baseline));
  const line = right.filter((run) => run.baseline < top + SAME_EDGE * run.size).sort((a, b) => a.box[0] - b.box[0]);
  const middles = line.map((run) => (run.box[0] + run.box[2]) / 2);
  const step = (middles[1] ?? 0) - (middles[0] ?? 0);
  const even = middles.findIndex((x, i) => i > 0 && Math.abs(x - middles[i - 1]! - step) > EVEN * step);
  const own = even < 0 ? line : line.slice(0, even);
  return own.length < FEWEST_BELOW ? [] : own;
}
