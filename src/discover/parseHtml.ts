import { type Document, DomHandler, type Element, isTag } from 'domhandler';
import { DomUtils, Parser } from 'htmlparser2';

/** No page that people read nests deeper; the parser's time grows with the square of the depth. */
const DEEPEST_PAGE = 1000;
const LARGEST_PAGE = 20 * 1024 * 1024;

/** Thrown and caught here only: the way to stop the parser. */
class TooDeep extends Error {}

/** A page's tree with an index of its elements: discovery asks for them by name many times a page, and never writes. */
export interface PageTree {
  root: Document;
  /** Every element, in document order. */
  elements: readonly Element[];
  /** The elements of one name, in document order. */
  named(name: string): readonly Element[];
}

/** Builds the tree, but not below a depth, and lists its elements as they open. */
class BoundedHandler extends DomHandler {
  readonly elements: Element[] = [];

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > DEEPEST_PAGE) throw new TooDeep();
    super.onopentag(name, attributes);
    const opened = this.tagStack.at(-1);
    if (opened !== undefined && isTag(opened)) this.elements.push(opened);
  }
}

/** A page's tree, or why it is not read: it is larger or deeper than any page has to be. Time is linear in the length of `html`. */
export function parseHtml(html: string): PageTree | { unreadable: string } {
  if (html.length > LARGEST_PAGE) return { unreadable: `${html.length} characters of HTML` };
  const handler = new BoundedHandler();
  try {
    new Parser(handler, { decodeEntities: true }).end(html);
  } catch (error) {
    if (error instanceof TooDeep) return { unreadable: `elements nested more than ${DEEPEST_PAGE} deep` };
    throw error;
  }
  return indexed(handler.root, handler.elements);
}

/** A tree without elements. */
export function emptyTree(): PageTree {
  return indexed(new DomHandler().root, []);
}

/** The text of an element and all in it, scripts included, as it stands in the source. */
export function rawText(element: Element | undefined): string {
  return element === undefined ? '' : DomUtils.textContent(element);
}

const NONE: readonly Element[] = [];

function indexed(root: Document, elements: readonly Element[]): PageTree {
  const byName = new Map<string, Element[]>();
  for (const element of elements) {
    const same = byName.get(element.name);
    if (same === undefined) byName.set(element.name, [element]);
    else same.push(element);
  }
  return { root, elements, named: (name) => byName.get(name) ?? NONE };
}
