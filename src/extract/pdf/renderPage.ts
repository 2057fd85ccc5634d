import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';
import type { Box } from '../../model/index.js';
import { fromHeader } from './page/fromHeader.js';
import { turnBitmap } from './page/turnBitmap.js';
import { turnsOfPages } from './page/turnsOfPages.js';

/** A page to draw: its 1-based number, and boxes to mark, in points from the top left of the page as displayed. */
export interface PageRequest {
  page: number;
  marks?: readonly Box[];
}

/** A page as a PNG. */
export interface PageImage {
  png: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
  /** Pixels a point: less than was asked for where the page is very large. */
  scale: number;
}

/** full: as it is, with red marks; grey: 16 shades of grey, a fifth of the bytes. */
export type PageColours = 'full' | 'grey';

/** A page larger than this is drawn smaller: a hostile page size must not take all memory. */
const MOST_PIXELS = 16_000_000;
const MARK = { red: 220, green: 30, blue: 30, line: 2, margin: 2 } as const;

/**
 * Draws pages of a PDF as PDFium displays them, lying pages turned as they are read, `scale` pixels a point, with boxes marked; in the order of the requests. Throws where the bytes are no readable
 * PDF or have no such page. Glyphs of fonts that the file does not embed are not drawn: there are no system fonts.
 */
export async function renderPdfPages(
  file: Uint8Array,
  requests: readonly PageRequest[],
  scale: number,
  colours: PageColours = 'full',
): Promise<PageImage[]> {
  const bytes = fromHeader(file);
  const turns = await turnsOfPages(bytes, new Set(requests.map((request) => request.page)));
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      const images: PageImage[] = [];
      for (const request of requests) images.push(await drawPage(document, request, turns.get(request.page) ?? 0, scale, colours));
      return images;
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}

async function drawPage(
  document: PDFiumDocument,
  { page: number, marks = [] }: PageRequest,
  turns: number,
  scale: number,
  colours: PageColours,
): Promise<PageImage> {
  const pages = document.getPageCount();
  if (!Number.isInteger(number) || number < 1 || number > pages) throw new RangeError(`there is no page ${number} among ${pages}`);
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const fitting = Math.min(scale, Math.sqrt(MOST_PIXELS / (originalWidth * originalHeight)));
  const { data, width, height } = turnBitmap(await page.render({ scale: fitting, render: 'bitmap' }), turns);
  if (colours === 'grey') {
    const png = encode({ data: shades(data, width, height), width, height, channels: 1, depth: 4 });
    return { png, width, height, scale: fitting };
  }
  const pixels = opaque(data);
  for (const box of marks) mark(pixels, width, height, box, fitting);
  return { png: encode({ data: pixels, width, height, channels: 3, depth: 8 }), width, height, scale: fitting };
}

/** Red, green and blue of pixels that have a fourth channel. */
function opaque(data: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    pixels[to++] = data[from]!;
    pixels[to++] = data[from + 1]!;
    pixels[to++] = data[from + 2]!;
  }
  return pixels;
}

/** Pixels of four channels as 16 shades of grey, two pixels a byte, each row begun anew. */
function shades(data: Uint8Array, width: number, height: number): Uint8Array {
  const row = Math.ceil(width / 2);
  const packed = new Uint8Array(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      // Weights of ITU-R BT.601, out of 256.
      const grey = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 12;
      packed[y * row + (x >> 1)]! |= x % 2 === 0 ? grey << 4 : grey;
    }
  return packed;
}

/** Draws the outline of a box. */
function mark(pixels: Uint8Array, width: number, height: number, [x0, y0, x1, y1]: Box, scale: number): void {
  const left = Math.round(x0 * scale) - MARK.margin - MARK.line;
  const right = Math.round(x1 * scale) + MARK.margin + MARK.line;
  const top = Math.round(y0 * scale) - MARK.margin - MARK.line;
  const bottom = Math.round(y1 * scale) + MARK.margin + MARK.line;
  const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const onLine = y < top + MARK.line || y >= bottom - MARK.line || x < left + MARK.line || x >= right - MARK.line;
      if (onLine && inside(x, y)) pixels.set([MARK.red, MARK.green, MARK.blue], (y * width + x) * 3);
    }
}
