/** A row whose cells are placed: texts and the column span of each. */
export interface PlacedRow {
  texts: readonly string[];
  spans: readonly number[];
}

interface RunCell {
  start: number;
  columns: number;
  label: string;
}

/** A stretch of columns that a cell of the row above can stand over; without cells where a cell from above goes on. */
interface Run {
  columns: number;
  cells: RunCell[];
}

/** Spans where nothing decides: all columns to one cell, else one column each and the rest to the first or last cell. */
export function restSpans(cells: number, columns: number, rest: 'first' | 'last'): number[] {
  const spans = new Array<number>(cells).fill(1);
  if (cells > 0) spans[rest === 'first' ? 0 : cells - 1] = Math.max(1, columns - cells + 1);
  return spans;
}

/**
 * Spans of a short header row over a placed row below, or null where they do not fit. Over an empty cell stands the cell that goes on down; a run of
 * printed cells is covered by one cell, or by several. Runs are cut where the first label comes again (项目 | 预算数 | 项目 | 预算数 is two), else where, in the
 * body, a column of labels is followed by one of numbers.
 */
export function headerSpans(cells: number, below: PlacedRow, labelColumns: readonly boolean[]): number[] | null {
  const runs = runsOf(below);
  if (runs.length === cells) return continues(below) || runs.length > 1 ? runs.map((run) => run.columns) : null;
  const recurring = runs.flatMap(cutAtRecurrence);
  if (recurring.length === cells) return recurring.map((part) => part.columns);
  const labelled = runs.flatMap((run) => cutBehindLabels(run, labelColumns));
  return labelled.length === cells && continues(below) ? labelled.map((part) => part.columns) : null;
}

/** Whether a row has a cell that goes on from the row above: only then do the two belong to one header for certain. */
function continues(row: PlacedRow): boolean {
  return row.texts.some((text) => text.trim() === '');
}

/** Runs of printed cells, and each empty cell by itself. */
function runsOf(row: PlacedRow): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let start = 0;
  row.texts.forEach((text, index) => {
    const columns = row.spans[index] ?? 1;
    const cell = { start, columns, label: text };
    if (text.trim() === '') {
      open = null;
      runs.push({ columns, cells: [] });
    } else if (open === null) {
      open = { columns, cells: [cell] };
      runs.push(open);
    } else {
      open.columns += columns;
      open.cells.push(cell);
    }
    start += columns;
  });
  return runs;
}

/** Cuts a run before each recurrence of its first label. */
function cutAtRecurrence(run: Run): Run[] {
  return cutBefore(run, (cell) => cell.label === run.cells[0]?.label);
}

/** Cuts a run where a column of labels is followed by a column of numbers. */
function cutBehindLabels(run: Run, labelColumns: readonly boolean[]): Run[] {
  return cutBefore(run, (cell) => labelColumns[cell.start - 1] === true && labelColumns[cell.start] === false);
}

/** Cuts a run before each cell that a condition names; the first cell always begins it. */
function cutBefore(run: Run, begins: (cell: RunCell) => boolean): Run[] {
  const parts: Run[] = [];
  for (const cell of run.cells) {
    const last = parts[parts.length - 1];
    if (last === undefined || begins(cell)) parts.push({ columns: cell.columns, cells: [cell] });
    else {
      last.columns += cell.columns;
      last.cells.push(cell);
    }
  }
  return parts.length === 0 ? [run] : parts;
}
