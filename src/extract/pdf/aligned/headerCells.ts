import type { Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';
import type { TextColumn, TextRow } from './alignment.js';
import { type PlacedSegment, placeHeads, type Span } from './placedRows.js';
import { asWideAsHeads } from './wrappedHeads.js';

/** Cells of a table's header in rows of the table. */
export interface HeaderRows {
  readonly cells: readonly { readonly r: number; readonly c: number; readonly cs: number; readonly runs: Run[] }[];
  /** For each row its upper and lower edge. */
  readonly extents: readonly { readonly y0: number; readonly y1: number }[];
}

/** Lines of one head follow each other at most this far apart (in font sizes, baseline to baseline). */
const LEADING = 1.75;

interface Head {
  c: number;
  cs: number;
  readonly runs: Run[];
  y0: number;
  y1: number;
  baseline: number;
  size: number;
}

/** The cells of header lines: the lines of one head are one cell, heads over others are rows of their own. `rules` are those between the lines. */
export function headerCells(lines: readonly TextRow[], columns: readonly TextColumn[], rules: readonly Ruling[]): HeaderRows {
  const spans = rules.map((rule): Span => ({ x0: rule.from, x1: rule.to, y: rule.at }));
  const heads: Head[] = [];
  const placed = placeLines(asWideAsHeads(lines, LEADING), columns, spans);
  for (const [i, line] of lines.entries()) {
    const open = heads.filter((head) => line.baseline - head.baseline < LEADING * Math.max(head.size, line.size));
    for (const cell of placed[i]!) {
      const head = open.find((other) => continuesHead(other, cell, placed[i]!, open) && !hasRuleBetween(spans, other, line, cell));
      if (head === undefined) heads.push(newHead(cell, line));
      else extend(head, cell, line);
    }
  }
  return inRows(heads);
}

/** The columns of the heads of each line. Lower lines are placed first: columns are as wide as their heads; lines of one head, which are equally wide here, stand over the same columns. */
function placeLines(lines: readonly TextRow[], columns: readonly TextColumn[], spans: readonly Span[]): PlacedSegment[][] {
  const widened = columns.map((column) => ({ ...column }));
  const headed = new Set<number>();
  const placed: PlacedSegment[][] = [];
  for (const line of [...lines].reverse()) {
    const below = placed[0] ?? [];
    const cells = placeHeads(line, widened, spans, headed).map((cell) => {
      const next = below.find(({ segment: { x0, x1 } }) => x0 === cell.segment.x0 && x1 === cell.segment.x1);
      return next === undefined ? cell : { ...cell, c: next.c, cs: next.cs };
    });
    placed.unshift(cells);
    for (const { segment, c, cs } of cells) {
      if (cs > 1) continue;
      headed.add(c);
      const [left, right] = [widened[c - 1]?.x1 ?? Number.NEGATIVE_INFINITY, widened[c + 1]?.x0 ?? Number.POSITIVE_INFINITY];
      widened[c]!.x0 = Math.min(widened[c]!.x0, Math.max(left, segment.x0));
      widened[c]!.x1 = Math.max(widened[c]!.x1, Math.min(right, segment.x1));
    }
  }
  return placed;
}

/** True where a segment is the next line of a head: over the same columns, or in the middle below a wider one that has nothing else below it. */
function continuesHead(head: Head, cell: PlacedSegment, line: readonly PlacedSegment[], open: readonly Head[]): boolean {
  const { run } = cell.segment;
  if (head.baseline >= run.baseline - 0.5 * run.size) return false;
  if (head.c === cell.c && head.cs === cell.cs) return true;
  if (head.cs === 1) return cell.c === head.c && !open.some((other) => other !== head && other.c > cell.c && other.c < cell.c + cell.cs);
  if (cell.c < head.c || cell.c + cell.cs > head.c + head.cs) return false;
  if (line.some((other) => other !== cell && other.c >= head.c && other.c < head.c + head.cs)) return false;
  return Math.abs(middleOf(cell.segment) - (head.runs[0]!.box[0] + head.runs[0]!.box[2]) / 2) < run.size;
}

function middleOf({ x0, x1 }: { x0: number; x1: number }): number {
  return (x0 + x1) / 2;
}

/** True where a rule passes between a head and the next line of text. */
function hasRuleBetween(spans: readonly Span[], head: Head, line: TextRow, { segment }: PlacedSegment): boolean {
  const middle = middleOf(segment);
  return spans.some(
    (span) => span.y > head.baseline - 0.2 * head.size && span.y < line.baseline - 0.5 * line.size && span.x0 < middle && span.x1 > middle,
  );
}

function newHead({ segment, c, cs }: PlacedSegment, line: TextRow): Head {
  return { c, cs, runs: [segment.run], y0: line.y0, y1: line.y1, baseline: line.baseline, size: line.size };
}

function extend(head: Head, { segment, cs }: PlacedSegment, line: TextRow): void {
  head.runs.push(segment.run);
  head.cs = Math.max(head.cs, cs);
  [head.y1, head.baseline, head.size] = [line.y1, line.baseline, line.size];
}

/** Heads as rows counted from the bottom: a head stands one row above the highest of those that it stands over. */
function inRows(heads: readonly Head[]): HeaderRows {
  const sorted = [...heads].sort((a, b) => b.baseline - a.baseline);
  const levels = new Map<Head, number>();
  for (const head of sorted) {
    let level = 0;
    for (const [other, below] of levels)
      if (other.y0 > head.y0 && other.c < head.c + head.cs && head.c < other.c + other.cs) level = Math.max(level, below + 1);
    levels.set(head, level);
  }
  raiseSpanners(levels);
  const count = Math.max(-1, ...levels.values()) + 1;
  const extents = Array.from({ length: count }, (_, r) => {
    const own = [...levels].filter(([, level]) => level === count - 1 - r).map(([head]) => head);
    return { y0: Math.min(...own.map((head) => head.y0)), y1: Math.max(...own.map((head) => head.y1)) };
  });
  return { cells: [...levels].map(([{ c, cs, runs }, level]) => ({ r: count - 1 - level, c, cs, runs })), extents };
}

/** Heads printed on one line with a spanning one stand in its row. */
function raiseSpanners(levels: Map<Head, number>): void {
  for (const [head, level] of levels) {
    if (head.cs < 2) continue;
    for (const [other, below] of levels)
      if (other.cs > 1 && below < level && Math.abs(other.baseline - head.baseline) < 0.5 * head.size) levels.set(other, level);
  }
}
