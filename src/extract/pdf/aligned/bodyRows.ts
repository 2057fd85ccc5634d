import { textOf } from '../page/lines.js';
import { NUMBER, type TextColumn, type TextRow } from './alignment.js';
import type { PlacedSegment } from './placedRows.js';
import { type SpacedLine, startsOfSpacedRows } from './spacedRows.js';

/** Steps below this share of the usual one hold lines of one row together. */
const TIGHT = 0.86;
/** Lines of one cell are at most this far apart (in font sizes). */
const LEADING = 1.5;
/** Stretches between rules that are rows have at most so many lines on average. */
const MOST_LINES = 6;
const LOWER = /^[a-zà-ÿ(（]/;

/** Text rows (given with their columns) as rows of the table: wrapped lines go to the row they belong to. `bands` numbers the stretches between rules. */
export function bodyRows(
  rows: readonly TextRow[],
  placed: readonly (readonly PlacedSegment[])[],
  bands: readonly number[],
  columns: readonly TextColumn[],
): number[][] {
  const lines = rows.map((row, i) => describe(row, placed[i]!));
  const bandIsRow = bandsAreRows(placed, bands);
  const starts = bandIsRow
    ? undefined
    : startsOfSpacedRows(
        placed.map((row, i) => spacedLine(rows[i]!, row)),
        bands,
        columns.length,
      );
  if (starts !== undefined) return rowsFrom(starts, rows.length);
  const typical = typicalStep(lines, bands);
  const groups: number[][] = [];
  let open = false;
  for (let i = 0; i < rows.length; i++) {
    const group = groups[groups.length - 1];
    if (group === undefined || bands[i] !== bands[i - 1]) {
      groups.push([i]);
      open = lines[i]!.isPartial;
      continue;
    }
    const links = bandIsRow || linked(lines, i, typical, columns) || (open && closesPartial(lines, group, i));
    if (links && (bandIsRow || !(lines[i]!.isData && group.some((k) => lines[k]!.isData)))) group.push(i);
    else {
      groups.push([i]);
      open = lines[i]!.isPartial;
    }
  }
  return groups;
}

/** Lines in groups that begin at `starts`. */
function rowsFrom(starts: ReadonlySet<number>, count: number): number[][] {
  const groups: number[][] = [];
  for (let i = 0; i < count; i++) {
    if (starts.has(i)) groups.push([i]);
    else groups[groups.length - 1]!.push(i);
  }
  return groups;
}

function spacedLine({ baseline, size }: TextRow, placed: readonly PlacedSegment[]): SpacedLine {
  const numbers = placed.filter(({ segment }) => NUMBER.test(textOf(segment.run.glyphs)));
  return { baseline, size, columns: placed.map(({ c }) => c), numbers: numbers.map(({ c }) => c) };
}

/** What decides to which row a line belongs. */
interface LineFacts {
  readonly placed: readonly PlacedSegment[];
  readonly baseline: number;
  readonly size: number;
  readonly text: string;
  /** Numbers after the first column. */
  readonly isData: boolean;
  /** A text in the first column. */
  readonly isLabelled: boolean;
  /** Only a part of a row: a label without numbers, or numbers without label. */
  readonly isPartial: boolean;
}

function describe(row: TextRow, placed: readonly PlacedSegment[]): LineFacts {
  const isData = placed.some(({ c, segment }) => c > 0 && NUMBER.test(textOf(segment.run.glyphs)));
  const isLabelled = placed.some(({ c }) => c === 0);
  return {
    placed,
    baseline: row.baseline,
    size: row.size,
    text: placed.length === 0 ? '' : textOf(placed[0]!.segment.run.glyphs),
    isData,
    isLabelled,
    isPartial: isLabelled !== isData,
  };
}

/** True where rules stand between rows: three stretches or more, in none of which a column prints two numbers below each other. */
function bandsAreRows(placed: readonly (readonly PlacedSegment[])[], bands: readonly number[]): boolean {
  const numbers = new Map<string, number>();
  let several = 0;
  for (const [i, row] of placed.entries()) {
    if (i > 0 && bands[i] === bands[i - 1]) several++;
    for (const { c, segment } of row) {
      if (c === 0 || !NUMBER.test(textOf(segment.run.glyphs))) continue;
      const key = `${bands[i]} ${c}`;
      numbers.set(key, (numbers.get(key) ?? 0) + 1);
    }
  }
  const count = new Set(bands).size;
  return several > 0 && count >= 2 && placed.length <= MOST_LINES * count && [...numbers.values()].every((n) => n === 1);
}

/** The usual step between lines that begin a row; 0 where there is none. */
function typicalStep(lines: readonly LineFacts[], bands: readonly number[]): number {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const whole = (line: LineFacts): boolean => line.isLabelled && line.placed.length > 1;
    if (bands[i] === bands[i - 1] && whole(lines[i]!) && whole(lines[i - 1]!)) steps.push(lines[i]!.baseline - lines[i - 1]!.baseline);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

/** True where line `i` goes on with the row of the line above. */
function linked(lines: readonly LineFacts[], i: number, typical: number, columns: readonly TextColumn[]): boolean {
  const [above, line] = [lines[i - 1]!, lines[i]!];
  const step = line.baseline - above.baseline;
  if (step > LEADING * Math.max(line.size, above.size)) return false;
  const next = lines[i + 1];
  const after = next === undefined ? Number.POSITIVE_INFINITY : next.baseline - line.baseline;
  const before = i < 2 ? Number.POSITIVE_INFINITY : above.baseline - lines[i - 2]!.baseline;
  const tight = typical > 0 && step < TIGHT * typical;
  // The rest of a label below its row, or texts of other columns below theirs.
  if (!line.isData && line.placed.length <= Math.max(1, columns.length / 2) && isBelow(line, above)) {
    if (line.isLabelled && above.isLabelled && LOWER.test(line.text)) return true;
    if (!line.isLabelled) return LOWER.test(line.text) || tight || typical === 0;
    if (tight && step <= after * 1.02 && above.isLabelled) return true;
  }
  // A label that begins above the line that has its numbers.
  if (line.isData && line.isLabelled && above.isLabelled && !above.isData && above.placed.length === 1) {
    if (LOWER.test(line.text) && !/[:：]$/.test(above.text)) return true;
    return tight && step < before * 0.95;
  }
  return false;
}

/** True where every text of a line stands in a column in which the line above has text too. */
function isBelow(line: LineFacts, above: LineFacts): boolean {
  return line.placed.every((cell) => above.placed.some((other) => other.c === cell.c && other.cs === cell.cs) || cell.c === 0);
}

/** True where numbers stand at half height beside the lines of their label: a label's line, the numbers, its next line nearer than two rows. */
function closesPartial(lines: readonly LineFacts[], group: readonly number[], i: number): boolean {
  const line = lines[i]!;
  const first = lines[group[0]!]!;
  const near = line.baseline - first.baseline < LEADING * line.size * Math.max(1, group.length - 1);
  const labels = group.filter((k) => lines[k]!.isLabelled && !lines[k]!.isData).length;
  const numbers = group.filter((k) => !lines[k]!.isLabelled && lines[k]!.isData).length;
  if (labels + numbers !== group.length || !near) return false;
  if (numbers === 0) return labels === 1 && !line.isLabelled && line.isData && line.baseline - lines[i - 1]!.baseline < 0.85 * line.size;
  return labels > 0 && line.isLabelled && !line.isData && line.baseline - lines[i - 1]!.baseline < 0.85 * line.size;
}
