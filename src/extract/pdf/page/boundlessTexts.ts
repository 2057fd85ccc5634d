import type { Pdfium } from './pdfium.js';

/** PDFium's text page leaves out text objects that are not wider than this (kSizeEpsilon in its cpdf_textpage.cpp). */
const NO_WIDTH = 0.01;
const FILL_AND_STROKE = 2;

/**
 * The text objects of a page that PDFium measures as having no width. A glyph of a font that is not embedded has no outline here and so no
 * extent: an object that draws one such glyph has none, and PDFium's text page would leave the character out. Drawn with a stroke, half the stroke's
 * width is added to the extent on each side, so these objects are given a stroke until the text page is loaded.
 */
export class BoundlessTexts {
  private readonly modes = new Map<number, number>();

  constructor(
    private readonly pdfium: Pdfium,
    private readonly scratch: number,
  ) {}

  /** Gives a text object an extent if it has none; to be asked of every text object before the text page is loaded. */
  giveExtent(object: number): void {
    const { pdfium, scratch } = this;
    if (!pdfium._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return;
    const left = pdfium.HEAPF32[scratch >> 2]!;
    const right = pdfium.HEAPF32[(scratch >> 2) + 2]!;
    if (Math.abs(right - left) >= NO_WIDTH) return;
    this.modes.set(object, pdfium._FPDFTextObj_GetTextRenderMode(object));
    pdfium._FPDFPageObj_SetStrokeWidth(object, 1);
    pdfium._FPDFTextObj_SetTextRenderMode(object, FILL_AND_STROKE);
    // Moving an object by nothing makes PDFium measure it again.
    pdfium._FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, 0);
  }

  /** Draws the objects as the page says again; to be called once the text page is loaded. */
  restore(): void {
    for (const [object, mode] of this.modes) this.pdfium._FPDFTextObj_SetTextRenderMode(object, mode);
  }

  /** Whether an object was given an extent. */
  has(object: number): boolean {
    return this.modes.has(object);
  }
}
