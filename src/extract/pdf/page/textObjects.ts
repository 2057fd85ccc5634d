import type { Box } from '../../../model/index.js';
import { isWhite } from '../ruled/rulings.js';
import type { Affine } from './affine.js';
import type { Direction } from './pageGeometry.js';
import type { Pdfium } from './pdfium.js';

const BOLD_WEIGHT = 600;
const INVISIBLE_MODE = 3;
const CLIP_MODE = 7;
/** Text smaller than this (points) is a speck that nobody reads. */
const SMALLEST = 0.1;
const BOLD_FONT = /bold|black|heavy|simhei|heiti|黑体/i;

/** What the characters that one text object draws have in common. */
export interface TextObject {
  readonly number: number;
  readonly size: number;
  readonly direction: Direction;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly white: boolean;
  readonly clip: Box | undefined;
}

/** The text objects of a loaded text page; each is looked at once. `clips` are boxes by text object, `layered` the text objects on hidden layers. */
export class TextObjects {
  private readonly objects = new Map<number, TextObject>();
  private readonly fonts = new Map<number, boolean>();

  constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
    private readonly m: Affine,
    private readonly clips: ReadonlyMap<number, Box>,
    private readonly layered: ReadonlySet<number>,
    private readonly scratch: number,
  ) {}

  /** The text object at `pointer`, which draws character `i` of the text page. */
  of(pointer: number, i: number): TextObject {
    let object = this.objects.get(pointer);
    if (object === undefined) {
      object = this.read(pointer, i);
      this.objects.set(pointer, object);
    }
    return object;
  }

  private read(pointer: number, i: number): TextObject {
    const { pdfium, textPage, scratch } = this;
    const f32 = scratch >> 2;
    pdfium._FPDFText_GetMatrix(textPage, i, scratch);
    const heap = pdfium.HEAPF32;
    const a = heap[f32]!;
    const b = heap[f32 + 1]!;
    const c = heap[f32 + 2]!;
    const d = heap[f32 + 3]!;
    const dx = a * this.m[0] + b * this.m[2];
    const dy = a * this.m[1] + b * this.m[3];
    const scale = Math.hypot(c, d) || Math.hypot(a, b) || 1;
    const mode = pdfium._FPDFTextObj_GetTextRenderMode(pointer);
    const size = Math.abs(pdfium._FPDFText_GetFontSize(textPage, i)) * scale;
    return {
      number: this.objects.size,
      size: Math.max(0.5, size),
      direction: directionOf(dx, dy),
      bold:
        pdfium._FPDFText_GetFontWeight(textPage, i) >= BOLD_WEIGHT || mode === 2 || this.isBoldFont(pdfium._FPDFTextObj_GetFont(pointer)),
      hidden: size < SMALLEST || mode === INVISIBLE_MODE || mode === CLIP_MODE || this.layered.has(pointer),
      white: this.isWhiteFill(pointer),
      clip: this.clips.get(pointer),
    };
  }

  /** True where a text object is filled with white, or with a colour that lets everything through. */
  private isWhiteFill(pointer: number): boolean {
    const { pdfium, scratch } = this;
    if (!pdfium._FPDFPageObj_GetFillColor(pointer, scratch, scratch + 4, scratch + 8, scratch + 12)) return false;
    const u = pdfium.HEAPU32;
    const i = scratch >> 2;
    return u[i + 3] === 0 || isWhite((u[i]! << 16) | (u[i + 1]! << 8) | u[i + 2]!);
  }

  /** True where the font's name says bold. */
  private isBoldFont(font: number): boolean {
    let bold = this.fonts.get(font);
    if (bold === undefined) {
      const { pdfium, scratch } = this;
      const length = font === 0 ? 0 : pdfium._FPDFFont_GetBaseFontName(font, scratch, 64);
      bold =
        length > 1 && BOLD_FONT.test(Buffer.from(pdfium.HEAPU8.subarray(scratch, scratch + Math.min(length, 64) - 1)).toString('utf8'));
      this.fonts.set(font, bold);
    }
    return bold;
  }
}

/** The direction of a text whose advance points to (dx, dy) on the page as displayed. */
function directionOf(dx: number, dy: number): Direction {
  const flat = 0.12;
  if (Math.abs(dy) <= flat * Math.abs(dx)) return dx >= 0 ? 'right' : 'left';
  if (Math.abs(dx) <= flat * Math.abs(dy)) return dy >= 0 ? 'down' : 'up';
  return 'skewed';
}
