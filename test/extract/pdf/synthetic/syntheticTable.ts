import { type Canvas, type Stroke, widthOf } from './canvas.js';
import type { TruthCell } from './cellRelations.js';
import type { Random } from './random.js';
import type { Numbers, Rules, Style } from './styles.js';
import { head, label } from './words.js';

/** A table that was drawn: its cells as a truth states them and where it ends. */
export interface DrawnTable {
  readonly cells: readonly TruthCell[];
  readonly bottom: number;
  readonly right: number;
}

/** What is written in one cell: lines, and texts apart (a currency sign) on the first line. */
interface Content {
  readonly lines: readonly string[];
  readonly sign?: string;
}

interface Column {
  readonly x0: number;
  readonly x1: number;
  readonly numbers: Numbers | 'stub';
}

interface Row {
  readonly kind: 'spanner' | 'head' | 'unit' | 'number' | 'group' | 'section' | 'data' | 'total' | 'blank' | 'strip';
  readonly cells: readonly (Content & { readonly c: number; readonly cs: number; readonly indent?: number })[];
}

const EMPTY: Content = { lines: [''] };

/** Draws a table at (x, y), at most `width` wide, as the style and the seed say; gives its true cells. */
export function drawTable(canvas: Canvas, random: Random, style: Style, x: number, y: number, width: number): DrawnTable {
  const size = random.pick([7.5, 8, 9, 10]);
  const chinese = style.language === 'chinese';
  const rules = random.pick<Rules>(style.rules);
  const stroke = random.pick<Stroke>(style.stroke);
  const gap = random.pick(style.gap) * size;
  const common = random.pick<Numbers>(style.numbers);
  const most = Math.max(2, Math.min(style.mostColumns ?? 7, Math.floor((width - 110) / (5.2 * size + gap))));
  let kinds: Numbers[] = Array.from({ length: random.int(Math.min(2, most), most) }, () =>
    style.numbers.length > 2 ? random.pick<Numbers>(style.numbers) : common,
  );
  if (style.secondLabel === true) kinds[0] = 'text';
  let rows = rowsOf(random, style, kinds, chinese);
  let columns = placeColumns(random, rows, kinds, size, gap, x, width, style);
  while (columns[columns.length - 1]!.x1 > x + width && kinds.length > 1) {
    kinds = style.secondLabel === true ? kinds.slice(0, -1) : kinds.slice(1);
    rows = rowsOf(random, style, kinds, chinese);
    columns = placeColumns(random, rows, kinds, size, gap, x, width, style);
  }
  const leading = size * random.pick([1.15, 1.25, 1.4]);
  const pad =
    rules === 'grid' || rules === 'rows' || rules === 'fillGaps' || rules === 'whiteLines'
      ? size * random.pick([0.35, 0.6])
      : size * random.pick([0.05, 0.2]);
  const cells: TruthCell[] = [];
  const ys = [y];
  const filled = rules === 'fillGaps' || rules === 'whiteLines';
  const [left, right] = [columns[0]!.x0 - gap / 2, columns[columns.length - 1]!.x1 + gap / 2];
  const borders = [left, ...columns.slice(1).map((column) => column.x0 - gap / 2), right];
  const heights = rows.map((row) =>
    row.kind === 'strip' ? 0.7 * leading : Math.max(...row.cells.map((cell) => cell.lines.length)) * leading + 2 * pad,
  );
  for (const height of heights) ys.push(ys[ys.length - 1]! + height);
  if (filled || rules === 'zebra') paint(canvas, random, rows, ys, borders, rules);
  if (style.shadedHead === true)
    for (const [r, row] of rows.entries()) if (row.kind === 'head') canvas.fill(left, ys[r]!, right, ys[r + 1]!, 0.8);
  const firstData = rows.findIndex((row) => row.kind !== 'spanner' && row.kind !== 'head' && row.kind !== 'unit');
  let printed = -1;
  rows.forEach((row, r) => {
    if (row.kind === 'strip') return;
    printed++;
    const lines = Math.max(...row.cells.map((cell) => cell.lines.length));
    for (const cell of row.cells) {
      const { c, cs } = cell;
      const [x0, x1] = [columns[c]!.x0, columns[c + cs - 1]!.x1];
      const own = cell.lines.length;
      const start = row.kind === 'head' ? lines - own : 0;
      const align =
        cs > 1 && (row.kind === 'spanner' || row.kind === 'section')
          ? 'centre'
          : row.kind === 'data' || row.kind === 'total'
            ? columns[c]!.numbers
            : headAlign(columns[c]!.numbers, rules);
      const numericLine = row.kind === 'data' || row.kind === 'total' ? (c > 0 && style.stub === 'wrapped' ? lines - 1 : 0) : start;
      cell.lines.forEach((line, i) => {
        const base = ys[r]! + pad + (numericLine + i) * leading + 0.86 * size;
        canvas.text(startOf(line, align, x0, x1, size) + (cell.indent ?? 0) * size, base, line, size);
      });
      if (cell.sign !== undefined) canvas.text(x0, ys[r]! + pad + numericLine * leading + 0.86 * size, cell.sign, size);
      const text = `${cell.sign ?? ''} ${cell.lines.join(' ')}`;
      cells.push({ r: printed, c, cs, text });
    }
    if (style.stub === 'leaders' && (row.kind === 'data' || row.kind === 'total'))
      drawLeaders(canvas, row, columns[0]!, size, ys[r]! + pad + 0.86 * size, cells);
  });
  drawRules(canvas, rows, rules, stroke, borders, ys, firstData);
  return { cells, bottom: ys[ys.length - 1]!, right };
}

/** The rows of a table: heads, groups and data. */
function rowsOf(random: Random, style: Style, kinds: readonly Numbers[], chinese: boolean): Row[] {
  const rows: Row[] = [];
  const n = kinds.length;
  const lines = random.pick(style.headerLines);
  if (style.outerSpanner === true && n >= 2) rows.push({ kind: 'spanner', cells: [{ c: 1, cs: n, lines: [label(random, 2, chinese)] }] });
  if (style.spanner && n >= 2) {
    const spans: (Content & { c: number; cs: number })[] = [];
    for (let c = 1; c <= n; ) {
      const cs = Math.min(random.int(2, 3), n - c + 1);
      if (cs > 1) spans.push({ c, cs, lines: [label(random, 2, chinese)] });
      c += cs;
    }
    rows.push({ kind: 'spanner', cells: spans });
  }
  const firstYear = style.years === true ? random.int(1990, 2008) : 0;
  const fiscal = style.years === true && random.chance(0.3) ? 'FY ' : '';
  const stubHead =
    (style.stubHead ?? random.chance(0.7)) ? [chinese ? '项目' : random.pick(['Item', 'Region', 'Sector', 'Year and type'])] : [''];
  rows.push({
    kind: 'head',
    cells: [
      { c: 0, cs: 1, lines: stubHead },
      ...kinds.map((_, i) => ({
        c: i + 1,
        cs: 1,
        lines:
          style.years === true
            ? [`${fiscal}${firstYear + i}`]
            : head(random, Math.max(1, lines - random.int(0, 1) * (i > 0 ? 1 : 0)), chinese),
      })),
    ],
  });
  if (style.columnNumbers)
    rows.push({
      kind: 'number',
      cells: [{ c: 0, cs: 1, lines: [''] }, ...kinds.map((_, i) => ({ c: i + 1, cs: 1, lines: [`(${i + 1})`] }))],
    });
  const [fewest, mostRows] = style.rowCount ?? [4, 14];
  const count = random.int(fewest, mostRows);
  let sinceGroup = 0;
  const digits = kinds.map(() => random.int(1, 6));
  for (let i = 0; i < count; i++) {
    if (style.strips !== undefined && i > 0 && i % style.strips === 0) {
      rows.push({ kind: 'strip', cells: [{ c: 0, cs: 1, lines: [''] }] });
      if (style.sections === true) rows.push({ kind: 'section', cells: [{ c: 1, cs: n, lines: [label(random, 2, chinese)] }] });
    } else if (style.sections === true && i === 0)
      rows.push({ kind: 'section', cells: [{ c: 1, cs: n, lines: [label(random, 2, chinese)] }] });
    if (style.groups && (i === 0 || (sinceGroup >= 3 && random.chance(0.4)))) {
      rows.push({ kind: 'group', cells: [{ c: 0, cs: 1, lines: [`${label(random, 2, chinese)}${random.chance(0.5) ? ':' : ''}`] }] });
      sinceGroup = 0;
    }
    sinceGroup++;
    const wrapped = style.stub === 'wrapped' && random.chance(0.5);
    const stub = wrapped
      ? [label(random, 3, chinese), random.pick(['and other services', 'of private households', 'for the current year'])]
      : [label(random, random.int(1, 3), chinese)];
    const indent = style.stub === 'indented' || style.groups ? random.int(0, 2) : 0;
    const kind = style.totals && i === count - 1 ? 'total' : 'data';
    rows.push({
      kind,
      cells: [
        { c: 0, cs: 1, lines: kind === 'total' ? [chinese ? '合计' : 'Total'] : stub, indent: kind === 'total' ? 0 : indent },
        ...kinds.map((number, k) => ({
          c: k + 1,
          cs: 1,
          ...(random.chance(style.empty) ? EMPTY : numberOf(random, number, digits[k]!, i === 0 || kind === 'total', chinese)),
        })),
      ],
    });
  }
  if (style.blankTail)
    for (let i = 0; i < random.int(3, 12); i++) rows.push({ kind: 'blank', cells: kinds.map((_, k) => ({ c: k, cs: 1, lines: [''] })) });
  return rows;
}

/** One number as its column writes it. */
function numberOf(random: Random, kind: Numbers, digits: number, first: boolean, chinese: boolean): Content {
  const whole = random.int(10 ** (digits - 1), 10 ** digits - 1);
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  if (random.chance(0.04) && kind !== 'text') return { lines: [random.pick(['-', '..', 'n.a.'])] };
  switch (kind) {
    case 'text':
      return { lines: [label(random, random.int(1, 2), chinese)] };
    case 'decimal':
      return { lines: [`${grouped}.${random.int(0, 9)}`] };
    case 'percent':
      return { lines: [`${random.int(0, 99)}.${random.int(0, 9)}${first ? '%' : ''}`] };
    case 'currency':
      return first ? { lines: [grouped], sign: '$' } : { lines: [grouped] };
    case 'negative':
      return { lines: [random.chance(0.3) ? `(${grouped})` : grouped] };
    default:
      return { lines: [chinese ? `${grouped}.${random.int(10, 99)}` : grouped] };
  }
}

/** The columns' places: as wide as their texts, with gaps; sometimes stretched to the whole width. */
function placeColumns(
  random: Random,
  rows: readonly Row[],
  kinds: readonly Numbers[],
  size: number,
  gap: number,
  x: number,
  width: number,
  style: Style,
): Column[] {
  const wide = Array.from({ length: kinds.length + 1 }, (_, c) =>
    Math.max(
      2 * size,
      ...rows.flatMap((row) =>
        row.cells
          .filter((cell) => cell.c === c && cell.cs === 1 && (row.kind !== 'group' || c > 0))
          .flatMap((cell) =>
            cell.lines.map((line) => widthOf(line, size) + ((cell.indent ?? 0) + (cell.sign === undefined ? 0 : 1)) * size),
          ),
      ),
    ),
  );
  for (const row of rows)
    for (const { c, cs, lines } of row.cells) {
      if (cs === 1) continue;
      const have = wide.slice(c, c + cs).reduce((a, b) => a + b, 0) + (cs - 1) * gap;
      const lack = widthOf(lines[0]!, size) - have;
      if (lack > 0) for (let k = c; k < c + cs; k++) wide[k]! += lack / cs;
    }
  if (style.stub === 'leaders') wide[0]! += 4 * size;
  const used = wide.reduce((a, b) => a + b, 0) + gap * wide.length;
  const spare = Math.max(0, width - used);
  const stretch = random.chance(0.5) ? (spare * random.pick([0.3, 0.9])) / wide.length : 0;
  const columns: Column[] = [];
  let at = x + gap / 2;
  wide.forEach((w, c) => {
    columns.push({ x0: at + (c === 0 ? 0 : stretch), x1: at + w + stretch, numbers: c === 0 ? 'stub' : kinds[c - 1]! });
    at += w + stretch + gap;
  });
  return columns;
}

function headAlign(numbers: Numbers | 'stub', rules: Rules): Numbers | 'stub' {
  return numbers === 'stub' || numbers === 'left' || numbers === 'text' ? numbers : rules === 'grid' ? 'centre' : 'right';
}

/** Where a text starts between the edges of its column. */
function startOf(line: string, align: Numbers | 'stub', x0: number, x1: number, size: number): number {
  const width = widthOf(line, size);
  if (align === 'stub' || align === 'left' || align === 'text') return x0;
  if (align === 'centre') return (x0 + x1 - width) / 2;
  // A closing bracket or percent sign hangs over the right edge of the digits.
  const hang = /[)%]$/.test(line) ? 0.3 * size : 0;
  return x1 - width + hang;
}

/** Dots from the end of a stub to the end of its column; they belong to its text. */
function drawLeaders(canvas: Canvas, row: Row, column: Column, size: number, base: number, cells: TruthCell[]): void {
  const stub = row.cells[0]!;
  const from = column.x0 + (stub.indent ?? 0) * size + widthOf(stub.lines[0]!, size) + 0.3 * size;
  const dots = Math.floor((column.x1 + 0.6 * size - from) / widthOf('.', size));
  if (dots < 3) return;
  canvas.text(from, base, '.'.repeat(dots), size);
  const i = cells.findLastIndex((cell) => cell.c === 0);
  cells[i] = { ...cells[i]!, text: cells[i]!.text + '.'.repeat(dots) };
}

/** Backgrounds: bands, or cells with white gaps or white lines between. */
function paint(
  canvas: Canvas,
  random: Random,
  rows: readonly Row[],
  ys: readonly number[],
  borders: readonly number[],
  rules: Rules,
): void {
  const [light, dark] = [0.92, random.pick([0.8, 0.85])];
  const [left, right] = [borders[0]!, borders[borders.length - 1]!];
  const gap = random.pick([0.8, 1.5]);
  rows.forEach((row, r) => {
    const grey = row.kind === 'head' || row.kind === 'spanner' ? dark : rules === 'zebra' && r % 2 === 0 ? 1 : light;
    if (rules !== 'fillGaps') {
      if (grey < 1) canvas.fill(left, ys[r]!, right, ys[r + 1]!, grey);
      return;
    }
    for (let c = 0; c + 1 < borders.length; c++)
      canvas.fill(borders[c]! + gap / 2, ys[r]! + gap / 2, borders[c + 1]! - gap / 2, ys[r + 1]! - gap / 2, grey);
  });
  if (rules !== 'whiteLines') return;
  for (const y of ys.slice(1, -1)) canvas.line(left, y, right, y, 'solid', 1);
  for (const x of borders.slice(1, -1)) canvas.line(x, ys[0]!, x, ys[ys.length - 1]!, 'solid', 1);
}

/** The lines that the style draws. */
function drawRules(
  canvas: Canvas,
  rows: readonly Row[],
  rules: Rules,
  stroke: Stroke,
  borders: readonly number[],
  ys: readonly number[],
  firstData: number,
): void {
  const [left, right] = [borders[0]!, borders[borders.length - 1]!];
  const [top, bottom] = [ys[0]!, ys[ys.length - 1]!];
  const across = (y: number): void => canvas.line(left, y, right, y, stroke);
  const spanner = rows.findIndex((row) => row.kind === 'spanner');
  if (spanner >= 0 && rules !== 'grid' && rules !== 'none')
    for (const { c, cs } of rows[spanner]!.cells)
      canvas.line(borders[c]! + 4, ys[spanner + 1]!, borders[c + cs]! - 4, ys[spanner + 1]!, stroke);
  if (rules === 'underHeader') across(ys[firstData]!);
  if (rules === 'booktabs') for (const y of [top, ys[firstData]!, bottom]) across(y);
  if (rules === 'rows') for (const [r, y] of ys.entries()) if (r === 0 || r >= firstData) across(y);
  if (rules === 'columns') for (const x of borders) canvas.line(x, top, x, bottom, stroke);
  if (rules !== 'grid') return;
  for (const y of ys) across(y);
  for (const x of borders) canvas.line(x, top, x, bottom, stroke);
}
