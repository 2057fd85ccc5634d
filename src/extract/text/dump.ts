import type { Block } from '../../model/index.js';
import type { ReadingContext } from '../reading.js';
import { placeCells } from './placeCells.js';
import { readRows } from './rows.js';

/** A bookmark written into the text; those of a table of contents stand at headings, their first number ranks them. */
const BOOKMARK = /\[bookmark: ?([^\]]*)\]/g;
const HEADING_BOOKMARK = /\[bookmark: ?_Toc(?:_(\d))?/;

/** Text lines as blocks: runs of lines with cells become tables, bookmarked lines headings, other lines that are not blank paragraphs. */
export function readDump(lines: readonly string[], context: ReadingContext): Block[] {
  const blocks: Block[] = [];
  const ranks = headingRanks(lines);
  for (let at = 0; at < lines.length; ) {
    const end = tableEnd(lines, at);
    const rows = end > at ? readRows(lines.slice(at, end)) : [];
    if (rows.length > 1 && rows.some((row) => row.length > 1)) {
      context.budget.takeBlock();
      const grid = placeCells(rows, context);
      context.budget.takeCells(grid.cells.length);
      blocks.push({ type: 'table', grid, evidence: 'stated' });
      at = end;
    } else {
      const block = lineBlock(lines[at]!, ranks);
      if (block !== null) {
        context.budget.takeBlock();
        blocks.push(block);
      }
      at += 1;
    }
  }
  return blocks;
}

/** Where the table that starts at a line ends (exclusive): before two blank lines or at the end. Equal to `start` where none starts. */
function tableEnd(lines: readonly string[], start: number): number {
  if (!isCell(lines[start])) return start;
  let at = start;
  while (at < lines.length && !(isBlank(lines[at]) && isBlank(lines[at + 1]))) at += 1;
  return at;
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
