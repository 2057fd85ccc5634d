import type { Box } from '../../model/index.js';
import type { Affine } from './affine.js';
import type { Direction, Glyph, TextLosses } from './pageGeometry.js';
import type { Pdfium } from './pdfium.js';

/** Share of the font size above and below the baseline that the em box takes: the ideographic em box. */
const ASCENT = 0.86;
const BOLD_WEIGHT = 600;
const INVISIBLE_MODE = 3;
const CLIP_MODE = 7;
const BOLD_FONT = /bold|black|heavy|simhei|heiti|黑体/i;

interface TextObject {
  readonly number: number;
  readonly size: number;
  readonly direction: Direction;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly clip: Box | undefined;
}

export interface ReadGlyphs {
  readonly glyphs: Glyph[];
  readonly losses: TextLosses;
  readonly recognizedText: boolean;
  readonly truncated: boolean;
}

/** The glyphs of a loaded page in the order of its content. `clips` are boxes by text object; `limit` bounds the characters. */
export function readGlyphs(
  pdfium: Pdfium,
  page: number,
  toDisplay: Affine,
  pageBox: Box,
  clips: ReadonlyMap<number, Box>,
  covered: boolean,
  scratch: number,
  limit: number,
): ReadGlyphs {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0)
    return { glyphs: [], losses: { outsidePage: '', clipped: '', invisible: '', unmapped: [] }, recognizedText: false, truncated: false };
  try {
    return new GlyphReader(pdfium, textPage, toDisplay, pageBox, clips, scratch).read(limit, covered);
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
}

class GlyphReader {
  private readonly objects = new Map<number, TextObject>();
  private readonly fonts = new Map<number, boolean>();

  constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
    private readonly m: Affine,
    private readonly pageBox: Box,
    private readonly clips: ReadonlyMap<number, Box>,
    private readonly scratch: number,
  ) {}

  read(limit: number, covered: boolean): ReadGlyphs {
    const { pdfium, textPage, scratch, m, pageBox } = this;
    const count = pdfium._FPDFText_CountChars(textPage);
    const glyphs: Glyph[] = [];
    const hidden: Glyph[] = [];
    const unmapped: { text: string; box: Box }[] = [];
    const lost = { outsidePage: '', clipped: '' };
    let blank = false;
    let pointer = 0;
    let object: TextObject | undefined;
    const f32 = scratch >> 2;
    const f64 = (scratch + 16) >> 3;
    for (let i = 0; i < Math.min(count, limit); i++) {
      const code = pdfium._FPDFText_GetUnicode(textPage, i);
      if (isBlank(code)) {
        if (!pdfium._FPDFText_IsGenerated(textPage, i)) blank = true;
        continue;
      }
      const next = pdfium._FPDFText_GetTextObject(textPage, i);
      if (next === 0) continue;
      if (next !== pointer || object === undefined) {
        pointer = next;
        object = this.objects.get(next);
        if (object === undefined) {
          object = this.textObject(next, i);
          this.objects.set(next, object);
        }
      }
      pdfium._FPDFText_GetLooseCharBox(textPage, i, scratch);
      const heap = pdfium.HEAPF32;
      const [left, top, right, bottom] = [heap[f32]!, heap[f32 + 1]!, heap[f32 + 2]!, heap[f32 + 3]!];
      pdfium._FPDFText_GetCharOrigin(textPage, i, scratch + 16, scratch + 24);
      const originX = pdfium.HEAPF64[f64]!;
      const originY = pdfium.HEAPF64[f64 + 1]!;
      const glyph = this.glyph(
        code,
        object,
        i,
        blank,
        [left, bottom, right, top],
        originX * m[0] + originY * m[2] + m[4],
        originX * m[1] + originY * m[3] + m[5],
      );
      blank = false;
      const x = (glyph.x0 + glyph.x1) / 2;
      const y = (glyph.y0 + glyph.y1) / 2;
      const { clip } = object;
      if (x < pageBox[0] || x > pageBox[2] || y < pageBox[1] || y > pageBox[3]) lost.outsidePage += glyph.text;
      else if (clip !== undefined && (x < clip[0] || x > clip[2] || y < clip[1] - 1 || y > clip[3] + 1)) lost.clipped += glyph.text;
      else if (object.hidden) hidden.push(glyph);
      else {
        glyphs.push(glyph);
        if (isUnmapped(code)) unmapped.push({ text: glyph.text, box: [glyph.x0, glyph.y0, glyph.x1, glyph.y1] });
      }
    }
    const recognizedText = covered && glyphs.length * 4 < hidden.length;
    if (recognizedText) glyphs.push(...hidden);
    const invisible = recognizedText ? '' : hidden.map((glyph) => glyph.text).join('');
    return { glyphs, losses: { ...lost, invisible, unmapped }, recognizedText, truncated: count > limit };
  }

  /** What the characters of one text object have in common. */
  private textObject(pointer: number, i: number): TextObject {
    const { pdfium, textPage, scratch } = this;
    const f32 = scratch >> 2;
    pdfium._FPDFText_GetMatrix(textPage, i, scratch);
    const heap = pdfium.HEAPF32;
    const [a, b, c, d] = [heap[f32]!, heap[f32 + 1]!, heap[f32 + 2]!, heap[f32 + 3]!];
    const dx = a * this.m[0] + b * this.m[2];
    const dy = a * this.m[1] + b * this.m[3];
    const scale = Math.hypot(c, d) || Math.hypot(a, b) || 1;
    const mode = pdfium._FPDFTextObj_GetTextRenderMode(pointer);
    return {
      number: this.objects.size,
      size: Math.max(0.5, fontSize(pdfium, textPage, i) * scale),
      direction: directionOf(dx, dy),
      bold:
        pdfium._FPDFText_GetFontWeight(textPage, i) >= BOLD_WEIGHT || mode === 2 || this.isBoldFont(pdfium._FPDFTextObj_GetFont(pointer)),
      hidden: mode === INVISIBLE_MODE || mode === CLIP_MODE,
      clip: this.clips.get(pointer),
    };
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

  private glyph(code: number, object: TextObject, order: number, blankBefore: boolean, raw: Box, originX: number, originY: number): Glyph {
    const { m } = this;
    const ax = m[0] * raw[0] + m[2] * raw[1] + m[4];
    const ay = m[1] * raw[0] + m[3] * raw[1] + m[5];
    const bx = m[0] * raw[2] + m[2] * raw[3] + m[4];
    const by = m[1] * raw[2] + m[3] * raw[3] + m[5];
    let [x0, y0, x1, y1] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    let baseline = originY;
    const { size, direction } = object;
    if (direction === 'right') [y0, y1] = [originY - ASCENT * size, originY + (1 - ASCENT) * size];
    else if (direction === 'left') [y0, y1] = [originY - (1 - ASCENT) * size, originY + ASCENT * size];
    else if (direction === 'down') {
      [x0, x1] = [originX - (1 - ASCENT) * size, originX + ASCENT * size];
      baseline = originX;
    } else if (direction === 'up') {
      [x0, x1] = [originX - ASCENT * size, originX + (1 - ASCENT) * size];
      baseline = originX;
    }
    return {
      text: characterOf(code),
      x0,
      y0,
      x1,
      y1,
      baseline,
      size,
      direction,
      bold: object.bold,
      object: object.number,
      order,
      blankBefore,
    };
  }
}

/** The nominal font size of a character, before its matrix. */
function fontSize(pdfium: Pdfium, textPage: number, i: number): number {
  return Math.abs(pdfium._FPDFText_GetFontSize(textPage, i)) || 1;
}

/** The direction of a text whose advance points to (dx, dy) on the page as displayed. */
function directionOf(dx: number, dy: number): Direction {
  const flat = 0.12;
  if (Math.abs(dy) <= flat * Math.abs(dx)) return dx >= 0 ? 'right' : 'left';
  if (Math.abs(dx) <= flat * Math.abs(dy)) return dy >= 0 ? 'down' : 'up';
  return 'skewed';
}

/** Blanks, controls and zero-width marks. */
function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xad ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0xfeff ||
    code === 0xfffe
  );
}

/** U+FFFD and private-use characters: the font does not say what they are. */
function isUnmapped(code: number): boolean {
  return code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code > 0xf0000;
}

/** The character of a code; a Kangxi radical is its ideograph, a code that is no character is U+FFFD. */
function characterOf(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '�';
  const text = String.fromCodePoint(code);
  return code >= 0x2f00 && code <= 0x2fdf ? text.normalize('NFKC') : text;
}
