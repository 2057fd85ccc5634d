import { type CheerioAPI, load } from 'cheerio/slim';
import { DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/** No page that people read nests deeper; the parser's time grows with the square of the depth. */
const DEEPEST_PAGE = 1000;
const LARGEST_PAGE = 20 * 1024 * 1024;

/** Thrown and caught here only: the way to stop the parser. */
class TooDeep extends Error {}

/** Builds the tree, but not below a depth. */
class BoundedHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > DEEPEST_PAGE) throw new TooDeep();
    super.onopentag(name, attributes);
  }
}

/** A page's tree, or why it is not read: it is larger or deeper than any page has to be. Time is linear in the length of `html`. */
export function parseHtml(html: string): CheerioAPI | { unreadable: string } {
  if (html.length > LARGEST_PAGE) return { unreadable: `${html.length} characters of HTML` };
  const handler = new BoundedHandler();
  try {
    new Parser(handler, { decodeEntities: true }).end(html);
  } catch (error) {
    if (error instanceof TooDeep) return { unreadable: `elements nested more than ${DEEPEST_PAGE} deep` };
    throw error;
  }
  return load(handler.root);
}
