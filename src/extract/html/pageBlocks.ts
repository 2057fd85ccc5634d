import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import type { Block, RawGrid } from '../../model/index.js';
import { UnreadableDocument } from '../failure.js';
import type { ReadingContext } from '../reading.js';
import { type CellContent, formGrid } from './grid.js';
import { indentOf } from './indent.js';
import { isLayoutTable } from './layoutTable.js';
import { listMarker } from './listMarker.js';
import { isTemplateLine, type PageFurniture } from './mainContent.js';
import { captionOf } from './tableElement.js';
import { isPrinted } from './visibility.js';
import { BREAK, collapse, inlineText } from './whitespace.js';

/** Elements that stand on lines of their own. */
const BLOCK_LEVEL = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'ul',
  'table',
  'caption',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
]);

/** Inside a cell nothing is furniture. */
const NO_ELEMENTS: ReadonlySet<Element> = new Set();

const PREFORMATTED_STYLE = /(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)/i;

/** Turns the elements of a page into blocks in reading order; what `furniture` names, and the lines that templates print, become furniture. */
export class PageBlocks {
  readonly blocks: Block[] = [];
  private inline = '';
  private heading = 0;
  private outside = 0;
  private depth = 0;

  constructor(
    private readonly context: ReadingContext,
    private readonly furniture: PageFurniture,
  ) {}

  /** Reads nodes to the end and returns the blocks. */
  read(nodes: readonly ChildNode[]): Block[] {
    for (const node of nodes) this.walk(node, false);
    this.flush();
    return this.blocks;
  }

  private walk(node: ChildNode, preformatted: boolean): void {
    if (isText(node)) this.inline += inlineText(node.data, preformatted);
    else if (isTag(node) && isPrinted(node)) this.walkElement(node, preformatted);
  }

  private walkElement(element: Element, preformatted: boolean): void {
    if (this.depth >= this.context.budget.limits.maxDepth)
      throw new UnreadableDocument('too_large', `the page nests elements deeper than ${this.context.budget.limits.maxDepth}`);
    this.depth += 1;
    const outside = this.furniture.elements.has(element);
    if (outside) this.flush();
    this.outside += outside ? 1 : 0;
    this.readElement(element, preformatted);
    if (outside) this.flush();
    this.outside -= outside ? 1 : 0;
    this.depth -= 1;
  }

  private readElement(element: Element, preformatted: boolean): void {
    if (element.name === 'br') this.inline += BREAK;
    else if (element.name === 'img') this.addFigure(element);
    else if (element.name === 'table') this.addTable(element);
    else if (headingLevel(element) > 0) {
      this.flush();
      this.heading = headingLevel(element);
      this.children(element, preformatted);
      this.flush();
      this.heading = 0;
    } else if (BLOCK_LEVEL.has(element.name)) {
      this.flush();
      this.inline = this.furniture.plain ? listMarker(element) : '';
      this.children(element, preformatted || element.name === 'pre' || PREFORMATTED_STYLE.test(element.attribs.style ?? ''));
      this.flush();
    } else this.children(element, preformatted);
  }

  private children(element: Element, preformatted: boolean): void {
    for (const node of element.children) this.walk(node, preformatted);
  }

  /** Ends the line of text that is being collected. */
  private flush(): void {
    const text = collapse(this.inline);
    this.inline = '';
    if (text.trim() !== '') this.push(this.textBlock(text));
  }

  private textBlock(text: string): Block {
    if (this.outside > 0 || (!this.furniture.plain && isTemplateLine(text))) return { type: 'furniture', text };
    return this.heading > 0 ? { type: 'heading', level: this.heading, text } : { type: 'paragraph', text };
  }

  private push(block: Block): void {
    this.context.budget.takeBlock();
    this.blocks.push(block);
  }

  private addFigure(image: Element): void {
    if (this.outside === 0) this.push({ type: 'figure', text: collapse(image.attribs.alt ?? '') });
  }

  /** A data table is one block, also where it stands outside the page's own content; a layout table is only the page's order of blocks. */
  private addTable(table: Element): void {
    this.flush();
    if (isLayoutTable(table)) {
      this.children(table, false);
      this.flush();
      return;
    }
    const caption = captionOf(table);
    const captionText = caption === undefined ? '' : this.textOf(caption.children);
    const grid = formGrid(table, (cell) => this.cell(cell), this.context.budget);
    const blank = grid.cells.every((cell) => cell.text.trim() === '' && cell.tables === undefined);
    if (blank && captionText === '') return;
    if (blank) this.push({ type: 'caption', text: captionText });
    else this.push({ type: 'table', grid, evidence: 'stated', ...(captionText === '' ? {} : { caption: captionText }) });
  }

  /** What a cell prints: the text of its blocks as lines, its tables apart. */
  private cell(cell: Element): CellContent {
    const inner = this.nested(cell.children);
    const tables = inner.flatMap((block): RawGrid[] => (block.type === 'table' ? [block.grid] : []));
    const lines = inner.flatMap((block): string[] =>
      block.type === 'table' ? [block.caption ?? ''] : block.type === 'figure' ? [] : [block.text],
    );
    return { text: lines.filter((line) => line !== '').join('\n'), indent: indentOf(cell), tables };
  }

  /** The text of nodes as lines. */
  private textOf(nodes: readonly ChildNode[]): string {
    return this.nested(nodes)
      .flatMap((block) => (block.type === 'table' ? block.grid.cells.map((cell) => cell.text) : [block.text]))
      .join('\n');
  }

  /** The blocks of nodes that stand inside a cell or caption; limits and depth go on counting. */
  private nested(nodes: readonly ChildNode[]): Block[] {
    const inner = new PageBlocks(this.context, { plain: this.furniture.plain, elements: NO_ELEMENTS });
    inner.depth = this.depth;
    return inner.read(nodes);
  }
}

/** The level of a heading element, or of a paragraph to which a word processor gives an outline level; 0 for anything else. */
function headingLevel(element: Element): number {
  if (/^h[1-6]$/.test(element.name)) return Number(element.name[1]);
  return element.name === 'p' ? Number(/mso-outline-level\s*:\s*([1-9])/.exec(element.attribs.style ?? '')?.[1] ?? 0) : 0;
}
