import type { Region } from '../aligned/alignedGrid.js';
import type { TextRow } from '../aligned/alignment.js';
import { isCaption } from '../aligned/headerStart.js';
import { tableRows } from '../aligned/justified.js';
import type { FilledArea, Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';

/** So many stripes of one extent and colour shade every other row of a table; rows between them are not much higher. */
const FEWEST = 2;
const MOST_APART = 2.5;
const SAME_EXTENT = 1.5;
const NARROWEST = 120;
/** Heights in points; the free rows between stripes are as high at least. */
const LOWEST = 7;
const HIGHEST = 80;
/** Share of the stripes that hold several texts beside each other. */
const MOST_ROWS = 0.6;
/** Heads stand at most this far (in font sizes, baseline to baseline) above the first row. */
const HEAD_REACH = 3;
/** Rows beyond the first and last stripe follow at most this far (in font sizes, baseline to baseline). */
const NEXT_LINE = 1.9;

/** The regions that shaded stripes divide into rows, those above the first and below the last stripe included. */
export function stripedRegions(fills: readonly FilledArea[], runs: readonly Run[]): Region[] {
  const left = fills.filter(({ box: [x0, y0, x1, y1] }) => x1 - x0 > NARROWEST && y1 - y0 > LOWEST && y1 - y0 < HIGHEST);
  const regions: Region[] = [];
  const used = new Set<FilledArea>();
  for (const first of left) {
    if (used.has(first)) continue;
    const same = left.filter((fill) => isLike(fill, first) && !used.has(fill)).sort((a, b) => a.box[1] - b.box[1]);
    for (const fill of same) used.add(fill);
    const highest = Math.max(...same.map(({ box }) => box[3] - box[1]));
    const steps = same.slice(1).map(({ box }, i) => box[1] - same[i]!.box[3]);
    if (same.length < FEWEST || steps.some((step) => step < LOWEST || step > MOST_APART * highest)) continue;
    const [x0, , x1] = first.box;
    const within = runs.filter((run) => run.direction === 'right' && run.box[0] > x0 - 4 && run.box[2] < x1 + 4);
    const several = same.filter(({ box }) =>
      tableRows(within.filter((run) => middleOf(run) > box[1] && middleOf(run) < box[3])).some((row) => row.segments.length > 1),
    );
    if (several.length < MOST_ROWS * same.length) continue;
    const edges = same.flatMap(({ box }) => [box[1], box[3]]);
    regions.push(withRowsBeyond({ x0, x1, y0: edges[0]!, y1: edges[edges.length - 1]!, rules: edges, spans: [] }, within, same));
  }
  return regions;
}

/** Rules along the edges of the stripes of regions. */
export function edgesOf(regions: readonly Region[]): Ruling[] {
  return regions.flatMap(({ x0, x1, rules }) => rules.map((at): Ruling => ({ at, from: x0, to: x1, width: 0 })));
}

function isLike(a: FilledArea, b: FilledArea): boolean {
  return a.colour === b.colour && Math.abs(a.box[0] - b.box[0]) < SAME_EXTENT && Math.abs(a.box[2] - b.box[2]) < SAME_EXTENT;
}

function middleOf(run: Run): number {
  return (run.box[1] + run.box[3]) / 2;
}

/** A region with the free row above its first and below its last stripe, and the heads above. */
function withRowsBeyond(region: Region, runs: readonly Run[], stripes: readonly FilledArea[]): Region {
  const highest = Math.max(...stripes.slice(1).map((fill, i) => fill.box[1] - stripes[i]!.box[3])) + 1;
  const below = nearRows(tableRows(runs.filter((run) => middleOf(run) > region.y1 && run.box[3] < region.y1 + highest)));
  const upwards = tableRows(runs.filter((run) => middleOf(run) < region.y0)).reverse();
  const above = nearRows(upwards.filter((row) => row.y0 > region.y0 - highest));
  const heads = nearRows(upwards.slice(above.length));
  const last = above[above.length - 1];
  const isNear =
    last !== undefined && heads.length > 0 && last.baseline - heads[0]!.baseline < HEAD_REACH * last.size && heads[0]!.segments.length > 1;
  const up = [above, ...(isNear ? [heads] : [])].filter((rows) => rows.length > 0).map((rows) => rows[rows.length - 1]!.y0 - 1);
  const down = below.length === 0 ? [] : [Math.max(...below.map((row) => row.y1)) + 1];
  const rules = [...up.reverse(), ...region.rules, ...down];
  return { ...region, y0: rules[0]!, y1: rules[rules.length - 1]!, rules };
}

/** The first rows up to a wide gap or a caption; none where no row has several texts. */
function nearRows(rows: readonly TextRow[]): readonly TextRow[] {
  const end = rows.findIndex(
    (row, i) => isCaption(row) || (i > 0 && Math.abs(row.baseline - rows[i - 1]!.baseline) > NEXT_LINE * row.size),
  );
  const near = end < 0 ? rows : rows.slice(0, end);
  return near.some((row) => row.segments.length > 1) ? near : [];
}
