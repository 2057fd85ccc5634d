import type { Box } from '../../../model/index.js';
import { textOf } from '../page/lines.js';
import type { Ruling } from '../page/pageGeometry.js';
import type { Run } from '../page/runs.js';
import { proseGlyphs } from '../prose/proseBlocks.js';
import { type AlignedTable, alignedGrid, isDataRow as hasAmounts } from './alignedGrid.js';
import { alignColumns, NUMBER, type Segment, type TextRow } from './alignment.js';
import { hasAxis, hasAxisBelow } from './charts.js';
import { headerStart, isCaption, isProse } from './headerStart.js';
import { tableRows } from './justified.js';
import { besideEachOther } from './sideBySide.js';
import { isAnnounced, isTextTable, textBlocks } from './textTables.js';

/** A table without rules. */
export interface FoundTable {
  readonly table: AlignedTable;
  readonly box: Box;
  readonly used: ReadonlySet<Run>;
}

/** Rows farther apart than this (in font sizes, baseline to baseline) are not of one table. */
const FARTHEST = 3.4;
const FEWEST_ROWS = 3;
/** A table's head stands this much farther (in usual steps) from the table above than rows from each other. */
const APART = 1.6;
/** A rule covers this share of a table's width to divide its rows. */
const FULL_WIDTH = 0.85;
const NEAR_RULE = 4;

/** Tables that only the alignment of their texts shows, among runs outside other tables; `rules` are horizontal rules that frame no table, `edges` those of shaded rows. */
export function alignedTables(runs: readonly Run[], rules: readonly Ruling[], edges: readonly Ruling[] = []): FoundTable[] {
  if (runs.length < 2 * FEWEST_ROWS) return [];
  const prose = proseGlyphs(runs);
  const tables: FoundTable[] = [];
  for (const part of besideEachOther(runs.filter((run) => run.direction === 'right' && !prose.has(run.glyphs[0]!)))) {
    const rows = tableRows(part);
    const taken = new Set<TextRow>();
    const take = (
      blocks: readonly (readonly [number, number])[],
      accept: (table: AlignedTable, rows: readonly TextRow[]) => boolean,
    ): void => {
      for (const [from, to] of blocks) {
        const block = rows.slice(from, to);
        if (block.some((row) => taken.has(row))) continue;
        const first = headerStart(rows, from, alignColumns(block), rules, (row) => taken.has(row));
        const own = rows.slice(first, to);
        const table = tableOf(own, [...rules, ...belowHeads(edges, own)]);
        if (table === undefined || !accept(table, own)) continue;
        for (const row of own) taken.add(row);
        tables.push({ table, box: boxOf(own), used: runsIn(part, own) });
      }
    };
    take(dataBlocks(rows), isTable);
    take(shortBlocks(rows), (table, own) => isShortTable(table, own) && isAnnounced(rows, own, rules));
    take(textBlocks(rows), (table, own) => isTextTable(table, own) && isAnnounced(rows, own, rules));
  }
  return tables;
}

/** The edges of shaded rows that lie below the first row of numbers: shading does not tell heads from rows. */
function belowHeads(edges: readonly Ruling[], rows: readonly TextRow[]): readonly Ruling[] {
  const first = rows.find((row) => hasAmounts(row));
  return first === undefined ? [] : edges.filter((edge) => edge.at > first.baseline - NEAR_RULE / 4);
}

/** The table that rows make between the rules that pass through them. */
function tableOf(rows: readonly TextRow[], rules: readonly Ruling[]): AlignedTable | undefined {
  const [x0, y0, x1, y1] = boxOf(rows);
  const inside = rules.filter((rule) => rule.at > y0 + NEAR_RULE && rule.at < y1 - NEAR_RULE && rule.to > x0 && rule.from < x1);
  const full = inside.filter((rule) => Math.min(rule.to, x1) - Math.max(rule.from, x0) > FULL_WIDTH * (x1 - x0));
  return alignedGrid(rows, { x0, y0, x1, y1, rules: full.map((rule) => rule.at), spans: inside.filter((rule) => !full.includes(rule)) });
}

/** Stretches [from, to) of rows with numbers beside other texts, close to each other; single texts between them are allowed. */
function dataBlocks(rows: readonly TextRow[]): [number, number][] {
  const blocks: [number, number][] = [];
  let from = -1;
  let last = -1;
  let count = 0;
  const close = (): void => {
    if (count >= FEWEST_ROWS) blocks.push(...splitAtHeads(rows, from, last + 1));
    from = -1;
    count = 0;
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (from >= 0 && (row.baseline - rows[i - 1]!.baseline > FARTHEST * row.size || isCaption(row))) close();
    if (isDataRow(row)) {
      if (from < 0) from = i;
      last = i;
      count++;
    } else if (from >= 0 && (i - last > 3 || isProse(row))) close();
  }
  close();
  return blocks;
}

/** Rows of numbers that stand alone or in twos; only their heads and what announces them tell them from prose. */
function shortBlocks(rows: readonly TextRow[]): [number, number][] {
  const blocks: [number, number][] = [];
  for (let i = 1; i < rows.length; i++) {
    if (!isFullDataRow(rows[i]!) || isFullDataRow(rows[i - 1]!)) continue;
    let to = i + 1;
    while (to < rows.length && to < i + FEWEST_ROWS && isFullDataRow(rows[to]!)) to++;
    if (to - i < FEWEST_ROWS) blocks.push([i, to]);
  }
  return blocks;
}

/** True for a label and one or more numbers, with nothing else. */
function isFullDataRow(row: TextRow): boolean {
  return row.segments.length > 1 && !isNumber(row.segments[0]!) && row.segments.slice(1).every(isNumber);
}

/** True for one or two rows of numbers under a head for each of them; one row has two numbers or more. */
function isShortTable(table: AlignedTable, rows: readonly TextRow[]): boolean {
  const columns = table.grid.xs.length - 1;
  const first = rows.findIndex((row) => isFullDataRow(row) && hasAmounts(row));
  const data = rows.slice(first);
  if (first < 1 || columns < 2 || (data.length === 1 && columns < 3)) return false;
  if (data.some((row) => row.segments.length !== columns || !isFullDataRow(row))) return false;
  return rows.slice(0, first).some((row) => row.segments.length >= Math.max(2, columns - 1));
}

/** A stretch of rows cut where the head of another table stands in it: a row without label or numbers, farther from the row above than rows are. */
function splitAtHeads(rows: readonly TextRow[], from: number, to: number): [number, number][] {
  const steps = rows.slice(from + 1, to).map((row, i) => row.baseline - rows[from + i]!.baseline);
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const left = Math.min(...rows.slice(from, to).map((row) => row.segments[0]!.x0));
  const parts: [number, number][] = [];
  let start = from;
  for (let i = from + FEWEST_ROWS; i + 2 < to; i++) {
    const row = rows[i]!;
    const isHead = row.segments[0]!.x0 > left + 4 * row.size && !row.segments.some(isNumber);
    if (!isHead || steps[i - from - 1]! < APART * usual || i - start < FEWEST_ROWS || isSection(rows, i)) continue;
    parts.push([start, i]);
    start = i;
    while (start < to && !isDataRow(rows[start]!)) start++;
  }
  parts.push([start, to]);
  return parts;
}

/** True for one text right above a row with a label and several numbers: it names a part of the table, the heads of a table would stand over each of them. */
function isSection(rows: readonly TextRow[], i: number): boolean {
  const below = rows[i + 1];
  return rows[i]!.segments.length === 1 && below !== undefined && isDataRow(below) && below.segments.length > 2;
}

/** True for a row with several texts of which one after the first is a number. */
function isDataRow(row: TextRow): boolean {
  if (row.segments.length < 2) return false;
  return row.segments.slice(1).some(isNumber);
}

function isNumber(segment: Segment): boolean {
  return NUMBER.test(textOf(segment.run.glyphs));
}

/** A table has a column of numbers after its first, most rows filled, and is no list of contents. */
function isTable(table: AlignedTable, rows: readonly TextRow[]): boolean {
  if (table.numericColumns === 0 || table.shared < 0.5) return false;
  return !isContents(rows) && !hasAxis(table) && !hasAxisBelow(table);
}

/** A page number or the number of a formula. */
const ORDINAL = /^[(（]?\d{1,3}[)）]?$/;
const MOST_ORDINALS = 0.7;
const MOST_RISING = 0.85;

/** True for texts with rising whole numbers at the end: a list of contents, or numbered formulas. */
function isContents(rows: readonly TextRow[]): boolean {
  const several = rows.filter((row) => row.segments.length > 1);
  if (several.some(({ segments }) => segments.length > 3 || (segments.length === 3 && isNumber(segments[1]!)))) return false;
  const ends = several.map((row) => textOf(row.segments[row.segments.length - 1]!.run.glyphs)).filter((text) => ORDINAL.test(text));
  if (ends.length < FEWEST_ROWS || ends.length < MOST_ORDINALS * several.length) return false;
  const values = ends.map((text) => Number(text.replace(/[()（）]/g, '')));
  const rising = values.slice(1).filter((value, i) => value >= values[i]!).length;
  return rising >= MOST_RISING * (values.length - 1);
}

function boxOf(rows: readonly TextRow[]): Box {
  const segments = rows.flatMap((row) => row.segments);
  return [
    Math.min(...segments.map((segment) => segment.x0)),
    Math.min(...rows.map((row) => row.y0)),
    Math.max(...segments.map((segment) => segment.x1)),
    Math.max(...rows.map((row) => row.y1)),
  ];
}

/** The page's runs that the rows were made of. */
function runsIn(runs: readonly Run[], rows: readonly TextRow[]): Set<Run> {
  const glyphs = new Set(rows.flatMap((row) => row.segments.flatMap((segment) => segment.run.glyphs)));
  return new Set(runs.filter((run) => glyphs.has(run.glyphs[0]!)));
}
