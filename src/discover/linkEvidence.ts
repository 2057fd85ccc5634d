import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import { isOrganization } from './lexicon.js';
import { elementText, plainText, printedDate } from './printedText.js';

/** How far around a link its row and its heading are looked for. */
const ROW_LEVELS = 4;
const HEADING_LEVELS = 6;
const HEADING_SIBLINGS = 4;
const LONGEST_HEADING = 60;
const LIST_ELEMENTS = new Set(['body', 'ul', 'ol', 'table', 'tbody']);
const HEADING_ELEMENTS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'th', 'caption']);
const HEADING_CLASS = /(?:^|[-_\s])(?:tit|title|head|hd|bt)(?:$|[-_\s\d])/i;
const BESIDE = new Set(['td', 'span', 'em', 'dt']);
/** What stands before the name of a publisher. */
const LABEL = /^(?:信息)?(?:来源|发布机构|发布单位|公开单位|作者|单位|部门)\s*[:：]\s*/;
/** Texts of links that say nothing about what they lead to. */
const EMPTY_WORDS = /^(?:下载|附件下载|点击下载|点击查看|查看|详情|点击这里|打开|预览|在线预览|附件\d*|文件)$/;
const TRAILING_DATE = /\s+[[(（]?(?:19|20)\d\d-\d\d-\d\d[\])）]?$/;

/** The fullest text of a link: its title attribute where the printed text is cut off, a mere label, or says nothing. */
export function linkText(element: Element): string {
  const printed = elementText(element);
  const title = plainText(element.attribs.title ?? '');
  const isLabel = /^\[.*\]$|^【[^】]*】$/.test(printed) && hasTwin(element);
  const saysLittle = /\.{2,}|…/.test(printed) || isLabel || printed === '' || EMPTY_WORDS.test(printed);
  const full = saysLittle && title !== '' ? title : isLabel ? '' : printed || imageText(element);
  return EMPTY_WORDS.test(full) ? '' : full.replace(TRAILING_DATE, '');
}

/** Whether another link of the same row leads to the same place: the one in brackets then names the column. */
function hasTwin(link: Element): boolean {
  const row = ownRow(link);
  return row !== null && find(row, (node) => node !== link && node.name === 'a' && node.attribs.href === link.attribs.href) !== null;
}

/** The alternative text of the first image in an element. */
function imageText(element: Element): string {
  const image = find(element, (node) => node.name === 'img');
  return plainText(image?.attribs.alt ?? '');
}

/** The list item, table row or small box around a link that has no link to anywhere else; null where the link stands among others. */
export function ownRow(link: Element): Element | null {
  const href = link.attribs.href;
  let row: Element | null = null;
  let current = link.parent;
  for (let level = 0; level < ROW_LEVELS && current !== null && isTag(current) && !LIST_ELEMENTS.has(current.name); level += 1) {
    const other = find(current, (node) => node.name === 'a' && node.attribs.href !== undefined && node.attribs.href !== href);
    if (other !== null) break;
    row = current;
    current = current.parent;
  }
  return row;
}

/** The date printed with a link, in its row or in its own text. */
export function rowDate(link: Element): string | null {
  return printedDate(elementText(ownRow(link) ?? link));
}

/** The text beside a link in its row, where it names an organization. */
export function rowDepartment(link: Element): string | null {
  const row = ownRow(link);
  if (row === null) return null;
  let found: string | null = null;
  find(row, (node) => {
    if (!BESIDE.has(node.name) || find(node, (inner) => inner.name === 'a') !== null) return false;
    const text = elementText(node).replace(LABEL, '');
    if (text.length < 3 || text.length > 40 || !isOrganization(text)) return false;
    found = text;
    return true;
  });
  return found;
}

/** The nearest heading before a link: on each level up, the closest earlier sibling that is or looks like one. */
export function headingOf(link: Element): string | null {
  let current: Element | null = link;
  for (let level = 0; level < HEADING_LEVELS && current !== null && current.name !== 'body'; level += 1) {
    let sibling: ChildNode | null = current.prev;
    for (let seen = 0; seen < HEADING_SIBLINGS && sibling !== null; sibling = sibling.prev) {
      if (!isTag(sibling)) continue;
      seen += 1;
      const heading = headingText(sibling);
      if (heading !== null) return heading;
    }
    current = current.parent !== null && isTag(current.parent) ? current.parent : null;
  }
  return null;
}

/** The text of an element that is a heading by tag or by the name of its class, else null. A row of tabs heads several lists: no heading. */
function headingText(element: Element): string | null {
  if (!HEADING_ELEMENTS.has(element.name) && !HEADING_CLASS.test(element.attribs.class ?? '')) return null;
  let entries = 0;
  find(element, (node) => {
    if (node.name === 'a' || node.name === 'li') entries += 1;
    return entries > 1;
  });
  if (entries > 1) return null;
  const text = elementText(element);
  return text.length >= 2 && text.length <= LONGEST_HEADING ? text : null;
}

/** Whether an element is, or lies in, another one. */
export function liesIn(element: Element, container: Element): boolean {
  for (let current: ParentNode | null = element; current !== null; current = current.parent) if (current === container) return true;
  return false;
}

/** The first element inside another, in document order, that a test accepts. */
function find(container: Element, accepts: (element: Element) => boolean): Element | null {
  for (const child of container.children) {
    if (!isTag(child)) continue;
    if (accepts(child)) return child;
    const inner = find(child, accepts);
    if (inner !== null) return inner;
  }
  return null;
}
