/** A row whose cells are placed: texts and the column span of each. */
export interface PlacedRow {
  texts: readonly string[];
  spans: readonly number[];
}

/** A stretch of columns that one cell of the row above can stand over. */
interface Run {
  columns: number;
  /** Texts of the cells it covers; empty where a cell from above goes on. */
  labels: string[];
  spans: number[];
}

/** Spans where nothing decides: all columns to one cell, else one column each and the rest to the first or last cell. */
export function restSpans(cells: number, columns: number, rest: 'first' | 'last'): number[] {
  const spans = new Array<number>(cells).fill(1);
  if (cells > 0) spans[rest === 'first' ? 0 : cells - 1] = Math.max(1, columns - cells + 1);
  return spans;
}

/**
 * Spans of a short header row over a placed row below, or null where they do not fit. Over an empty cell stands the cell that goes on down; a run of
 * printed cells is covered by one cell, or by several where its first label comes again (项目 | 预算数 | 项目 | 预算数 is two).
 */
export function headerSpans(cells: number, below: PlacedRow): number[] | null {
  const runs = runsOf(below);
  if (runs.length === cells) return continues(below) || runs.length > 1 ? runs.map((run) => run.columns) : null;
  const split = runs.flatMap(splitAtRecurrence);
  return split.length === cells ? split.map((run) => run.columns) : null;
}

/** Whether a row has a cell that goes on from the row above: only then do the two belong to one header for certain. */
function continues(row: PlacedRow): boolean {
  return row.texts.some((text) => text.trim() === '');
}

/** Runs of printed cells, and each empty cell by itself. */
function runsOf(row: PlacedRow): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  row.texts.forEach((text, index) => {
    const columns = row.spans[index] ?? 1;
    if (text.trim() === '') {
      open = null;
      runs.push({ columns, labels: [], spans: [columns] });
    } else if (open === null) {
      open = { columns, labels: [text], spans: [columns] };
      runs.push(open);
    } else {
      open.columns += columns;
      open.labels.push(text);
      open.spans.push(columns);
    }
  });
  return runs;
}

/** Cuts a run before each recurrence of its first label. */
function splitAtRecurrence(run: Run): Run[] {
  const first = run.labels[0];
  const parts: Run[] = [];
  run.labels.forEach((label, index) => {
    const columns = run.spans[index] ?? 1;
    const last = parts[parts.length - 1];
    if (last === undefined || label === first) parts.push({ columns, labels: [label], spans: [columns] });
    else {
      last.columns += columns;
      last.labels.push(label);
      last.spans.push(columns);
    }
  });
  return parts.length === 0 ? [run] : parts;
}
