import { isDataRow, type Region } from '../aligned/alignedGrid.js';
import { COLUMN_GAP, type TextRow } from '../aligned/alignment.js';
import { isCaption } from '../aligned/headerStart.js';
import { tableRows } from '../aligned/justified.js';
import { textOf } from '../page/lines.js';
import type { Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';

/** Rules whose ends differ by less (points) frame the same table. */
export const SAME_EXTENT = 9;
const SHORTEST = 60;
/** An empty band higher than this (points) lies between two tables. */
const LINE = 14;

/** Groups of at least two rules with the same ends, those of the most rules first: lines below titles frame nothing; shorter rules inside do not count. */
export function frames(horizontal: readonly Ruling[]): Region[] {
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
  return regions.sort((a, b) => b.rules.length - a.rules.length);
}

/** True where the middle of a run lies in a region. */
export function isWithin(run: Run, region: Region): boolean {
  const x = (run.box[0] + run.box[2]) / 2;
  const y = (run.box[1] + run.box[3]) / 2;
  return x >= region.x0 - 4 && x <= region.x1 + 4 && y >= region.y0 - 1 && y <= region.y1 + 1;
}

/** A frame cut where prose stands between its rules: each part runs from a rule to a rule over bands that look tabular. */
export function tabularParts(frame: Region, runs: readonly Run[]): Region[] {
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
  const heads = textIn(bandRows(0));
  const line = usualBand(frame.rules.slice(1).map((_, i) => ({ rows: bandRows(i), height: frame.rules[i + 1]! - frame.rules[i]! })));
  for (let i = 0; i + 1 < frame.rules.length; i++) {
    const [top, bottom] = [frame.rules[i]!, frame.rules[i + 1]!];
    const rows = bandRows(i);
    const next = bandRows(i + 1);
    const isRepeated = i > 0 && heads !== '' && textIn(next) === heads;
    if (endsTable(rows, bottom - top, line, next) || (isRepeated && rows.length <= 1)) close();
    else if (isTabular(rows)) {
      if (open.length === 0) open.push(top);
      open.push(bottom);
    } else close();
  }
  close();
  return parts;
}

/** What rows print, in one text. */
function textIn(rows: readonly TextRow[]): string {
  return rows.flatMap((row) => row.segments.map((segment) => textOf(segment.run.glyphs))).join(' ');
}

/** The middle height of the bands that hold one line, 0 where there is none. Points. */
function usualBand(bands: readonly { readonly rows: readonly TextRow[]; readonly height: number }[]): number {
  const heights = bands.flatMap(({ rows, height }) => (rows.length === 1 ? [height] : [])).sort((a, b) => a - b);
  return heights[Math.floor((heights.length - 1) / 2)] ?? 0;
}

/** A band with the title of the next table is so much higher than those of rows, and than its text (in font sizes). */
const TITLE_BAND = 1.5;
const TITLE_HEIGHT = 2.2;

/** True for a band between two tables of one width: empty and as high as a line, a caption, or one text above the header of the next. */
function endsTable(rows: readonly TextRow[], height: number, line: number, next: readonly TextRow[]): boolean {
  if (rows.length === 0) return height > LINE;
  if (rows.some(isCaption)) return true;
  const [title] = rows;
  if (rows.length > 1 || title!.segments.length > 1 || next.length === 0 || next[0]!.segments.length === 0) return false;
  const isHigh = height > TITLE_BAND * line && height > TITLE_HEIGHT * title!.size;
  return (isHigh && !next.some((row) => isDataRow(row))) || startsHeader(title!, next);
}

/** True where rows below a title are a header: they have texts but no numbers, and the first starts right of the labels. */
function startsHeader(title: TextRow, rows: readonly TextRow[]): boolean {
  if (rows.some((row) => isDataRow(row)) || rows.length > 4) return false;
  return rows[0]!.segments[0]!.x0 > title.segments[0]!.x0 + 4 * title.size;
}

/** True where at least half of a band's rows have several texts or its texts leave a strip free between; a band of one row may be a title across. */
function isTabular(rows: readonly TextRow[]): boolean {
  if (rows.length <= 1) return true;
  const several = rows.filter((row) => row.segments.length > 1).length;
  return several * 2 >= rows.length || hasStrip(rows);
}

/** True where a strip wide enough to divide columns runs free of text from the top of rows to their end. */
function hasStrip(rows: readonly TextRow[]): boolean {
  const segments = rows.flatMap((row) => row.segments).sort((a, b) => a.x0 - b.x0);
  let reached = segments[0]!.x1;
  for (const { x0, x1 } of segments) {
    if (x0 - reached > COLUMN_GAP * rows[0]!.size) return true;
    reached = Math.max(reached, x1);
  }
  return false;
}
