import type { Line } from '../../model/index.js';
import type { RowReading } from '../reading.js';

/** The lines of each row, by grid column. */
export type LinesOfRows = ReadonlyMap<RowReading, ReadonlyMap<number, Line>>;

/** Points each line to the line of the nearest row above it in the hierarchy that prints the same column. */
export function setParentLines(ofRows: LinesOfRows): void {
  for (const [row, own] of ofRows) {
    for (const [column, line] of own) {
      for (let above = row.parent, depth = 0; above !== null && depth < 20; above = above.parent, depth += 1) {
        const found = ofRows.get(above)?.get(column);
        if (!found) continue;
        line.parent_line_id = found.line_id;
        break;
      }
    }
  }
}
