import type { Block, Box, DocumentModel } from '../model/index.js';
import { fold } from './printedText.js';
import { runningHeads } from './runningHeads.js';

/** One printed line outside tables. */
export interface PrintedLine {
  text: string;
  block: number;
  page: number | null;
  box: Box | null;
  heading: boolean;
}

/** A page number or a rule of dots: prints nothing that names a table. */
const FURNITURE = /^[\s—–\-·•.第页共/]*\d{0,4}[\s—–\-·•.第页共/\d]*$/u;

/** The lines of a block, without the ones that say nothing. Tables, figures and furniture have none. */
export function linesOf(block: Block, index: number): PrintedLine[] {
  if (block.type !== 'heading' && block.type !== 'paragraph' && block.type !== 'caption') return [];
  return block.text
    .split(/[\n\r\v\f]+/u)
    .filter((text) => text.trim() !== '' && !FURNITURE.test(text))
    .map((text) => ({
      text,
      block: index,
      page: block.page ?? null,
      box: block.box ?? null,
      heading: block.type === 'heading' || block.type === 'caption',
    }));
}

/** Puts what is printed beside a line that ends with a colon (`部门：` … `某某局`) on that line; the lists are one a block. */
function joinKeys(blocks: PrintedLine[][]): PrintedLine[][] {
  let key: PrintedLine | null = null;
  return blocks.map((lines) =>
    lines.filter((line) => {
      const onKey = key !== null && besides(key, line);
      if (onKey) key!.text += line.text;
      key = !onKey && /[:：]\s*$/u.test(line.text) ? line : null;
      return !onKey;
    }),
  );
}

/** Whether two texts stand on one line of one page. */
function besides(left: PrintedLine, right: PrintedLine): boolean {
  if (left.page !== right.page || left.box === null || right.box === null) return false;
  const overlap = Math.min(left.box[3], right.box[3]) - Math.max(left.box[1], right.box[1]);
  return overlap > 0.5 * (left.box[3] - left.box[1]) && right.box[0] >= left.box[2] - 1;
}

/** What is printed before each table, between it and the table before; the last list is what follows the last table. Running heads are left out. */
export function linesBetweenTables(model: DocumentModel): { tables: number[]; between: PrintedLine[][] } {
  const lines = joinKeys(model.blocks.map((block, index) => linesOf(block, index)));
  const heads = runningHeads(lines.flat());
  const tables: number[] = [];
  const between: PrintedLine[][] = [[]];
  model.blocks.forEach((block, index) => {
    if (block.type === 'table') {
      tables.push(index);
      between.push([]);
    } else between.at(-1)!.push(...lines[index]!.filter((line) => !heads.has(fold(line.text))));
  });
  return { tables, between };
}
