import type { Block } from '../../model/index.js';
import { findFurniture } from './furniture.js';
import { bodySizeOf, headingLevel } from './headings.js';
import { type PageTable, rawGrid, roundBox } from './pageTable.js';
import type { Paragraph } from './paragraphs.js';

/** A page after recognition: its tables and its paragraphs, each in reading order. */
export interface LaidOutPage {
  readonly number: number;
  readonly height: number;
  readonly tables: readonly PageTable[];
  readonly paragraphs: readonly Paragraph[];
}

/** All blocks of a document in reading order. */
export function buildBlocks(pages: readonly LaidOutPage[]): Block[] {
  const furniture = findFurniture(pages);
  const bodySize = bodySizeOf(pages.flatMap((page) => page.paragraphs));
  return pages.flatMap((page, i) => pageBlocks(page, furniture[i]!, bodySize));
}

/** One page's blocks: a table stands before the first paragraph that begins below its top. */
function pageBlocks(page: LaidOutPage, furniture: ReadonlySet<Paragraph>, bodySize: number): Block[] {
  const blocks: Block[] = [];
  const waiting = [...page.tables];
  for (const paragraph of page.paragraphs) {
    while (waiting.length > 0 && waiting[0]!.box[1] <= paragraph.box[1]) blocks.push(tableBlock(waiting.shift()!, page.number));
    blocks.push(textBlock(paragraph, page.number, furniture.has(paragraph), bodySize));
  }
  for (const table of waiting) blocks.push(tableBlock(table, page.number));
  return blocks;
}

function textBlock(paragraph: Paragraph, page: number, isFurniture: boolean, bodySize: number): Block {
  const printed = { text: paragraph.text, page, box: roundBox(paragraph.box) };
  if (isFurniture) return { type: 'furniture', ...printed };
  const level = headingLevel(paragraph, bodySize);
  return level === undefined ? { type: 'paragraph', ...printed } : { type: 'heading', level, ...printed };
}

function tableBlock(table: PageTable, page: number): Block {
  return {
    type: 'table',
    grid: rawGrid(table, page),
    evidence: table.evidence,
    columnEdges: table.grid.xs.map((x) => Math.round(x * 10) / 10),
    page,
    box: roundBox(table.box),
  };
}
