import { type AlignedTable, alignedGrid, isDataRow, type Region } from '../aligned/alignedGrid.js';
import type { FoundTable } from '../aligned/alignedTables.js';
import { alignColumns, overlaps, type TextRow } from '../aligned/alignment.js';
import { hasAxisBelow, hasLabelsBeside } from '../aligned/charts.js';
import { headerStart } from '../aligned/headerStart.js';
import { tableRows } from '../aligned/justified.js';
import type { Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';
import { frames, isWithin, SAME_EXTENT, tabularParts } from './tableRegions.js';

/** A header above the first rule is at most this high (points). */
const HIGHEST_HEADER = 90;

/** Tables whose rows are framed by horizontal rules of one width and whose columns are only aligned. */
export function halfRuledTables(horizontal: readonly Ruling[], vertical: readonly Ruling[], runs: readonly Run[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let free = runs;
  const read = (frame: Region): void => {
    for (const region of tabularParts(
      frame,
      free.filter((run) => isWithin(run, frame)),
    )) {
      const found = tableIn(region, horizontal, vertical, free);
      if (found === undefined) continue;
      tables.push(found);
      free = free.filter((run) => !found.used.has(run));
    }
  };
  // Numbers left of a frame are the labels of a chart's axis, unless they belong to the table beside it.
  for (let waiting = frames(horizontal); waiting.length > 0; ) {
    const labelled = waiting.filter((frame) => {
      const isLabelled = hasLabelsBeside([frame.x0, frame.y0, frame.x1, frame.y1], free);
      if (!isLabelled) read(frame);
      return isLabelled;
    });
    if (labelled.length === waiting.length) break;
    waiting = labelled;
  }
  return tables;
}

/** Tables in regions that shaded stripes divide into rows. */
export function stripedTables(regions: readonly Region[], runs: readonly Run[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let free = runs;
  for (const region of regions) {
    const found = tableIn(region, [], [], free);
    if (found === undefined) continue;
    tables.push(found);
    free = free.filter((run) => !found.used.has(run));
  }
  return tables;
}

/** The table of a region between rules, with its heads above, or undefined where its texts make none. */
function tableIn(region: Region, horizontal: readonly Ruling[], vertical: readonly Ruling[], free: readonly Run[]): FoundTable | undefined {
  const inner = free.filter((run) => isWithin(run, region));
  const own = [...headsAbove(free, region, tableRows(inner)), ...inner];
  const rows = tableRows(own);
  const spans = horizontal.filter(
    (rule) =>
      rule.at > region.y0 + 1 &&
      rule.at < region.y1 - 1 &&
      rule.from >= region.x0 - 4 &&
      rule.to <= region.x1 + 4 &&
      !region.rules.includes(rule.at),
  );
  const table = rows.length < 2 ? undefined : alignedGrid(rows, { ...region, spans });
  if (table === undefined || !isConvincing(table, rows) || isTextBox(table, rows, region, vertical)) return undefined;
  const below = rowsBelow(free, region, rows);
  const whole = below.runs.length === 0 ? undefined : alignedGrid([...rows, ...below.rows], { ...region, y1: below.y1, spans });
  if (whole === undefined) return { table, box: [region.x0, Math.min(region.y0, rows[0]!.y0), region.x1, region.y1], used: new Set(own) };
  return { table: whole, box: [region.x0, Math.min(region.y0, rows[0]!.y0), region.x1, below.y1], used: new Set([...own, ...below.runs]) };
}

/** Rows below the last rule of a frame follow each other at most this far apart (in font sizes, baseline to baseline). */
const NEXT_ROW = 2.4;

/** The rows of numbers right below the last rule of a frame, each number in a column of the rows above: a total under its line. */
function rowsBelow(
  free: readonly Run[],
  region: Region,
  rows: readonly TextRow[],
): { readonly rows: readonly TextRow[]; readonly runs: readonly Run[]; readonly y1: number } {
  const columns = alignColumns(rows.slice(1));
  const outside = free.filter((run) => run.box[1] > region.y1 - 2 && run.box[2] > region.x0 - 4 && run.box[0] < region.x1 + 4);
  const found: TextRow[] = [];
  let baseline = Math.max(region.y1, rows[rows.length - 1]!.baseline);
  for (const row of tableRows(outside)) {
    const isNext = row.baseline - baseline < NEXT_ROW * row.size && Math.abs(row.size - rows[rows.length - 1]!.size) < 0.2 * row.size;
    const isInside = row.segments[0]!.x0 > region.x0 - 4 && row.segments[row.segments.length - 1]!.x1 < region.x1 + 4;
    const isOver = row.segments.every((segment) => columns.filter((column) => overlaps(column, segment)).length === 1);
    if (!isNext || !isInside || !isOver || !isDataRow(row) || row.segments.length * 2 < columns.length) break;
    found.push(row);
    baseline = row.baseline;
  }
  const glyphs = new Set(found.flatMap((row) => row.segments.flatMap((segment) => segment.run.glyphs)));
  return {
    rows: found,
    runs: outside.filter((run) => glyphs.has(run.glyphs[0]!)),
    y1: Math.max(region.y1, ...found.map((row) => row.y1)),
  };
}

/** The runs of a header that stands above the first rule of a frame whose first row is one of numbers already. */
function headsAbove(runs: readonly Run[], region: Region, inner: readonly TextRow[]): readonly Run[] {
  const firstBand = inner.filter((row) => (row.y0 + row.y1) / 2 < region.rules[1]!);
  if (inner.length < 2 || firstBand.length === 0 || !isDataRow(firstBand[0]!)) return [];
  const outside = tableRows(
    runs.filter(
      (run) =>
        run.box[3] < region.y0 + 2 && run.box[2] > region.x0 - 4 && run.box[0] < region.x1 + 4 && run.box[1] > region.y0 - HIGHEST_HEADER,
    ),
  );
  const rows = [...outside, ...inner];
  const first = headerStart(rows, outside.length, alignColumns(inner), [], () => false);
  const glyphs = new Set(rows.slice(first, outside.length).flatMap((row) => row.segments.flatMap((segment) => segment.run.glyphs)));
  return runs.filter((run) => glyphs.has(run.glyphs[0]!));
}

/** A table with rows that share columns and numbers, or many short texts. */
function isConvincing(table: AlignedTable, rows: readonly TextRow[]): boolean {
  if (table.shared < 0.5 || hasAxisBelow(table)) return false;
  return table.numericColumns > 0 || (rows.length >= 3 && table.grid.xs.length >= 3);
}

/** True for a text box: lines at both sides of the frame, none inside, at most one rule below its title, no column of numbers and no heads over columns. */
function isTextBox(table: AlignedTable, rows: readonly TextRow[], region: Region, vertical: readonly Ruling[]): boolean {
  if (table.numericColumns > 0 || region.rules.length > 3) return false;
  const beside = (x: number): boolean =>
    vertical.some(({ at, from, to }) => Math.abs(at - x) < SAME_EXTENT && from < region.y0 + SAME_EXTENT && to > region.y1 - SAME_EXTENT);
  return beside(region.x0) && beside(region.x1) && !hasHeads(rows, region);
}

/** True where a rule below the first rows parts as many heads from the texts below as these have columns. */
function hasHeads(rows: readonly TextRow[], region: Region): boolean {
  if (region.rules.length < 3) return false;
  const heads = rows.filter((row) => row.baseline < region.rules[1]!);
  const below = rows.filter((row) => row.baseline > region.rules[1]!);
  return heads.length > 0 && alignColumns(below).length > 1 && heads.some((row) => row.segments.length === alignColumns(below).length);
}
