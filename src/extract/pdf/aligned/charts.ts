import type { Box } from '../../../model/index.js';
import { textOf } from '../page/lines.js';
import type { FilledArea } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';
import type { PageTable } from '../pageTable.js';
import type { FilledGrid } from '../ruled/fillGrid.js';

/** Axis labels end at most this far (points) left of what they label. */
const NEAR = 32;
const LABELS = 3;
const FEWEST_STEPS = 5;
const EVEN = 1.6;
/** Share of cells with text up to which a grid may be a chart's. */
const SPARSE = 0.4;

/** True where a grid is sparse and the texts left of it are numbers in even steps: the axis of a chart. */
export function isChart(table: PageTable, outside: readonly Run[]): boolean {
  const filled = table.runs.filter((cell) => cell.length > 0).length;
  if (table.evidence === 'ruled' && filled > SPARSE * table.runs.length) return false;
  return hasLabelsBeside(table.box, outside);
}

/** True where at least three numbers stand left of a box in even vertical steps. */
export function hasLabelsBeside(box: Box, outside: readonly Run[]): boolean {
  const labels = outside
    .filter((run) => run.box[2] <= box[0] + 2 && run.box[2] >= box[0] - NEAR && run.box[3] > box[1] - 8 && run.box[1] < box[3] + 8)
    .filter((run) => /^[-−]?[\d.,]+%?$/.test(textOf(run.glyphs)))
    .map((run) => (run.box[1] + run.box[3]) / 2)
    .sort((a, b) => a - b);
  let even = 1;
  for (let i = 2; i < labels.length; i++) {
    const [before, step] = [labels[i - 1]! - labels[i - 2]!, labels[i]! - labels[i - 1]!];
    even = Math.abs(step - before) < EVEN && step > 4 ? even + 1 : 1;
    if (even + 1 >= LABELS) return true;
  }
  return false;
}

/** True where a column of a grid counts down in even steps, as the axis of a chart does. */
export function hasAxis({ grid, runs }: FilledGrid): boolean {
  for (let c = 0; c + 1 < grid.xs.length; c++) {
    const texts = grid.cells.flatMap((cell, i) =>
      cell.c === c && cell.cs === 1 && runs[i]!.length > 0 ? [runs[i]!.map((run) => textOf(run.glyphs)).join('')] : [],
    );
    const numbers = texts.map((text) => Number(text.replace(/[,%]/g, ''))).filter((value) => Number.isFinite(value));
    const step = (numbers[0] ?? 0) - (numbers[1] ?? 0);
    if (numbers.length < FEWEST_STEPS || step <= 0 || step === 1) continue;
    if (numbers.every((value, i) => i === 0 || Math.abs(numbers[i - 1]! - value - step) < 1e-6)) return true;
  }
  return false;
}

/** True where the only numbers of a grid, or those of its last row that has some, are the labels of an axis: five or more in even steps, from 0 on where other rows have numbers too. */
export function hasAxisBelow({ grid, runs }: FilledGrid): boolean {
  const rows = grid.ys
    .slice(1)
    .map((_, r) =>
      grid.cells.flatMap((cell, i) => (cell.r === r ? runs[i]!.map((run) => ({ x: run.box[0], text: textOf(run.glyphs) })) : [])),
    );
  const numbers = rows
    .map((texts) =>
      texts
        .sort((a, b) => a.x - b.x)
        .flatMap(({ text }) => text.split(' '))
        .map((text) => Number(text.replace(/[,%]/g, '')))
        .filter((value) => Number.isFinite(value)),
    )
    .filter((row) => row.length > 1);
  const last = numbers[numbers.length - 1] ?? [];
  const step = (last[1] ?? 0) - (last[0] ?? 0);
  const even = last.length >= FEWEST_STEPS && step > 0 && last.every((value, i) => i === 0 || Math.abs(value - last[i - 1]! - step) < 1e-6);
  return even && (numbers.length === 1 || last[0] === 0);
}

/** Bars of a chart start at one line (within points), end at so many places at least, and leave this share of their thickness free between them. */
const SAME_START = 0.6;
const FEWEST_BARS = 4;
const FREE_BETWEEN = 0.15;

/** True where filled areas within the width of a box that reach into it are the bars of a chart: they start at one line, are equally thick, stand apart and differ in length. */
export function hasBars(box: Box, fills: readonly FilledArea[]): boolean {
  const inside = fills.filter(({ box: [x0, y0, x1, y1] }) => x0 > box[0] - 2 && x1 < box[2] + 2 && y0 < box[3] + 8 && y1 > box[1] - 8);
  if (inside.length < FEWEST_BARS) return false;
  const across = inside.map(({ box: [x0, y0, x1, y1] }): Bar => ({ start: x0, end: x1, from: y0, to: y1 }));
  const upright = inside.map(({ box: [x0, y0, x1, y1] }): Bar => ({ start: y1, end: y0, from: x0, to: x1 }));
  return areBars(across) || areBars(upright);
}

interface Bar {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** True for enough bars on one line. */
function areBars(bars: readonly Bar[]): boolean {
  return bars.some((first) => {
    const thickness = first.to - first.from;
    const like = bars
      .filter((bar) => Math.abs(bar.start - first.start) < SAME_START && Math.abs(bar.to - bar.from - thickness) < SAME_START)
      .sort((a, b) => a.from - b.from);
    const apart = like.every((bar, i) => i === 0 || bar.from - like[i - 1]!.to > FREE_BETWEEN * thickness);
    return apart && thickness > 2 && new Set(like.map((bar) => Math.round(bar.end))).size >= FEWEST_BARS;
  });
}

/** The rest of a row over a page break may be one text; a diagram has more boxes. */
const FEWEST_BOXES = 4;

/** True where no two texts of a grid stand in neighbour cells and most cells are empty: boxes with lines that connect them. */
export function isDiagram({ grid, runs }: FilledGrid): boolean {
  const filled = grid.cells.filter((_, i) => runs[i]!.length > 0);
  if (filled.length < FEWEST_BOXES || filled.length * 2 >= grid.cells.length) return false;
  return !filled.some((a) =>
    filled.some(
      (b) => (b.c === a.c + a.cs && b.r < a.r + a.rs && a.r < b.r + b.rs) || (b.r === a.r + a.rs && b.c < a.c + a.cs && a.c < b.c + b.cs),
    ),
  );
}
