import type { Box } from '../../../model/index.js';
import { hiddenLayers } from '../secondReader/contentText/index.js';
import { displayMatrix } from './affine.js';
import { LayerMarks } from './layerMarks.js';
import { turnsToUpright } from './lyingText.js';
import type { PageGeometry, ReadLimits } from './pageGeometry.js';
import type { Pdfium } from './pdfium.js';
import { readGlyphs } from './readGlyphs.js';
import { readObjects } from './readObjects.js';

const SCRATCH_BYTES = 128;
/** A picture over this share of a page makes the page a scan. */
const COVERED = 0.6;

/** PDFium's FPDF_ERR_PASSWORD, and FPDF_ERR_SECURITY: a way to encrypt that it does not know, such as digital rights management. */
const CIPHER_ERRORS: ReadonlySet<number> = new Set([4, 5]);

/** Why PDFium could not open a file. */
export type OpenFailure = 'encrypted' | 'damaged';

/** What is kept of a page: its glyphs and lines are given to `onPage` and forgotten, so that memory does not grow with the length of a document. */
export type ReadPage = Pick<PageGeometry, 'number' | 'width' | 'height' | 'rotation' | 'losses'>;

export interface ReadPages {
  readonly pageCount: number;
  readonly title: string | null;
  readonly pages: ReadPage[];
  /** 1-based numbers of pages that could not be loaded. */
  readonly unreadable: number[];
}

/** Reads every page's geometry (at most `limits.pages`; of `wanted` pages only, 1-based, where they are given) and closes the document; an empty user password is tried for encrypted files. */
export function readPages(
  pdfium: Pdfium,
  bytes: Uint8Array,
  limits: ReadLimits,
  onPage: (page: PageGeometry) => void,
  wanted?: ReadonlySet<number>,
): ReadPages | OpenFailure {
  const data = pdfium.wasmExports.malloc(Math.max(1, bytes.length));
  const scratch = pdfium.wasmExports.malloc(SCRATCH_BYTES);
  const layers = new LayerMarks(pdfium, hiddenLayers(bytes));
  let document = 0;
  let open = 0;
  try {
    pdfium.HEAPU8.set(bytes, data);
    document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0);
    if (document === 0) return CIPHER_ERRORS.has(pdfium._FPDF_GetLastError()) ? 'encrypted' : 'damaged';
    const pageCount = pdfium._FPDF_GetPageCount(document);
    const pages: ReadPage[] = [];
    const unreadable: number[] = [];
    for (let i = 0; i < Math.min(pageCount, limits.pages); i++) {
      if (wanted?.has(i + 1) === false) continue;
      const load = (): number => {
        const loaded = pdfium._FPDF_LoadPage(document, i);
        // PDFium forgets a font with the last page that uses it: the page before stays open until this one has found its fonts.
        if (open !== 0) pdfium._FPDF_ClosePage(open);
        open = loaded;
        return loaded;
      };
      if (load() === 0) unreadable.push(i + 1);
      else {
        const page = readUpright(load, (turns) => readPage(pdfium, open, i, turns, scratch, limits, layers));
        const { number, width, height, rotation, losses } = page;
        pages.push({ number, width, height, rotation, losses });
        onPage(page);
      }
    }
    return { pageCount, title: metaTitle(pdfium, document), pages, unreadable };
  } finally {
    if (open !== 0) pdfium._FPDF_ClosePage(open);
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    layers.close();
    pdfium.wasmExports.free(scratch);
    pdfium.wasmExports.free(data);
  }
}

/** A page as it is displayed or, where its text lies on its side, turned until it stands upright. Reading changes a page: it is loaded anew. */
function readUpright(load: () => number, read: (turns: number) => PageGeometry): PageGeometry {
  const page = read(0);
  const turns = turnsToUpright(page.glyphs);
  return turns === 0 || load() === 0 ? page : read(turns);
}

/** The geometry of a loaded page, the one at `index` (0-based), turned clockwise by quarter turns beside its own /Rotate. */
function readPage(
  pdfium: Pdfium,
  page: number,
  index: number,
  turns: number,
  scratch: number,
  limits: ReadLimits,
  layers: LayerMarks,
): PageGeometry {
  pdfium._FPDF_GetPageBoundingBox(page, scratch);
  const f = pdfium.HEAPF32;
  const i = scratch >> 2;
  const [left, top, right, bottom] = [f[i]!, f[i + 1]!, f[i + 2]!, f[i + 3]!];
  const quarterTurns = (pdfium._FPDFPage_GetRotation(page) + turns) % 4;
  const turned = quarterTurns % 2 === 1;
  const width = turned ? top - bottom : right - left;
  const height = turned ? right - left : top - bottom;
  const toDisplay = displayMatrix(left, bottom, right, top, quarterTurns);
  const pageBox: Box = [0, 0, width, height];
  const objects = readObjects(pdfium, page, toDisplay, pageBox, scratch, limits.segmentsPerPage, layers);
  const covered = objects.images.some((box) => (box[2] - box[0]) * (box[3] - box[1]) > COVERED * width * height);
  const text = readGlyphs(pdfium, page, toDisplay, pageBox, objects, covered, scratch, limits.charactersPerPage);
  return {
    number: index + 1,
    width,
    height,
    rotation: quarterTurns * 90,
    turned: turns * 90,
    glyphs: text.glyphs,
    horizontal: objects.rulings.horizontal,
    vertical: objects.rulings.vertical,
    fills: objects.rulings.fills,
    images: objects.images,
    curves: objects.curves,
    losses: text.losses,
    recognizedText: text.recognizedText,
    truncated: objects.truncated || text.truncated,
  };
}

/** The title of the document information dictionary. */
function metaTitle(pdfium: Pdfium, document: number): string | null {
  const size = 2048;
  const tag = pdfium.wasmExports.malloc(8);
  const buffer = pdfium.wasmExports.malloc(size);
  try {
    pdfium.HEAPU8.set(new TextEncoder().encode('Title\0'), tag);
    const length = Math.min(pdfium._FPDF_GetMetaText(document, tag, buffer, size), size);
    const text = length > 2 ? new TextDecoder('utf-16le').decode(pdfium.HEAPU8.slice(buffer, buffer + length - 2)).trim() : '';
    return text === '' ? null : text;
  } finally {
    pdfium.wasmExports.free(buffer);
    pdfium.wasmExports.free(tag);
  }
}
