import type { Run } from '../page/runs.js';

/** A row of a table: the stretch between rules it lies in, its edges, and the runs of its cell in the first column. */
export interface LabelledRow {
  readonly band: number;
  readonly y0: number;
  readonly y1: number;
  readonly label: readonly Run[];
  /** The first column after the label's that has text. */
  readonly next: number;
}

/** A label over rows: its first row, how many, and the one it is printed in. */
export interface LabelSpan {
  readonly from: number;
  readonly count: number;
  readonly printed: number;
}

/** How far (in font sizes) a label may stand from the middle of its rows. */
const OFF_MIDDLE = 0.5;
const FEWEST_GROUPS = 2;

/** Labels that stand at half height of the rows between two rules, all of which have text in the column beside: each is over these rows; none where only one stands so. */
export function labelsOverRows(rows: readonly LabelledRow[]): LabelSpan[] {
  const spans: LabelSpan[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to]!.band === rows[from]!.band) to++;
    const printed = printedIn(rows.slice(from, to));
    if (printed !== undefined) spans.push({ from, count: to - from, printed: from + printed });
    from = to;
  }
  return spans.length < FEWEST_GROUPS ? [] : spans;
}

/** The only row of a group with a label, where that stands in the middle of the group and below its first row. */
function printedIn(group: readonly LabelledRow[]): number | undefined {
  const labelled = group.flatMap(({ label }, i) => (label.length > 0 ? [i] : []));
  const [only] = labelled;
  if (group.length < 3 || labelled.length !== 1 || only === undefined || only === 0 || group.some(({ next }) => next !== 1))
    return undefined;
  const { label } = group[only]!;
  const middle = (Math.min(...label.map(({ box }) => box[1])) + Math.max(...label.map(({ box }) => box[3]))) / 2;
  const off = Math.abs(middle - (group[0]!.y0 + group[group.length - 1]!.y1) / 2);
  return off < OFF_MIDDLE * label[0]!.size ? only : undefined;
}
