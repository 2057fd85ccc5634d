import type { Box } from '../../../model/index.js';
import type { Affine } from './affine.js';
import { cutNumbers } from './cutNumbers.js';
import type { Glyph, TextLosses } from './pageGeometry.js';
import type { Pdfium } from './pdfium.js';
import type { PageObjects } from './readObjects.js';
import { type TextObject, TextObjects } from './textObjects.js';
import { type Ground, isSeenWhite } from './whiteText.js';

/** Share of the font size above and below the baseline that the em box takes: the ideographic em box. */
const ASCENT = 0.86;

/** PDFium gives a hyphen at the end of a line after a letter or ideograph (2025年-) this code. */
const LINE_END_HYPHEN = 2;
const HYPHEN = 0x2d;

/** What the walk over a page's objects says of its text. */
type TextSurroundings = Ground & Pick<PageObjects, 'clips' | 'layered' | 'boundless'>;

export interface ReadGlyphs {
  readonly glyphs: Glyph[];
  readonly losses: TextLosses;
  readonly recognizedText: boolean;
  readonly truncated: boolean;
}

/** The glyphs of a loaded page in the order of its content, given the walk over its objects; `limit` bounds the characters. */
export function readGlyphs(
  pdfium: Pdfium,
  page: number,
  toDisplay: Affine,
  pageBox: Box,
  objects: TextSurroundings,
  covered: boolean,
  scratch: number,
  limit: number,
): ReadGlyphs {
  const textPage = pdfium._FPDFText_LoadPage(page);
  objects.boundless.restore();
  if (textPage === 0)
    return {
      glyphs: [],
      losses: { outsidePage: '', clipped: '', invisible: '', cut: '', halfClipped: '', unmapped: [] },
      recognizedText: false,
      truncated: false,
    };
  try {
    return new GlyphReader(pdfium, textPage, toDisplay, pageBox, objects, scratch).read(limit, covered);
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
}

class GlyphReader {
  private readonly objects: TextObjects;
  /** The characters of the page by code: a page repeats few, and equal texts that are one string are compared at once. */
  private readonly characters = new Map<number, string>();

  constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
    private readonly m: Affine,
    private readonly pageBox: Box,
    private readonly page: TextSurroundings,
    private readonly scratch: number,
  ) {
    this.objects = new TextObjects(pdfium, textPage, m, page.clips, page.layered, scratch);
  }

  read(limit: number, covered: boolean): ReadGlyphs {
    const { pdfium, textPage, scratch, pageBox } = this;
    const count = pdfium._FPDFText_CountChars(textPage);
    const glyphs: Glyph[] = [];
    const hidden: Glyph[] = [];
    const unmapped: { text: string; box: Box }[] = [];
    const outside: Glyph[] = [];
    const clipped: Glyph[] = [];
    let blank = false;
    let pointer = 0;
    let object: TextObject | undefined;
    const f32 = scratch >> 2;
    const f64 = (scratch + 16) >> 3;
    for (let i = 0; i < Math.min(count, limit); i++) {
      const given = pdfium._FPDFText_GetUnicode(textPage, i);
      const code = given === LINE_END_HYPHEN ? HYPHEN : given;
      if (isBlank(code)) {
        if (!pdfium._FPDFText_IsGenerated(textPage, i) && !this.page.boundless.has(pdfium._FPDFText_GetTextObject(textPage, i)))
          blank = true;
        continue;
      }
      const next = pdfium._FPDFText_GetTextObject(textPage, i);
      if (next === 0) continue;
      if (next !== pointer || object === undefined) {
        pointer = next;
        object = this.objects.of(next, i);
      }
      pdfium._FPDFText_GetLooseCharBox(textPage, i, scratch);
      pdfium._FPDFText_GetCharOrigin(textPage, i, scratch + 16, scratch + 24);
      const heap = pdfium.HEAPF32;
      const heap64 = pdfium.HEAPF64;
      const glyph = this.glyph(
        code,
        object,
        i,
        blank,
        heap[f32]!,
        heap[f32 + 3]!,
        heap[f32 + 2]!,
        heap[f32 + 1]!,
        heap64[f64]!,
        heap64[f64 + 1]!,
      );
      blank = false;
      const x = (glyph.x0 + glyph.x1) / 2;
      const y = (glyph.y0 + glyph.y1) / 2;
      const { clip } = object;
      // Negated, so that a place that is no number lies outside.
      if (!(x >= pageBox[0] && x <= pageBox[2] && y >= pageBox[1] && y <= pageBox[3])) outside.push(glyph);
      else if (clip !== undefined && (x < clip[0] || x > clip[2] || y < clip[1] - 1 || y > clip[3] + 1)) clipped.push(glyph);
      else if (object.hidden || (object.white && !isSeenWhite(x, y, this.page))) hidden.push(glyph);
      else {
        glyphs.push(glyph);
        if (isUnmapped(code) || pdfium._FPDFText_HasUnicodeMapError(textPage, i))
          unmapped.push({ text: glyph.text, box: [glyph.x0, glyph.y0, glyph.x1, glyph.y1] });
      }
    }
    const recognizedText = covered && glyphs.length * 4 < hidden.length;
    if (recognizedText) glyphs.push(...hidden);
    const cut = cutNumbers(glyphs, outside);
    const losses: TextLosses = {
      outsidePage: textWithout(outside, cut),
      clipped: textWithout(clipped, []),
      invisible: recognizedText ? '' : textWithout(hidden, []),
      cut: textWithout(cut, []),
      halfClipped: textWithout(cutNumbers(glyphs, clipped), []),
      unmapped,
    };
    const read = cut.length === 0 ? glyphs : [...glyphs, ...cut].sort((a, b) => a.order - b.order);
    return { glyphs: read, losses, recognizedText, truncated: count > limit };
  }

  private character(code: number): string {
    let text = this.characters.get(code);
    if (text === undefined) {
      text = characterOf(code);
      this.characters.set(code, text);
    }
    return text;
  }

  /** The glyph of a character: `left` to `top` is its box and (`x`, `y`) its origin, both in the page's user space. */
  private glyph(
    code: number,
    object: TextObject,
    order: number,
    blankBefore: boolean,
    left: number,
    bottom: number,
    right: number,
    top: number,
    x: number,
    y: number,
  ): Glyph {
    // No arrays are made here: this is done for every character.
    const { m } = this;
    const originX = x * m[0] + y * m[2] + m[4];
    const originY = x * m[1] + y * m[3] + m[5];
    const ax = m[0] * left + m[2] * bottom + m[4];
    const ay = m[1] * left + m[3] * bottom + m[5];
    const bx = m[0] * right + m[2] * top + m[4];
    const by = m[1] * right + m[3] * top + m[5];
    let x0 = Math.min(ax, bx);
    let y0 = Math.min(ay, by);
    let x1 = Math.max(ax, bx);
    let y1 = Math.max(ay, by);
    let baseline = originY;
    const { size, direction } = object;
    if (direction === 'right') {
      y0 = originY - ASCENT * size;
      y1 = originY + (1 - ASCENT) * size;
    } else if (direction === 'left') {
      y0 = originY - (1 - ASCENT) * size;
      y1 = originY + ASCENT * size;
    } else if (direction === 'down') {
      x0 = originX - (1 - ASCENT) * size;
      x1 = originX + ASCENT * size;
      baseline = originX;
    } else if (direction === 'up') {
      x0 = originX - ASCENT * size;
      x1 = originX + (1 - ASCENT) * size;
      baseline = originX;
    }
    const { bold, number } = object;
    return { text: this.character(code), x0, y0, x1, y1, baseline, size, direction, bold, object: number, order, blankBefore };
  }
}

/** The text of glyphs, in order, without some of them. */
function textWithout(glyphs: readonly Glyph[], without: readonly Glyph[]): string {
  if (glyphs.length === 0) return '';
  const left = new Set(without);
  return glyphs
    .filter((glyph) => !left.has(glyph))
    .map((glyph) => glyph.text)
    .join('');
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
