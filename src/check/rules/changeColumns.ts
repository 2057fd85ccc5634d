import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** What must be equal for two columns to state the same thing in different years. */
const measure = (line: Line) => [line.block, line.funding, line.part, line.three_public_item, line.column_role].join('|');

/** 增减 = this year − last year, column by column: an amount of change is the difference of the two years printed beside it. */
export const changeColumns: Rule = {
  id: 'change_columns',
  title: 'A change is the difference of the two years beside it',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      for (const row of groupLines(table, (line) => `${line.block}|${line.r}`)) {
        const years = yearsOf(row);
        const changes = years
          ? row.flatMap((change) => (change.comparison === 'change' ? [{ change, sides: sidesOf(statedOf(change, row), years) }] : []))
          : [];
        // Blanks are zeros where the header repeats its items for both years and their change.
        const isRepeated = changes.some(({ change, sides }) => change.column_path.length > 1 && isComplete(sides));
        for (const { change, sides } of changes) {
          if (!sides || !(isComplete(sides) || (isRepeated && change.column_path.length > 1))) continue;
          const [now, before] = sides;
          yield lineIdentity(
            index,
            this.id,
            change,
            [...now.map((line) => index.cell(line)), ...before.map((line) => index.cell(line, true))],
            `${labelOf(change)} = ${now.map(labelOf).join('') || 'blank'} − ${before.map(labelOf).join('') || 'blank'}`,
          );
        }
      }
    }
  },
};

/** What a row states for a year of the item that a column is the change of. */
const statedOf = (change: Line, row: readonly Line[]) =>
  row.filter((line) => line.comparison === 'none' && measure(line) === measure(change) && sameItem(line, change));

/** Whether both years are stated. */
const isComplete = (sides: readonly [Line[], Line[]] | null) => sides?.every((side) => side.length === 1) === true;

/** Columns of the same item end in the same words, where the header has more than the year; a change column alone ends in 增减. */
function sameItem(line: Line, change: Line): boolean {
  return change.column_path.length < 2 || line.column_path.slice(1).join() === change.column_path.slice(1).join();
}

/** The later and the earlier of the two years that a row states; null where there are not exactly two. */
function yearsOf(row: readonly Line[]): [number, number] | null {
  const years = [...new Set(row.filter((line) => line.comparison === 'none').map((line) => line.year))].sort((a, b) => (b ?? 0) - (a ?? 0));
  const [now, before] = years;
  return years.length === 2 && typeof now === 'number' && typeof before === 'number' ? [now, before] : null;
}

/** What the later and the earlier year state of an item, a blank being zero; null where a year states it twice. */
function sidesOf(stated: readonly Line[], [now, before]: readonly [number, number]): [Line[], Line[]] | null {
  const [later, earlier] = [now, before].map((year) => stated.filter((line) => line.year === year));
  return later && earlier && later.length < 2 && earlier.length < 2 ? [later, earlier] : null;
}
