import { type AlignedTable, alignedGrid, isDataRow, type Region } from '../aligned/alignedGrid.js';
import type { FoundTable } from '../aligned/alignedTables.js';
import { alignColumns, type TextRow } from '../aligned/alignment.js';
import { hasAxisBelow, hasLabelsBeside } from '../aligned/charts.js';
import { headerStart, isCaption } from '../aligned/headerStart.js';
import { tableRows } from '../aligned/justified.js';
import type { Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';

/** Rules whose ends differ by less (points) frame the same table. */
const SAME_EXTENT = 9;
const SHORTEST = 60;
/** A header above the first rule is at most this high (points). */
const HIGHEST_HEADER = 90;
/** An empty band higher than this (points) lies between two tables. */
const LINE = 14;

/** Tables whose rows are framed by horizontal rules of one width and whose columns are only aligned. */
export function halfRuledTables(horizontal: readonly Ruling[], vertical: readonly Ruling[], runs: readonly Run[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let free = runs;
  for (const frame of frames(horizontal)) {
    if (hasLabelsBeside([frame.x0, frame.y0, frame.x1, frame.y1], free)) continue;
    const inside = free.filter((run) => isWithin(run, frame));
    for (const region of tabularParts(frame, inside)) {
      const inner = free.filter((run) => isWithin(run, region));
      const above = headsAbove(free, region, tableRows(inner));
      const own = [...above, ...inner];
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
      if (table === undefined || !isConvincing(table, rows) || isTextBox(table, region, vertical)) continue;
      const used = new Set(own);
      tables.push({ table, box: [region.x0, Math.min(region.y0, rows[0]!.y0), region.x1, region.y1], used });
      free = free.filter((run) => !used.has(run));
    }
  }
  return tables;
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

/** Groups of at least two rules with the same ends, from top to bottom; shorter rules inside do not count. */
function frames(horizontal: readonly Ruling[]): Region[] {
  const left = horizontal.filter((ruling) => ruling.to - ruling.from >= SHORTEST);
  const regions: Region[] = [];
  const used = new Set<Ruling>();
  for (const first of left) {
    if (used.has(first)) continue;
    const same = left.filter(
      (other) => !used.has(other) && Math.abs(other.from - first.from) < SAME_EXTENT && Math.abs(other.to - first.to) < SAME_EXTENT,
    );
    if (same.length < 2) continue;
    for (const ruling of same) used.add(ruling);
    const rules = same.map((ruling) => ruling.at).sort((a, b) => a - b);
    regions.push({
      x0: Math.min(...same.map((ruling) => ruling.from)),
      x1: Math.max(...same.map((ruling) => ruling.to)),
      y0: rules[0]!,
      y1: rules[rules.length - 1]!,
      rules,
      spans: [],
    });
  }
  return regions;
}

/** True where the middle of a run lies in a region. */
function isWithin(run: Run, region: Region): boolean {
  const x = (run.box[0] + run.box[2]) / 2;
  const y = (run.box[1] + run.box[3]) / 2;
  return x >= region.x0 - 4 && x <= region.x1 + 4 && y >= region.y0 - 1 && y <= region.y1 + 1;
}

/** A frame cut where prose stands between its rules: each part runs from a rule to a rule over bands that look tabular. */
function tabularParts(frame: Region, runs: readonly Run[]): Region[] {
  const parts: Region[] = [];
  let open: number[] = [];
  const close = (): void => {
    if (open.length >= 2) parts.push({ ...frame, y0: open[0]!, y1: open[open.length - 1]!, rules: open });
    open = [];
  };
  const bandRows = (i: number): TextRow[] => {
    const [top, bottom] = [frame.rules[i], frame.rules[i + 1]];
    return top === undefined || bottom === undefined
      ? []
      : tableRows(runs.filter((run) => isWithin(run, { ...frame, y0: top, y1: bottom })));
  };
  for (let i = 0; i + 1 < frame.rules.length; i++) {
    const [top, bottom] = [frame.rules[i]!, frame.rules[i + 1]!];
    const rows = bandRows(i);
    if (endsTable(rows, bottom - top, bandRows(i + 1))) close();
    else if (isTabular(rows)) {
      if (open.length === 0) open.push(top);
      open.push(bottom);
    } else close();
  }
  close();
  return parts;
}

/** True for a band between two tables of one width: empty and as high as a line, a caption, or one text above the header of the next. */
function endsTable(rows: readonly TextRow[], height: number, next: readonly TextRow[]): boolean {
  if (rows.length === 0) return height > LINE;
  if (rows.some(isCaption)) return true;
  const isTitle = rows.length === 1 && rows[0]!.segments.length === 1;
  return isTitle && next.length > 0 && next[0]!.segments.length > 0 && startsHeader(rows[0]!, next);
}

/** True where rows below a title are a header: they have texts but no numbers, and the first starts right of the labels. */
function startsHeader(title: TextRow, rows: readonly TextRow[]): boolean {
  if (rows.some((row) => isDataRow(row)) || rows.length > 4) return false;
  return rows[0]!.segments[0]!.x0 > title.segments[0]!.x0 + 4 * title.size;
}

/** True where at least half of a band's rows have several texts; a band of one row may be a title across. */
function isTabular(rows: readonly TextRow[]): boolean {
  if (rows.length === 0) return true;
  const several = rows.filter((row) => row.segments.length > 1).length;
  return rows.length <= 1 || several * 2 >= rows.length;
}

/** A table with rows that share columns and numbers, or many short texts. */
function isConvincing(table: AlignedTable, rows: readonly TextRow[]): boolean {
  if (table.shared < 0.5 || hasAxisBelow(table)) return false;
  return table.numericColumns > 0 || (rows.length >= 3 && table.grid.xs.length >= 3);
}

/** True for a text box: lines at both sides of the frame, none inside, at most one rule below its title, and no column of numbers. */
function isTextBox(table: AlignedTable, region: Region, vertical: readonly Ruling[]): boolean {
  if (table.numericColumns > 0 || region.rules.length > 3) return false;
  const beside = (x: number): boolean =>
    vertical.some(({ at, from, to }) => Math.abs(at - x) < SAME_EXTENT && from < region.y0 + SAME_EXTENT && to > region.y1 - SAME_EXTENT);
  return beside(region.x0) && beside(region.x1);
}
