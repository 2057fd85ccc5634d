import type { RawCell, RawGrid } from '../../model/index.js';
import { markedText, type Story } from './story.js';
import { child, childValue, isOn, wholeNumber, type XmlElement } from './xmlTree.js';

/** Widest span that is believed; Word itself allows 63 columns. */
const MAX_SPAN = 1000;

type Merge = 'none' | 'restart' | 'continue';

interface CellContent {
  text: string;
  indent: number;
  tables: RawGrid[];
}

/**
 * The grid of a `w:tbl`: columns by gridBefore and gridSpan, merges by vMerge and the older hMerge. A cell that continues a merge prints
 * nothing in Word; what it hides is a diagnostic. A continuation that fits no open merge stands as its own cell.
 */
export function readTable(table: XmlElement, story: Story): RawGrid {
  const cells: RawCell[] = [];
  let open = new Map<number, RawCell>();
  let r = 0;
  let inHeader = true;
  for (const row of rowsOf(table, story)) {
    const properties = child(row, 'w:trPr');
    inHeader &&= isOn(child(properties, 'w:tblHeader'));
    const stillOpen = new Map<number, RawCell>();
    let c = span(childValue(properties, 'w:gridBefore'), 0);
    let left: RawCell | null = null;
    for (const element of story.contents(row.children)) {
      if (element.name !== 'w:tc') continue;
      const cellProperties = child(element, 'w:tcPr');
      if (child(cellProperties, 'w:cellDel') !== undefined) continue;
      const cs = span(childValue(cellProperties, 'w:gridSpan'), 1);
      const content = readCell(element, story);
      const above = open.get(c);
      if (left !== null && mergeOf(cellProperties, 'w:hMerge') === 'continue') {
        left.cs += cs;
        noteHidden(content, left, story);
      } else if (mergeOf(cellProperties, 'w:vMerge') === 'continue' && above !== undefined && above.cs === cs) {
        above.rs = r - above.r + 1;
        stillOpen.set(c, above);
        noteHidden(content, above, story);
        left = null;
      } else {
        story.context.budget.takeCells(1);
        left = newCell(r, c, cs, content, inHeader);
        cells.push(left);
        if (mergeOf(cellProperties, 'w:vMerge') !== 'none') stillOpen.set(c, left);
      }
      c += cs;
    }
    open = stillOpen;
    r += 1;
  }
  return { rows: r, columns: cells.reduce((most, cell) => Math.max(most, cell.c + cell.cs), 0), cells };
}

/** The rows of a table that are printed: not deleted by a tracked change, not hidden. */
function rowsOf(table: XmlElement, story: Story): XmlElement[] {
  return story.contents(table.children).filter((element) => {
    const properties = child(element, 'w:trPr');
    return element.name === 'w:tr' && child(properties, 'w:del') === undefined && !isOn(child(properties, 'w:hidden'));
  });
}

/** A cell that starts at (r, c). */
function newCell(r: number, c: number, cs: number, content: CellContent, header: boolean): RawCell {
  const cell: RawCell = { r, c, rs: 1, cs, text: content.text };
  if (header) cell.header = true;
  if (content.indent > 0) cell.indent = content.indent;
  if (content.tables.length > 0) cell.tables = content.tables;
  return cell;
}

/** Whether a cell starts or continues a merge; a merge property without a value continues. */
function mergeOf(properties: XmlElement | undefined, name: string): Merge {
  const merge = child(properties, name);
  if (merge === undefined) return 'none';
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

/** A span or offset in columns, kept within reason. */
function span(text: string | undefined, fallback: number): number {
  return Math.min(Math.max(wholeNumber(text, fallback), fallback), MAX_SPAN);
}

/**
 * The content of a cell: its paragraphs as lines, nested tables apart. The numbers of a plain list (1. a.) inside a cell of several paragraphs
 * are layout, like bullets; a numbered paragraph alone in its cell, and Chinese counting (一、（一）), name the row and are printed.
 */
function readCell(element: XmlElement, story: Story): CellContent {
  const paragraphs = [];
  const tables: RawGrid[] = [];
  const late: string[] = [];
  for (const part of story.contents(element.children)) {
    if (part.name === 'w:tbl') addNested(readTable(part, story), tables);
    if (part.name !== 'w:p') continue;
    const paragraph = story.paragraph(part);
    paragraphs.push(paragraph);
    for (const box of paragraph.boxes)
      for (const block of story.blocks(box.children)) {
        if (block.type === 'table') tables.push(block.grid);
        else late.push(block.text);
      }
  }
  const alone = paragraphs.filter((one) => one.text.trim() !== '' || one.marker !== null).length <= 1;
  const lines = paragraphs.map((one) => (one.marker !== null && !one.marker.chinese && !alone ? one.text : markedText(one)));
  const first = paragraphs.find((one) => one.text.trim() !== '');
  return { text: [...lines, ...late].join('\n').replace(/^\n+|\n+$/g, ''), indent: first?.indent ?? 0, tables };
}

/** Adds a nested table that prints at least one cell. */
function addNested(grid: RawGrid, tables: RawGrid[]): void {
  if (grid.cells.length > 0) tables.push(grid);
}

/** Reports text in the continuation of a merged cell, which Word does not print, unless it repeats the printed text. */
function noteHidden(content: CellContent, shown: RawCell, story: Story): void {
  const hidden = content.text.trim();
  if (content.tables.length === 0 && (hidden === '' || hidden === shown.text.trim())) return;
  story.context.note(
    'hidden_cell_text',
    'warning',
    `a merged cell hides the text “${hidden.slice(0, 80)}” behind “${shown.text.slice(0, 80)}”; it is not printed and not read`,
    { row: shown.r, column: shown.c },
  );
}
