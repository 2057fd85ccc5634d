import type { RowReading } from '../reading.js';

/** A sum of the group whose name stands in the label column before it (一般公共预算资金 | 小计). */
const GROUP_SUM = /^小计(\(.*\))?$/;

/** The group that a row names or is printed in, from top to the label above its own; null where it stands in none. */
function groupOf(row: RowReading): string | null {
  return row.labels.length < 2 ? null : row.labels.slice(0, -1).join('\u001f');
}

/**
 * A 小计 beside the name of a group is the sum of the rows that the group's name is printed for, above or below it: they are its parts, and not parts of the
 * total that stands over the groups.
 */
export function setGroupSums(rows: readonly RowReading[]): void {
  rows.forEach((sum, at) => {
    const group = groupOf(sum);
    if (group === null || !GROUP_SUM.test(sum.parts.name)) return;
    const isOther = (row: RowReading) => groupOf(row) !== group || row === sum || GROUP_SUM.test(row.parts.name);
    const below = rows.findIndex((row, i) => i > at && isOther(row));
    const above = rows.findLastIndex((row, i) => i < at && isOther(row));
    const members = [...rows.slice(above + 1, at), ...rows.slice(at + 1, below < 0 ? rows.length : below)];
    for (const row of members) if (row.parent === null || !members.includes(row.parent)) row.parent = sum;
  });
}
