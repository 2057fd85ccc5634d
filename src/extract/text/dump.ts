import type { Block } from '../../model/index.js';
import type { ReadingContext } from '../reading.js';
import { placeCells } from './placeCells.js';
import { readRows } from './rows.js';

/** A bookmark written into the text; those of a table of contents stand at headings, their first number ranks them. */
const BOOKMARK = /\[bookmark: ?([^\]]*)\]/g;
const HEADING_BOOKMARK = /\[bookmark: ?_Toc(?:_(\d))?/;

/** Text lines as blocks: runs of cells, and of rows with tabs between their cells, become tables, bookmarked lines headings, other lines that are not blank paragraphs. */
export function readDump(lines: readonly string[], context: ReadingContext): Block[] {
  const blocks: Block[] = [];
  const ranks = headingRanks(lines);
  for (let at = 0; at < lines.length; ) {
    const { rows, end } = tableAt(lines, at);
    const block = rows.length > 1 ? tableBlock(rows, context, blocks.length) : lineBlock(lines[at]!, ranks);
    if (block !== null) {
      context.budget.takeBlock();
      blocks.push(block);
    }
    at = rows.length > 1 ? end : at + 1;
  }
  return blocks;
}

/** The rows of the table that starts at a line and the line behind it; without rows where none starts. */
function tableAt(lines: readonly string[], start: number): { rows: string[][]; end: number } {
  let end = start;
  if (isCell(lines[start])) {
    while (end < lines.length && !(isBlank(lines[end]) && isBlank(lines[end + 1]))) end += 1;
    const rows = readRows(lines.slice(start, end));
    return { rows: rows.some((row) => row.length > 1) ? rows : [], end };
  }
  while (isSeparatedRow(lines[end])) end += 1;
  return { rows: lines.slice(start, end).map((line) => line.split('\t')), end };
}

/** The block at an index, of a table's rows. */
function tableBlock(rows: readonly string[][], context: ReadingContext, index: number): Block {
  const grid = placeCells(rows, context, index);
  context.budget.takeCells(grid.cells.length);
  return { type: 'table', grid, evidence: 'stated' };
}

/** A line that is a whole row: cells with tabs between them. */
function isSeparatedRow(line: string | undefined): boolean {
  return line !== undefined && !isCell(line) && line.trim().includes('\t');
}

/** A line that starts a cell. */
export function isCell(line: string | undefined): boolean {
  return line?.startsWith('\t') ?? false;
}

/** A line without any character, or none at all. A line of blanks is a paragraph of its own. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || line === '';
}

/** A line outside tables; null where it prints nothing. */
function lineBlock(line: string, ranks: readonly string[]): Block | null {
  const text = line
    .replace(BOOKMARK, '')
    .replace(/[\f\s\u3000]+$/, '')
    .replace(/^[\f\t]+/, '');
  if (text.trim() === '') return null;
  const heading = HEADING_BOOKMARK.exec(line);
  return heading === null
    ? { type: 'paragraph', text }
    : { type: 'heading', level: Math.max(0, ranks.indexOf(heading[1] ?? '')) + 1, text: text.trim() };
}

/** The outline numbers that heading bookmarks use, smallest first: the rank is the heading's level. */
function headingRanks(lines: readonly string[]): string[] {
  return [...new Set(lines.flatMap((line) => HEADING_BOOKMARK.exec(line)?.[1] ?? []))].sort();
}
