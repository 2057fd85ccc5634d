import type { Block, Box } from '../../../model/index.js';
import { type PageTable, rawGrid, roundBox } from '../pageTable.js';
import { goesOnAsCaption, isCaptionText } from './captions.js';
import { findFurniture } from './furniture.js';
import { bodySizeOf, headingLevel } from './headings.js';
import { joinTexts, type Paragraph } from './paragraphs.js';

/** A table as it is printed in the document, and its upper edge in points. */
export interface LaidOutTable {
  readonly block: TableBlock;
  readonly top: number;
}

/** A page after recognition: its tables and its paragraphs, each in reading order. */
export interface LaidOutPage {
  readonly number: number;
  readonly height: number;
  readonly tables: readonly LaidOutTable[];
  readonly paragraphs: readonly Paragraph[];
  /** The boxes of pictures, from top to bottom. */
  readonly figures: readonly Box[];
}

/** All blocks of a document in reading order; a paragraph that goes on over a page is one block on its first page, with `pieces`. */
export function buildBlocks(pages: readonly LaidOutPage[]): Block[] {
  const furniture = findFurniture(pages);
  const bodySize = bodySizeOf(pages.flatMap((page) => page.paragraphs));
  const blocks: Block[] = [];
  let open: { block: TextBlock; paragraph: Paragraph } | undefined;
  pages.forEach((page, i) => {
    const captions = captionsOf(page.paragraphs);
    const figures = page.figures.map((box) => ({
      block: { type: 'figure' as const, text: '', page: page.number, box: roundBox(box) },
      top: box[1],
    }));
    const waiting = [...page.tables, ...figures].sort((a, b) => a.top - b.top);
    let first = true;
    for (const paragraph of page.paragraphs) {
      while (waiting.length > 0 && waiting[0]!.top <= paragraph.box[1]) {
        blocks.push(waiting.shift()!.block);
        open = undefined;
      }
      if (furniture[i]!.has(paragraph)) {
        blocks.push({ type: 'furniture', ...printed(paragraph, page.number) });
        continue;
      }
      const last = blocks[blocks.length - 1];
      if (last?.type === 'caption' && last.page === page.number && isNextLine(last, paragraph)) {
        last.text = joinTexts(last.text, paragraph.text);
        last.box = unionOf(last.box!, roundBox(paragraph.box));
        continue;
      }
      if (captions.has(paragraph)) {
        blocks.push({ type: 'caption', ...printed(paragraph, page.number) });
        open = undefined;
        first = false;
        continue;
      }
      if (first && open !== undefined && goesOnOverPage(open.paragraph, paragraph)) {
        const { block } = open;
        block.pieces = [...(block.pieces ?? [{ text: block.text, page: block.page!, box: block.box }]), printed(paragraph, page.number)];
        block.text = joinTexts(block.text, paragraph.text);
        open = { block, paragraph: { ...paragraph, text: block.text } };
      } else {
        const block = textBlock(paragraph, page.number, bodySize);
        blocks.push(block);
        open = { block, paragraph };
      }
      first = false;
    }
    for (const table of waiting) blocks.push(table.block);
    if (waiting.length > 0) open = undefined;
  });
  return blocks;
}

/** True where a line right below a caption, of at most two lines itself, goes on with its title. */
function isNextLine(caption: { readonly text: string; readonly box?: Box | undefined }, { text, box, size, lines }: Paragraph): boolean {
  const above = caption.box;
  if (above === undefined || lines > 2 || box[1] - above[3] > size || box[1] < above[3] - 0.5 * size) return false;
  return box[0] < above[2] && box[2] > above[0] && goesOnAsCaption(caption.text, text);
}

function unionOf(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** So many captions below each other are a list of tables or figures. */
const LISTED = 3;

/** The paragraphs of a page that are captions; three in a row are a list of them. */
function captionsOf(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const captions = new Set<Paragraph>();
  let stretch: Paragraph[] = [];
  for (const paragraph of [...paragraphs, undefined]) {
    if (paragraph !== undefined && isCaptionText(paragraph.text)) stretch.push(paragraph);
    else {
      if (stretch.length < LISTED) for (const caption of stretch) captions.add(caption);
      stretch = [];
    }
  }
  return captions;
}

type TextBlock = Extract<Block, { type: 'paragraph' | 'heading' }>;
type TableBlock = Extract<Block, { type: 'table' }>;

const SENTENCE_END = /[。；;！？!?：:.”）)]$/;

/** True where the first paragraph of a page continues the last one of the page before: full line, no end of sentence, no indentation, same type. */
function goesOnOverPage(last: Paragraph, next: Paragraph): boolean {
  if (!last.endsFull || !next.startsFlush || SENTENCE_END.test(last.text) || last.text.length < 20) return false;
  return Math.abs(last.size - next.size) < 0.5;
}

function printed(paragraph: Paragraph, page: number): { text: string; page: number; box: Box } {
  return { text: paragraph.text, page, box: roundBox(paragraph.box) };
}

function textBlock(paragraph: Paragraph, page: number, bodySize: number): TextBlock {
  const level = headingLevel(paragraph, bodySize);
  return level === undefined ? { type: 'paragraph', ...printed(paragraph, page) } : { type: 'heading', level, ...printed(paragraph, page) };
}

/** The block of a table on page `page`. */
export function layOutTable(table: PageTable, page: number): LaidOutTable {
  const block: TableBlock = {
    type: 'table',
    grid: rawGrid(table, page),
    evidence: table.evidence,
    columnEdges: table.grid.xs.map((x) => Math.round(x * 10) / 10),
    page,
    box: roundBox(table.box),
  };
  return { block, top: table.box[1] };
}
