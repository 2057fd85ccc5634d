import { type Canvas, widthOf } from './canvas.js';
import type { TruthCell } from './cellRelations.js';

/** A cell of a table as statistical offices print them. */
export interface AgencyCell {
  readonly c: number;
  readonly cs?: number;
  readonly rs?: number;
  readonly lines: readonly string[];
  /** Printed apart at the left edge of the column. */
  readonly sign?: string;
  /** A raised mark of a note after the text. */
  readonly mark?: string;
  /** In font sizes. */
  readonly indent?: number;
  readonly bold?: boolean;
  readonly place?: 'left' | 'centre' | 'right';
  /** Written from below upwards. */
  readonly upward?: boolean;
}

/** A row; `ruled` draws a line below it: over the whole width, or below each of its own texts. */
export interface AgencyRow {
  readonly kind: 'head' | 'body' | 'spacer';
  readonly cells: readonly AgencyCell[];
  readonly ruled?: 'across' | 'numbers' | 'double';
}

/** How a table is set. */
export interface AgencyLayout {
  readonly size: number;
  /** Between columns, in font sizes. */
  readonly gap: number;
  /** Baseline to baseline within a cell, in font sizes, and what is added between rows. */
  readonly leading: number;
  readonly pad: number;
  /** Where each column's texts stand. */
  readonly places: readonly ('left' | 'centre' | 'right')[];
  readonly rules: 'none' | 'head' | 'open' | 'columns' | 'rows' | 'grid' | 'frame';
  /** Short rules under heads over several columns. */
  readonly spannerRules: boolean;
  /** Dots from the stub to its column's edge: one after the other or spaced out. */
  readonly leaders?: '.' | ' .';
  readonly shading?: 'zebra' | 'head' | 'none';
  /** On which of a row's lines cells with fewer lines stand. */
  readonly upright: 'top' | 'middle' | 'bottom';
  /** The width that the table is stretched to, in points; as wide as its texts where absent. */
  readonly width?: number;
  /** Heads stand over the left or right edge of their columns, or in the middle. */
  readonly heads: 'centre' | 'column';
}

/** A table that was drawn: its cells as a truth states them, and where it ends. */
export interface DrawnAgencyTable {
  readonly cells: readonly TruthCell[];
  readonly bottom: number;
  readonly right: number;
}

interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** The width of a cell's widest line with what stands beside it, in points. */
function extentOf(cell: AgencyCell, size: number): number {
  if (cell.upward) return size;
  const lines = Math.max(0, ...cell.lines.map((line) => widthOf(line, size)));
  const sign = cell.sign === undefined ? 0 : widthOf(cell.sign, size) + 0.3 * size;
  const mark = cell.mark === undefined ? 0 : widthOf(cell.mark, 0.65 * size);
  return lines + sign + mark + (cell.indent ?? 0) * size;
}

/** Draws a table with its upper left corner at (x, y). */
export function drawAgencyTable(canvas: Canvas, rows: readonly AgencyRow[], layout: AgencyLayout, x: number, y: number): DrawnAgencyTable {
  const columns = placeColumns(rows, layout, x);
  const ys = placeRows(rows, layout, y);
  const [left, right] = [columns[0]!.x0 - 0.3 * layout.size, columns[columns.length - 1]!.x1 + 0.3 * layout.size];
  const borders = [left, ...columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2), right];
  shade(canvas, rows, layout, ys, left, right);
  const cells: TruthCell[] = [];
  let r = -1;
  rows.forEach((row, i) => {
    if (row.kind === 'spacer') return;
    r++;
    const longest = Math.max(...row.cells.filter((cell) => (cell.rs ?? 1) === 1).map((cell) => cell.lines.length));
    for (const cell of row.cells) {
      if (cell.lines.length === 0) continue;
      const text = drawCell(canvas, row, cell, layout, columns, ys, i, longest);
      cells.push({ r, c: cell.c, rs: cell.rs ?? 1, cs: cell.cs ?? 1, text });
    }
  });
  drawRules(canvas, rows, layout, columns, borders, ys);
  return { cells, bottom: ys[ys.length - 1]!, right };
}

/** Columns as wide as their texts, stretched to the table's width. */
function placeColumns(rows: readonly AgencyRow[], { size, gap, width, leaders }: AgencyLayout, x: number): Column[] {
  const all = rows.flatMap((row) => row.cells);
  const count = Math.max(...all.map((cell) => cell.c + (cell.cs ?? 1)));
  const widths = Array.from({ length: count }, (_, c) =>
    Math.max(1.5 * size, ...all.filter((cell) => cell.c === c && (cell.cs ?? 1) === 1).map((cell) => extentOf(cell, size))),
  );
  if (leaders !== undefined) widths[0]! += 3 * size;
  for (const cell of all) {
    const cs = cell.cs ?? 1;
    if (cs === 1) continue;
    const lack = extentOf(cell, size) - widths.slice(cell.c, cell.c + cs).reduce((a, b) => a + b, 0) - (cs - 1) * gap * size;
    if (lack > 0) for (let c = cell.c; c < cell.c + cs; c++) widths[c]! += lack / cs;
  }
  const used = widths.reduce((a, b) => a + b, 0) + gap * size * (count - 1);
  const spare = width === undefined ? 0 : Math.max(0, width - used) / count;
  let at = x;
  return widths.map((own) => {
    const column = { x0: at, x1: at + own + (leaders === undefined ? 0.6 : 0.2) * spare };
    at += own + spare + gap * size;
    return column;
  });
}

/** The y between the rows. */
function placeRows(rows: readonly AgencyRow[], { size, leading, pad }: AgencyLayout, y: number): number[] {
  const ys = [y];
  for (const row of rows) {
    const heights = row.cells.map((cell) =>
      cell.upward ? Math.max(...cell.lines.map((line) => widthOf(line, size))) / (leading * size) : 0,
    );
    const lines = Math.max(1, ...row.cells.filter((cell) => (cell.rs ?? 1) === 1).map((cell) => cell.lines.length), ...heights);
    ys.push(ys[ys.length - 1]! + (row.kind === 'spacer' ? 0.6 * leading * size : lines * leading * size + 2 * pad * size));
  }
  return ys;
}

/** Draws a cell; gives its text as it is printed. */
function drawCell(
  canvas: Canvas,
  row: AgencyRow,
  cell: AgencyCell,
  layout: AgencyLayout,
  columns: readonly Column[],
  ys: readonly number[],
  i: number,
  longest: number,
): string {
  const { size, leading, pad, places, leaders } = layout;
  const [cs, rs] = [cell.cs ?? 1, cell.rs ?? 1];
  const { x0 } = columns[cell.c]!;
  const { x1 } = columns[cell.c + cs - 1]!;
  const isHead = row.kind === 'head';
  if (cell.upward) {
    cell.lines.forEach((line, k) => {
      canvas.upward((x0 + x1) / 2 + (0.35 + k - (cell.lines.length - 1) / 2) * size, ys[i + 1]! - pad * size - 1, line, size);
    });
    return cell.lines.join(' ');
  }
  const place = cell.place ?? (cs > 1 || (isHead && layout.heads === 'centre' && cell.c > 0) ? 'centre' : places[cell.c]!);
  const free = rs > 1 ? (ys[i + rs]! - ys[i]! - 2 * pad * size) / (leading * size) - cell.lines.length : longest - cell.lines.length;
  const upright = isHead ? 'bottom' : rs > 1 ? 'middle' : layout.upright;
  const down = upright === 'top' ? 0 : upright === 'bottom' ? free : free / 2;
  const base = (k: number): number => ys[i]! + pad * size + (down + k) * leading * size + 0.9 * size;
  let text = '';
  cell.lines.forEach((line, k) => {
    const width = widthOf(line, size);
    const hang = /^[\d.,]+[)%]$/.test(line) && place === 'right' ? widthOf(')', size) : 0;
    const hanging = k > 0 && cell.c === 0 && !isHead && place === 'left' ? 1 : 0;
    const start =
      place === 'left' ? x0 + ((cell.indent ?? 0) + hanging) * size : place === 'right' ? x1 - width + hang : (x0 + x1 - width) / 2;
    canvas.text(start, base(k), line, size, cell.bold);
    text += `${line} `;
    const isLast = k === cell.lines.length - 1;
    if (isLast && cell.mark !== undefined) {
      canvas.text(start + width, base(k) - 0.35 * size, cell.mark, 0.65 * size);
      text += cell.mark;
    }
    if (isLast && leaders !== undefined && cell.c === 0 && row.kind === 'body' && row.cells.length > 1) {
      const from = start + width + (cell.mark === undefined ? 0.3 : 0.8) * size;
      const dots = leaders.repeat(Math.max(0, Math.floor((x1 - from) / widthOf(leaders, size))));
      canvas.text(from, base(k), dots, size);
      text += dots;
    }
  });
  if (cell.sign === undefined) return text;
  canvas.text(x0, base(0), cell.sign, size);
  return `${cell.sign} ${text}`;
}

/** Backgrounds of every other row of the body, or of the head. */
function shade(
  canvas: Canvas,
  rows: readonly AgencyRow[],
  { shading }: AgencyLayout,
  ys: readonly number[],
  left: number,
  right: number,
): void {
  rows.forEach((row, i) => {
    if (shading === 'zebra' && row.kind === 'body' && i % 2 === 0) canvas.fill(left, ys[i]!, right, ys[i + 1]!, 0.9);
    if (shading === 'head' && row.kind === 'head') canvas.fill(left, ys[i]!, right, ys[i + 1]!, 0.85);
  });
}

/** The lines that the layout and the rows draw. */
function drawRules(
  canvas: Canvas,
  rows: readonly AgencyRow[],
  { rules, spannerRules, size }: AgencyLayout,
  columns: readonly Column[],
  borders: readonly number[],
  ys: readonly number[],
): void {
  const [left, right] = [borders[0]!, borders[borders.length - 1]!];
  const firstBody = rows.findIndex((row) => row.kind !== 'head');
  const bottom = ys[ys.length - 1]!;
  const covered = (c: number, i: number): boolean =>
    rows.some((row, k) => row.cells.some((cell) => cell.c <= c && c < cell.c + (cell.cs ?? 1) && k < i && k + (cell.rs ?? 1) > i));
  const across = (i: number): void => {
    for (let c = 0; c < columns.length; c++) if (!covered(c, i)) canvas.line(borders[c]!, ys[i]!, borders[c + 1]!, ys[i]!);
  };
  if (rules !== 'none' && firstBody > 0) across(firstBody);
  if (rules === 'open' || rules === 'frame' || rules === 'columns') for (const y of [ys[0]!, bottom]) canvas.line(left, y, right, y);
  if (rules === 'frame') for (const x of [left, right]) canvas.line(x, ys[0]!, x, bottom);
  if (rules === 'rows' || rules === 'grid')
    for (let i = 0; i < ys.length; i++) if (i === 0 || i >= firstBody || rules === 'grid') across(i);
  rows.forEach((row, i) => {
    if (rules === 'grid' ? row.kind !== 'spacer' : rules === 'columns')
      for (let c = rules === 'grid' ? 0 : 1; c < columns.length + (rules === 'grid' ? 1 : 0); c++)
        if (
          !rows.some(
            (other, k) => k <= i && other.cells.some((cell) => cell.c < c && c < cell.c + (cell.cs ?? 1) && k + (cell.rs ?? 1) > i),
          )
        )
          canvas.line(borders[c]!, ys[i]!, borders[c]!, ys[i + 1]!);
    if (spannerRules && row.kind === 'head' && i + 1 < firstBody && rules !== 'grid' && rules !== 'columns')
      for (const { c, cs = 1 } of row.cells) if (cs > 1) canvas.line(columns[c]!.x0, ys[i + 1]!, columns[c + cs - 1]!.x1, ys[i + 1]!);
    if (rules === 'columns' && row.kind === 'head' && i + 1 < firstBody)
      for (const { c, cs = 1 } of row.cells) if (cs > 1) canvas.line(borders[c]!, ys[i + 1]!, borders[c + cs]!, ys[i + 1]!);
    if (row.ruled === 'across') canvas.line(left, ys[i + 1]!, right, ys[i + 1]!);
    if (row.ruled === 'numbers' || row.ruled === 'double')
      for (const { x0, x1 } of columns.slice(1)) {
        canvas.line(x0, ys[i + 1]!, x1, ys[i + 1]!);
        if (row.ruled === 'double') canvas.line(x0, ys[i + 1]! + 0.2 * size, x1, ys[i + 1]! + 0.2 * size);
      }
  });
}
