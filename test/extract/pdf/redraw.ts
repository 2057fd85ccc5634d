import type { RawCell, TableBlock } from '../../../src/model/index.js';
import { fill, line, text } from '../../builders/pdf.js';

/** How a table is drawn again. Every way prints the same. */
export interface Drawing {
  /** Size of everything, and where it stands, in points. */
  readonly scale?: number;
  readonly shift?: readonly [number, number];
  /** Borders are thin filled rectangles. */
  readonly filledRules?: boolean;
  /** The texts of a line as they are drawn one after the other; without it the line is one text. */
  readonly cut?: (line: string) => readonly string[];
  /** The lines of a cell's text; without it those of the text. */
  readonly wrap?: (text: string) => readonly string[];
  /** How far a line's baseline is off, in points. */
  readonly jitter?: (index: number) => number;
}

const PAGE_HEIGHT = 1200;
const MOST_SIZE = 10;
/** Width of a character in font sizes as the builder's fonts have it: Helvetica digits and Chinese. */
const LATIN = 0.556;
const HELVETICA: Readonly<Record<string, number>> = { '.': 0.278, ',': 0.278, '-': 0.333, ' ': 0.278, '/': 0.278, '(': 0.333, ')': 0.333 };

/** The width of a text in font sizes. */
function widthOf(written: string): number {
  if (/[^\x20-\x7e]/.test(written)) return written.length;
  let width = 0;
  for (const character of written) width += HELVETICA[character] ?? LATIN;
  return width;
}

/** The content of a page of PAGE_SIZE that draws a table's cells where they were, with their borders and texts. */
export function redraw(table: TableBlock, drawing: Drawing = {}): string {
  return table.grid.cells.map((cell, index) => (cell.box === undefined ? '' : drawCell(cell, cell.box, index, drawing))).join('');
}

export const PAGE_SIZE = { width: 1600, height: PAGE_HEIGHT } as const;

function drawCell(cell: RawCell, box: readonly number[], index: number, drawing: Drawing): string {
  const scale = drawing.scale ?? 1;
  const [dx, dy] = drawing.shift ?? [0, 0];
  const [x0, x1] = [box[0]! * scale + dx, box[2]! * scale + dx];
  const [y0, y1] = [PAGE_HEIGHT - box[1]! * scale - dy, PAGE_HEIGHT - box[3]! * scale - dy];
  const sides: [number, number, number, number][] = [
    [x0, y0, x1, y0],
    [x0, y1, x1, y1],
    [x0, y0, x0, y1],
    [x1, y0, x1, y1],
  ];
  const rules = sides.map(([ax, ay, bx, by]) =>
    drawing.filledRules ? fill(Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax) + 0.5, Math.abs(by - ay) + 0.5) : line(ax, ay, bx, by),
  );
  if (cell.text === '') return rules.join('');
  const lines = drawing.wrap?.(cell.text) ?? cell.text.split('\n');
  const longest = Math.max(...lines.map(widthOf));
  const size = Math.min(MOST_SIZE * scale, (0.94 * (x1 - x0)) / longest, (0.9 * (y0 - y1)) / (1.15 * lines.length));
  const top = (y0 + y1) / 2 + (lines.length * 1.15 * size) / 2;
  const left = (x0 + x1) / 2 - (longest * size) / 2;
  const written = lines.map((whole, i) => {
    const baseline = top - (i + 0.85) * 1.15 * size + (drawing.jitter?.(index + i) ?? 0);
    let x = left;
    return (drawing.cut?.(whole) ?? [whole])
      .map((part) => {
        const drawn = text(x, baseline, part, size);
        x += widthOf(part) * size;
        return drawn;
      })
      .join('');
  });
  return rules.join('') + written.join('');
}
