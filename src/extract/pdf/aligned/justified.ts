import { textOf } from '../page/lines.js';
import { makeRun, type Run } from '../page/runs.js';
import { NUMBER, type Segment, type TextRow, textRows } from './alignment.js';

/** Blanks of justified text in a narrow column are at most this wide (in font sizes). */
const WIDEST_BLANK = 1.8;
/** Texts of so many other rows that start at one place (within this part of the font size) make a column there. */
const COLUMN_ROWS = 2;
const SAME_START = 0.3;
const LETTER_END = /[\p{L},;-]$/u;
const WORD_START = /^\p{Ll}/u;

/** The text rows of runs, with words of one justified text joined though their blanks are as wide as gaps between columns. */
export function tableRows(runs: readonly Run[]): TextRow[] {
  const rows = textRows(runs);
  const starts = rows.flatMap((row, i) => row.segments.slice(1).map((segment) => ({ x: segment.x0, row: i })));
  const numbers = rows.flatMap((row, i) =>
    row.segments.slice(1).flatMap(({ x0, x1, run }) => (NUMBER.test(textOf(run.glyphs)) ? [{ x0, x1, row: i }] : [])),
  );
  return rows.map((row, i) => {
    if (row.segments.length < 2) return row;
    const joined: Segment[] = [];
    for (const segment of row.segments) {
      const last = joined[joined.length - 1];
      if (last === undefined || !isOneText(last, segment, row.size)) joined.push(segment);
      else {
        const same = starts.filter((start) => start.row !== i && Math.abs(start.x - segment.x0) < SAME_START * row.size);
        const below = numbers.filter(
          (number) => number.row !== i && number.x0 > last.x1 && number.x0 < segment.x1 && number.x1 > segment.x0,
        );
        if (Math.max(countRows(same), countRows(below)) >= COLUMN_ROWS) joined.push(segment);
        else joined[joined.length - 1] = { run: makeRun([...last.run.glyphs, ...segment.run.glyphs]), x0: last.x0, x1: segment.x1 };
      }
    }
    return joined.length === row.segments.length ? row : { ...row, segments: joined };
  });
}

function countRows(places: readonly { readonly row: number }[]): number {
  return new Set(places.map((place) => place.row)).size;
}

/** True where a text that begins with a small letter follows a word at no more than a wide blank. */
function isOneText(left: Segment, right: Segment, size: number): boolean {
  if (right.x0 - left.x1 > WIDEST_BLANK * size) return false;
  return LETTER_END.test(textOf(left.run.glyphs.slice(-1))) && WORD_START.test(textOf(right.run.glyphs.slice(0, 1)));
}
