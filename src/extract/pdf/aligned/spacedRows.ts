/** What decides whether lines stand in rows that are set apart. */
export interface SpacedLine {
  readonly baseline: number;
  readonly size: number;
  /** The columns in which the line has text, and those with numbers. */
  readonly columns: readonly number[];
  readonly numbers: readonly number[];
}

/** A step between rows is this much wider than that between the lines of one text. */
const WIDER = 1.2;
/** Lines of one text are at most this far apart (in font sizes) and differ by at most this share. */
const LEADING = 1.5;
const EVEN = 1.06;
/** Shares of the rows that begin in the first column, and of the lines that go on in only some columns. */
const LABELLED = 0.8;
const PARTIAL = 0.3;
const FEWEST_ROWS = 2;

/**
 * The lines that begin a row where wrapped texts stand closer than rows do: lines of one text follow each other in even steps, rows are set apart by more,
 * nearly all begin in the first column, and no row prints two numbers in one column. Undefined where the lines do not stand so.
 */
export function startsOfSpacedRows(lines: readonly SpacedLine[], bands: readonly number[], columnCount: number): Set<number> | undefined {
  const steps = lines.map((line, i) => (i > 0 && bands[i] === bands[i - 1] ? line.baseline - lines[i - 1]!.baseline : undefined));
  const known = steps.filter((step) => step !== undefined);
  if (known.length < FEWEST_ROWS) return undefined;
  const least = Math.min(...known);
  if (least > LEADING * Math.max(...lines.map((line) => line.size))) return undefined;
  const starts = new Set(lines.flatMap((_, i) => (steps[i] === undefined || steps[i] >= WIDER * least ? [i] : [])));
  const further = lines.map((_, i) => i).filter((i) => !starts.has(i));
  if (starts.size < FEWEST_ROWS || further.length === 0 || further.some((i) => steps[i]! > EVEN * least)) return undefined;
  const labelled = [...starts].filter((i) => lines[i]!.columns.includes(0)).length;
  if (labelled < LABELLED * starts.size) return undefined;
  const partial = further.filter((i) => lines[i]!.columns.length < columnCount).length;
  if (partial < PARTIAL * further.length) return undefined;
  return hasNumberTwice(lines, starts) ? undefined : starts;
}

/** True where a row would have two numbers in one column, or a column besides the first go on below an empty place. */
function hasNumberTwice(lines: readonly SpacedLine[], starts: ReadonlySet<number>): boolean {
  let seen = new Set<number>();
  let numeric = new Set<number>();
  for (const [i, line] of lines.entries()) {
    if (starts.has(i)) [seen, numeric] = [new Set(), new Set()];
    else if (line.numbers.some((c) => c > 0 && numeric.has(c)) || line.columns.some((c) => !seen.has(c))) return true;
    for (const c of line.columns) seen.add(c);
    for (const c of line.numbers) numeric.add(c);
  }
  return false;
}
