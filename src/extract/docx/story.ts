import type { Block } from '../../model/index.js';
import type { ReadingContext } from '../reading.js';
import { InlineReader } from './inline.js';
import type { Marker, Numbering } from './numbering.js';
import { indentationOf, indentInCharacters, type Styles } from './styles.js';
import { readTable } from './table.js';
import { child, childValue, wholeNumber, type XmlElement } from './xmlTree.js';

/** A paragraph as printed, before it is known where it stands. */
export interface Paragraph {
  text: string;
  marker: Marker | null;
  /** 0-based outline level of a heading; 9 and more is body text. */
  outlineLevel: number;
  contents: boolean;
  /** Indentation of the first line in characters. */
  indent: number;
  figures: string[];
  boxes: XmlElement[];
}

/** Elements that only wrap what they hold: content controls, insertions, moves, custom markup. */
const WRAPPERS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'mc:AlternateContent',
  'w:dir',
  'w:bdo',
]);
const DROPPED = new Set(['w:del', 'w:moveFrom']);

/** One story of a document (the body, a note, a header): turns its elements into blocks. Counters of lists and open fields run through it. */
export class Story {
  private readonly inline: InlineReader;

  constructor(
    readonly context: ReadingContext,
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {
    this.inline = new InlineReader(context, (id) => styles.style(id).hidden);
  }

  /** The blocks that elements of block level print, in order. */
  blocks(elements: readonly XmlElement[]): Block[] {
    const out: Block[] = [];
    for (const element of this.contents(elements)) {
      if (element.name === 'w:tbl') this.addTable(element, out);
      else if (element.name === 'w:p') this.addParagraph(this.paragraph(element), out);
      else if (element.name === 'w:altChunk')
        this.context.note(
          'embedded_part_unread',
          'error',
          'an embedded file (w:altChunk) is printed here and is not read; look at the document',
        );
    }
    return out;
  }

  /** The elements inside, wrappers opened, deleted ones dropped, paragraphs whose mark is deleted joined to the next. */
  contents(elements: readonly XmlElement[]): XmlElement[] {
    const out: XmlElement[] = [];
    let held: XmlElement | null = null;
    for (const element of unwrap(elements)) {
      const joined: XmlElement = held !== null && element.name === 'w:p' ? joinParagraphs(held, element) : element;
      if (held !== null && joined === element) out.push(held);
      held = joined.name === 'w:p' && hasDeletedMark(joined) ? joined : null;
      if (held === null) out.push(joined);
    }
    if (held !== null) out.push(held);
    return out;
  }

  /** Reads a paragraph and counts it in its list. */
  paragraph(element: XmlElement): Paragraph {
    const properties = child(element, 'w:pPr');
    const style = this.styles.style(childValue(properties, 'w:pStyle'));
    const inline = this.inline.read(element);
    const numbering = child(properties, 'w:numPr');
    const listId = childValue(numbering, 'w:numId') ?? style.numberingId;
    const level = wholeNumber(childValue(numbering, 'w:ilvl'), style.numberingLevel ?? 0);
    const stated = childValue(properties, 'w:outlineLvl');
    return {
      text: inline.text,
      marker: listId === undefined || listId === '0' ? null : this.numbering.next(listId, level),
      outlineLevel: stated === undefined ? (style.outlineLevel ?? 9) : wholeNumber(stated, 9),
      contents: style.contents,
      indent: indentInCharacters({ ...style.indentation, ...indentationOf(child(properties, 'w:ind')) }, inline.size ?? style.size ?? 20),
      figures: inline.figures,
      boxes: inline.boxes,
    };
  }

  private addParagraph(paragraph: Paragraph, out: Block[]): void {
    const text = markedText(paragraph)
      .replace(/[ \t\r\n]+$/, '')
      .replace(/^\n+/, '');
    if (text.trim() !== '') {
      this.context.budget.takeBlock();
      if (paragraph.contents) out.push({ type: 'furniture', text });
      else if (paragraph.outlineLevel < 9) out.push({ type: 'heading', level: paragraph.outlineLevel + 1, text });
      else out.push({ type: 'paragraph', text });
    }
    for (const figure of paragraph.figures) {
      this.context.budget.takeBlock();
      out.push({ type: 'figure', text: figure });
    }
    for (const box of paragraph.boxes) out.push(...this.blocks(box.children));
  }

  /** Adds a table. One of a single cell is a frame around text or tables: its content stands in the story itself. */
  private addTable(element: XmlElement, out: Block[]): void {
    const rows = this.contents(element.children).filter((one) => one.name === 'w:tr');
    const cells = rows.length === 1 ? this.contents(rows[0]!.children).filter((one) => one.name === 'w:tc') : [];
    if (cells.length === 1) {
      out.push(...this.blocks(cells[0]!.children));
      return;
    }
    const grid = readTable(element, this);
    if (grid.cells.length === 0) return;
    this.context.budget.takeBlock();
    out.push({ type: 'table', grid, evidence: 'stated' });
  }
}

/** The text of a paragraph behind its list marker. */
export function markedText(paragraph: Paragraph): string {
  const { marker, text } = paragraph;
  if (marker === null) return text;
  return marker.chinese || text === '' || marker.text.endsWith(' ') ? marker.text + text : `${marker.text} ${text}`;
}

/** Elements with the wrappers around them opened. */
function* unwrap(elements: readonly XmlElement[]): Generator<XmlElement> {
  for (const element of elements) {
    if (DROPPED.has(element.name)) continue;
    if (element.name === 'mc:AlternateContent') {
      const branch = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
      yield* unwrap(branch?.children ?? []);
    } else if (WRAPPERS.has(element.name)) yield* unwrap(element.children);
    else yield element;
  }
}

/** Whether the end mark of a paragraph is a tracked deletion, so that the next paragraph continues it. */
export function hasDeletedMark(paragraph: XmlElement): boolean {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr');
  return mark !== undefined && (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined);
}

/** Two paragraphs as one, with the properties of the second, as Word joins them. */
function joinParagraphs(first: XmlElement, second: XmlElement): XmlElement {
  const content = (paragraph: XmlElement) => paragraph.children.filter((one) => one.name !== 'w:pPr');
  const properties = second.children.filter((one) => one.name === 'w:pPr');
  return { ...second, children: [...properties, ...content(first), ...content(second)] };
}
