import { buildPdf } from '../../../builders/pdf.js';

/** Advance widths of Helvetica (thousandths of the font size) for the characters from blank to ~, from the font's public metrics. */
const HELVETICA = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 ' +
  '722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 ' +
  '556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);

/** Characters of the standard Latin text encoding beyond ~: how they are written, and their advance. */
const LATIN: Readonly<Record<string, readonly [string, number]>> = {
  '–': ['\\261', 556],
  '—': ['\\320', 1000],
  '•': ['\\267', 350],
  '†': ['\\262', 556],
};

/** The width in points of a text as the canvas writes it. */
export function widthOf(written: string, size: number): number {
  let sum = 0;
  for (const character of written)
    sum += LATIN[character]?.[1] ?? (character > '~' ? 1000 : (HELVETICA[character.charCodeAt(0) - 32] ?? 556));
  return (sum * size) / 1000;
}

/** The width in points of a character of the typewriter face. */
export const typedWidth = (size: number): number => 0.6 * size;

/** How a line is drawn. */
export type Stroke = 'solid' | 'dotted' | 'dashed' | 'double' | 'broken' | 'fill';

/** A page to write and draw on, in points from its top left. */
export class Canvas {
  private content = '';

  constructor(
    readonly width = 595,
    readonly height = 842,
  ) {}

  /** Writes a text whose baseline is at `y`; Chinese text is written in a Chinese font. */
  text(x: number, y: number, written: string, size: number, bold = false): void {
    if (written === '') return;
    const chinese = [...written].some((character) => character > '~' && LATIN[character] === undefined);
    const shown = chinese
      ? `<${[...written].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
      : `(${escaped(written)})`;
    this.content += `BT ${chinese ? '/F2' : bold ? '/F3' : '/F1'} ${size} Tf 1 0 0 1 ${n(x)} ${n(this.height - y)} Tm ${shown} Tj ET\n`;
  }

  /** Writes a text in a typewriter face. */
  typed(x: number, y: number, written: string, size: number): void {
    if (written.trim() !== '') this.content += `BT /F4 ${size} Tf 1 0 0 1 ${n(x)} ${n(this.height - y)} Tm (${escaped(written)}) Tj ET\n`;
  }

  /** Writes a text from below upwards, its baseline at `x`, beginning at `y`. */
  upward(x: number, y: number, written: string, size: number): void {
    this.content += `BT /F1 ${size} Tf 0 1 -1 0 ${n(x)} ${n(this.height - y)} Tm (${escaped(written)}) Tj ET\n`;
  }

  fill(x0: number, y0: number, x1: number, y1: number, grey: number): void {
    this.content += `q ${n(grey)} g ${n(x0)} ${n(this.height - y1)} ${n(x1 - x0)} ${n(y1 - y0)} re f Q\n`;
  }

  /** Draws a horizontal or vertical line. */
  line(x0: number, y0: number, x1: number, y1: number, stroke: Stroke = 'solid', grey = 0): void {
    const flat = y0 === y1;
    const length = flat ? x1 - x0 : y1 - y0;
    const piece = (from: number, to: number, off = 0): void => {
      const [a, b] = flat ? [x0 + from, y0 + off] : [x0 + off, y0 + from];
      const [c, d] = flat ? [x0 + to, y0 + off] : [x0 + off, y0 + to];
      this.content += `q ${n(grey)} G 0.6 w ${n(a)} ${n(this.height - b)} m ${n(c)} ${n(this.height - d)} l S Q\n`;
    };
    if (stroke === 'solid') piece(0, length);
    else if (stroke === 'fill') this.fill(x0 - (flat ? 0 : 0.3), y0 - (flat ? 0.3 : 0), x1 + (flat ? 0 : 0.3), y1 + (flat ? 0.3 : 0), grey);
    else if (stroke === 'double') {
      piece(0, length);
      piece(0, length, 1.8);
    } else {
      const [on, off] = stroke === 'dotted' ? [1, 1.5] : stroke === 'dashed' ? [4, 2.5] : [37, 1];
      for (let at = 0; at < length; at += on + off) piece(at, Math.min(length, at + on));
    }
  }

  /** The bytes of a PDF with this page; turned pages are shown upright by their /Rotate, unless they are to be `lying`. */
  pdf(rotate: 0 | 90 | 180 | 270 = 0, lying = false): Uint8Array {
    const { width, height } = this;
    const turn = { 0: '', 90: `0 1 -1 0 ${height} 0 cm`, 180: `-1 0 0 -1 ${width} ${height} cm`, 270: `0 -1 1 0 0 ${width} cm` }[rotate];
    const upright = rotate % 180 === 0;
    return buildPdf([
      {
        content: `q ${turn} ${this.content} Q`,
        rotate: lying ? 0 : rotate,
        width: upright ? width : height,
        height: upright ? height : width,
        fonts: '/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> /F4 << /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
      },
    ]);
  }
}

function n(value: number): string {
  return value.toFixed(2);
}

/** A text as a string of a content stream in the standard Latin encoding. */
function escaped(written: string): string {
  return [...written].map((character) => LATIN[character]?.[0] ?? character.replace(/[()\\]/, '\\$&')).join('');
}
