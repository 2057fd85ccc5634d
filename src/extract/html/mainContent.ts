import { type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { isPrinted } from './visibility.js';

/** Elements and roles that are never a page's own content. */
const CHROME_ELEMENTS = new Set(['nav', 'footer', 'aside']);
const CHROME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
/** Class and id words that templates of portals use for what stands around an article. */
const CHROME_WORDS =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|bread|footer|foot|sidebar|share|bdsharebuttonbox|copyright|friendlinks?|toolbar|topbar|login|search|weizhi|dqwz|curpos|position|pagination|pager)(?:$|[-_\s\d])/i;

/** Chrome holds at most this share of a page's plain text, whatever its class says. */
const CHROME_SHARE = 0.3;
/** Share of the plain text outside chrome that the content must hold, and how much of what widens it may be links. */
const CONTENT_SHARE = 0.7;
const LINK_SHARE = 0.3;
/** With fewer links than this a page is a plain document: an export of a word processor, a bare article. */
const FEW_LINKS = 0.1;

/** Characters of printed text under an element, without white space: outside and inside links. */
interface TextAmount {
  plain: number;
  linked: number;
}

/** Lines that only templates of portals print, also where they stand inside the content. */
const CHROME_LINE =
  /^(?:当前位置|您(?:现在)?(?:的|所在的?)位置|您当前(?:的|所在的?)?位置|位置[：:]|首页\s*[>»›]|分享到|扫一扫|打印本页|版权所有|网站标识码|浏览次数|字[体号][：:])/;

/** Which parts of a page stand around its own content. `plain` for a document without such parts. */
export interface PageFurniture {
  plain: boolean;
  elements: ReadonlySet<Element>;
}

/** Whether a line of a page that is no plain document belongs to the page's template. */
export function isTemplateLine(text: string): boolean {
  return text.length < 200 && CHROME_LINE.test(text.trim());
}

/**
 * The elements of a page that hold what stands around its own content: navigation, breadcrumbs, footers. A plain document has none. The content is
 * the smallest element with most of the plain text, widened while few links come with it (a title, a date); what stands beside it is furniture.
 */
export function furnitureOf(document: Document): PageFurniture {
  const heads = runningHeads(document);
  const whole = measure(document, heads);
  const all = whole.get(document) ?? { plain: 0, linked: 0 };
  const chrome = new Set<Element>();
  for (const [node, amount] of whole)
    if (node !== document && isChrome(node as Element) && amount.plain <= all.plain * CHROME_SHARE) chrome.add(node as Element);
  if (chrome.size === 0 && all.linked <= (all.plain + all.linked) * FEW_LINKS) return { plain: true, elements: heads };
  const amounts = measure(document, chrome);
  let content = contentOf(document, amounts);
  content = widen(content, amounts);
  for (let inner: ParentNode = content; inner.parent !== null; inner = inner.parent)
    for (const sibling of inner.parent.children) if (sibling !== inner && isTag(sibling)) chrome.add(sibling);
  return { plain: false, elements: new Set([...heads, ...chrome]) };
}

/** The running heads that a word processor exports as parts of the page. */
function runningHeads(document: Document): ReadonlySet<Element> {
  const body = document.children.filter(isTag).flatMap((html) => html.children.filter(isTag).filter((one) => one.name === 'body'));
  const parts = body.flatMap((one) => one.children.filter(isTag));
  return new Set(parts.filter((one) => one.name === 'div' && /^(?:header|footer)$/.test(one.attribs.title ?? '')));
}

/** The smallest element that holds most of the plain text. */
function contentOf(document: Document, amounts: ReadonlyMap<ParentNode, TextAmount>): ParentNode {
  const enough = (amounts.get(document)?.plain ?? 0) * CONTENT_SHARE;
  let content: ParentNode = document;
  for (let next: ParentNode | undefined = document; next !== undefined; ) {
    content = next;
    // Tables are content as a whole, never one of their cells.
    if (isTag(content as Element) && (content as Element).name === 'table') break;
    next = content.children.find((child): child is Element => isTag(child) && (amounts.get(child)?.plain ?? 0) >= enough);
  }
  return content;
}

/** Climbs while what comes with each parent is mostly plain text. */
function widen(start: ParentNode, amounts: ReadonlyMap<ParentNode, TextAmount>): ParentNode {
  let content = start;
  while (content.parent !== null) {
    const outer = amounts.get(content.parent) ?? { plain: 0, linked: 0 };
    const inner = amounts.get(content) ?? { plain: 0, linked: 0 };
    const linked = outer.linked - inner.linked;
    if (linked > (outer.plain - inner.plain + linked) * LINK_SHARE) break;
    content = content.parent;
  }
  return content;
}

/** Whether an element says of itself that it stands around the content. */
function isChrome(element: Element): boolean {
  const { role, class: classes, id } = element.attribs;
  if (CHROME_ELEMENTS.has(element.name) || (role !== undefined && CHROME_ROLES.has(role.toLowerCase()))) return true;
  if (element.name === 'body' || element.name === 'html') return false;
  return (classes !== undefined && CHROME_WORDS.test(classes)) || (id !== undefined && CHROME_WORDS.test(id));
}

/** The text amount under every printed element, what is under `without` not counted. Walks without recursion, pages can nest deeply. */
function measure(document: Document, without: ReadonlySet<Element>): Map<ParentNode, TextAmount> {
  const order: { node: ParentNode; linked: boolean }[] = [];
  const stack: { node: ParentNode; linked: boolean }[] = [{ node: document, linked: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    order.push(next);
    for (const child of next.node.children)
      if (isTag(child) && isPrinted(child) && !without.has(child)) stack.push({ node: child, linked: next.linked || child.name === 'a' });
  }
  const amounts = new Map<ParentNode, TextAmount>();
  for (const { node, linked } of order.reverse()) {
    const amount: TextAmount = { plain: 0, linked: 0 };
    for (const child of node.children) {
      if (isText(child)) amount[linked ? 'linked' : 'plain'] += child.data.replace(/\s+/g, '').length;
      else if (isTag(child)) {
        const inner = amounts.get(child);
        amount.plain += inner?.plain ?? 0;
        amount.linked += inner?.linked ?? 0;
      }
    }
    amounts.set(node, amount);
  }
  return amounts;
}
