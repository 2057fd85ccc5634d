import type { AgencyLayout, AgencyRow, DrawnAgencyTable } from './agencyTable.js';
import { type Canvas, typedWidth } from './canvas.js';
import type { TruthCell } from './cellRelations.js';

/** Draws a table as a line printer does: a typewriter face, columns of characters, lines of dashes above and below the heads and at the end. */
export function drawTypedTable(
  canvas: Canvas,
  rows: readonly AgencyRow[],
  { size, gap, leaders }: AgencyLayout,
  x: number,
  y: number,
): DrawnAgencyTable {
  const all = rows.flatMap((row) => row.cells);
  const count = Math.max(...all.map((cell) => cell.c + (cell.cs ?? 1)));
  const between = Math.ceil(gap * 1.5);
  const widths = Array.from({ length: count }, (_, c) =>
    Math.max(
      3,
      ...all
        .filter((cell) => cell.c === c && (cell.cs ?? 1) === 1)
        .flatMap((cell) => cell.lines.map((line) => line.length + (cell.indent ?? 0))),
    ),
  );
  for (const { c, cs = 1, lines } of all) {
    const lack = Math.max(...lines.map((line) => line.length)) - widths.slice(c, c + cs).reduce((a, b) => a + b, 0) - (cs - 1) * between;
    if (cs > 1 && lack > 0) widths[c]! += lack;
  }
  const starts = widths.map((_, c) => widths.slice(0, c).reduce((a, b) => a + b + between, 0));
  const total = starts[count - 1]! + widths[count - 1]!;
  const advance = typedWidth(size);
  let at = y + size;
  const cells: TruthCell[] = [];
  const write = (column: number, text: string, line = 0): void => {
    canvas.typed(x + column * advance, at + line * 1.15 * size, text, size);
  };
  const dashes = (): void => {
    write(0, '-'.repeat(total));
    at += 1.15 * size;
  };
  dashes();
  rows.forEach((row, r) => {
    if (row.kind === 'body' && rows[r - 1]?.kind === 'head') dashes();
    const height = Math.max(...row.cells.map((cell) => cell.lines.length));
    for (const { c, cs = 1, lines, indent = 0 } of row.cells) {
      const width = starts[c + cs - 1]! + widths[c + cs - 1]! - starts[c]!;
      const down = row.kind === 'head' ? height - lines.length : 0;
      const shown = lines.map((line) =>
        (leaders !== undefined && c === 0 && row.kind === 'body'
          ? ` ${'.'.repeat(Math.max(0, width - line.length - indent - 1))}`
          : ''
        ).replace(/^/, line),
      );
      shown.forEach((line, k) => {
        const lead = cs > 1 ? Math.floor((width - line.length) / 2) : c === 0 ? indent : width - line.length;
        write(starts[c]! + lead, line, down + k);
      });
      cells.push({ r, c, cs, text: shown.join(' ') });
    }
    at += height * 1.15 * size;
    const next = rows[r + 1];
    if (row.kind === 'head' && next?.kind === 'head') {
      for (const { c, cs = 1 } of row.cells)
        if (cs > 1) write(starts[c]!, '-'.repeat(starts[c + cs - 1]! + widths[c + cs - 1]! - starts[c]!));
      at += 1.15 * size;
    }
  });
  dashes();
  return { cells, bottom: at, right: x + total * advance };
}
