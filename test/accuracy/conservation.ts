import { readFileSync } from 'node:fs';
import { readPdf } from '../../src/extract/pdf/index.js';
import { withoutDoubles } from '../../src/extract/pdf/page/doubles.js';
import type { Glyph } from '../../src/extract/pdf/page/pageGeometry.js';
import { loadPdfium } from '../../src/extract/pdf/page/pdfium.js';
import { readPages } from '../../src/extract/pdf/page/readPages.js';
import type { DocumentModel } from '../../src/model/index.js';

/** A page on which numbers of the text layer are in no block of it. */
export interface Shortfall {
  readonly file: string;
  readonly page: number;
  /** The numbers as the text layer has them. */
  readonly missing: readonly string[];
}

/** How many numbers the text layers of PDFs have, and the pages whose blocks lack some. */
export interface Conservation {
  readonly numbers: number;
  readonly shortfalls: readonly Shortfall[];
}

type Counts = Map<string, number>;

const LIMITS = { pages: 5000, charactersPerPage: 200_000, segmentsPerPage: 1_000_000 };
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
/** Glyphs of one number are nearer than this part of their height. */
const GAP = 0.3;

/**
 * Holds the blocks of PDFs against their text layers, page by page: each number of the text layer (text drawn twice removed) is wanted as often in
 * the cells and paragraphs of its page; of a paragraph that goes on over a page break, each page has its piece.
 */
export async function measureConservation(files: readonly string[]): Promise<Conservation> {
  let numbers = 0;
  const shortfalls: Shortfall[] = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    const layer = await textLayer(bytes);
    const blocks = numbersOfBlocks(await readPdf(bytes));
    for (const [page, wanted] of layer) {
      numbers += size(wanted);
      const missing = minus(wanted, blocks.get(page) ?? new Map());
      const lost = [...missing].flatMap(([number, count]) => new Array<string>(count).fill(number));
      if (lost.length > 0) shortfalls.push({ file, page, missing: lost });
    }
  }
  return { numbers, shortfalls: shortfalls.sort((a, b) => b.missing.length - a.missing.length) };
}

/** The numbers of each page's text layer. */
async function textLayer(bytes: Uint8Array): Promise<Map<number, Counts>> {
  const layer = new Map<number, Counts>();
  const read = readPages(await loadPdfium(), bytes, LIMITS, (page) => {
    layer.set(page.number, countsOf(lineOf(withoutDoubles(page.glyphs))));
  });
  return typeof read === 'string' ? new Map() : layer;
}

/** Glyphs in the order of the content as one text, with a blank wherever the next glyph does not stand close by. */
function lineOf(glyphs: readonly Glyph[]): string {
  let line = '';
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1];
    const close =
      before !== undefined &&
      !glyph.blankBefore &&
      Math.abs(glyph.y0 - before.y0) < 2 &&
      Math.abs(glyph.x0 - before.x1) < GAP * (glyph.y1 - glyph.y0);
    line += close ? glyph.text : ` ${glyph.text}`;
  });
  return line;
}

/** The numbers of each page's blocks; a cell counts on its own page. */
function numbersOfBlocks(model: DocumentModel): Map<number, Counts> {
  const texts = new Map<number, string>();
  const add = (page: number | undefined, text: string): void => {
    if (page !== undefined) texts.set(page, `${texts.get(page) ?? ''}\n${text}`);
  };
  for (const block of model.blocks) {
    if ('pieces' in block && block.pieces !== undefined) for (const piece of block.pieces) add(piece.page, piece.text);
    else if (block.type !== 'table') add(block.page, block.text);
    else for (const cell of block.grid.cells) add(cell.page ?? block.page, cell.text);
  }
  return new Map([...texts].map(([page, text]) => [page, countsOf(text)]));
}

function countsOf(text: string): Counts {
  const counts: Counts = new Map();
  for (const number of text.normalize('NFKC').match(NUMBER) ?? []) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** The multiset difference a − b. */
function minus(a: Counts, b: Counts): Counts {
  return new Map([...a].map(([key, count]): [string, number] => [key, count - (b.get(key) ?? 0)]).filter(([, count]) => count > 0));
}

function size(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
