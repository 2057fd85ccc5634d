import type { Block, Box } from '../../model/index.js';
import { findFurniture } from './furniture.js';
import { bodySizeOf, headingLevel } from './headings.js';
import { type PageTable, rawGrid, roundBox } from './pageTable.js';
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
}

/** All blocks of a document in reading order; a paragraph that goes on over a page is one block on its first page, with `pieces`. */
export function buildBlocks(pages: readonly LaidOutPage[]): Block[] {
  const furniture = findFurniture(pages);
  const bodySize = bodySizeOf(pages.flatMap((page) => page.paragraphs));
  const blocks: Block[] = [];
  let open: { block: TextBlock; paragraph: Paragraph } | undefined;
  pages.forEach((page, i) => {
    const waiting = [...page.tables];
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
