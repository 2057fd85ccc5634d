import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { isOrganization, SUBJECT } from './lexicon.js';
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
/** What some portals write into the title attribute besides the title: 标题：… 发布时间：2024-02-06. */
const TITLE_LABEL = /^标题\s*[:：]\s*|\s+(?:发布|发文|更新)?(?:时间|日期)\s*[:：].*$/g;
const TRAILING_DATE = /\s+[[(（]?(?:19|20)\d\d-\d\d-\d\d[\])）]?$/;

/** Attributes with the full name of what a link leads to, where the printed text is cut off or says nothing. */
const NAME_ATTRIBUTES = ['title', 'download', 'data-title', 'data-name'];
const BLOCKS = new Set(['p', 'li', 'tr', 'dd', 'div', 'body']);
/** What a list of files prints behind a name. */
const FILE_SIZE = /\s*[(（]?\d+(?:\.\d+)?\s*(?:[KMG]B?|字节)[)）]?$/i;
const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}、|[(（]?\d{1,3}(?:[)）、.．]|\s))\s*/;

/** The fullest text of a link: of its attributes where the printed text is cut off, a mere label, or says nothing; then what stands before it in its row. */
export function linkText(element: Element): string {
  const printed = elementText(element);
  const isLabel = /^\[.*\]$|^【[^】]*】$/.test(printed) && hasTwin(element);
  const saysLittle = /\.{2,}|…/.test(printed) || isLabel || printed === '' || EMPTY_WORDS.test(printed);
  const stated = saysLittle
    ? NAME_ATTRIBUTES.map((name) => plainText(element.attribs[name] ?? '')).find((text) => text !== '' && !EMPTY_WORDS.test(text))
    : undefined;
  const full = stated ?? (isLabel ? '' : printed || imageText(element));
  return EMPTY_WORDS.test(full) ? textBeforeInRow(element) : full.replace(TITLE_LABEL, '').replace(TRAILING_DATE, '');
}

/** The text that names a link from before it (样例局2024年预算：下载): what stands in its row or paragraph behind the link before it, or before the first one. Empty where it is no name. */
function textBeforeInRow(link: Element): string {
  let block: ParentNode | null = link.parent;
  while (block !== null && !(isTag(block) && BLOCKS.has(block.name))) block = block.parent;
  if (block === null) return '';
  let text = '';
  let first: string | null = null;
  const visit = (node: ChildNode): boolean => {
    if (node === link) return true;
    if (isText(node)) text += node.data;
    else if (isTag(node) && node.name === 'a') {
      first ??= text;
      text = '';
    } else if (isTag(node)) {
      for (const child of node.children) if (visit(child)) return true;
      if (node.name === 'td' || node.name === 'th') text += ' ';
    }
    return false;
  };
  block.children.some(visit);
  const names = [text, first ?? ''].map((part) =>
    plainText(part)
      .replace(ORDINAL, '')
      .replace(/[\s:：(（[【]+$/, '')
      .replace(FILE_SIZE, ''),
  );
  return names.find((name) => name.length >= 4 && name.length <= 80 && (SUBJECT.test(name) || isOrganization(name))) ?? '';
}

/** What stands before a link to the article before or after, or as the heading of others like it. */
const NEIGHBOUR_LABEL = /(?:上|下|前|后)一?(?:篇|条|则)\s*[:：>»]?\s*$/;
const NEIGHBOUR_TEXT = /^(?:上|下|前|后)一?(?:篇|条|则)/;
const NEIGHBOUR_CLASS = /(?:^|[-_\s])(?:prev|next|prenext|prevnext|sxp|sxy|shangxia)\w*(?:$|[-_\s])/i;
const RELATED_HEADING = /^(?:相关|推荐|热点|热门|最新|延伸|更多)(?:阅读|文章|新闻|信息|链接|推荐|内容|解读|文件|稿件)?$/;

/** Whether a link leads to the article before or after, or to others that are only related. */
export function leadsAside(link: Element): boolean {
  if (NEIGHBOUR_TEXT.test(elementText(link))) return true;
  let current: Element | null = link;
  for (let level = 0; level < 3 && current !== null && !LIST_ELEMENTS.has(current.name); level += 1) {
    if (NEIGHBOUR_CLASS.test(current.attribs.class ?? '') || NEIGHBOUR_LABEL.test(textBefore(current))) return true;
    current = current.parent !== null && isTag(current.parent) ? current.parent : null;
  }
  return RELATED_HEADING.test(headingOf(link) ?? '');
}

/** The printed text just before an element, in plain form. */
function textBefore({ prev }: Element): string {
  for (let node: ChildNode | null = prev; node !== null; node = node.prev) {
    const text = isText(node) ? plainText(node.data) : isTag(node) && node.name !== 'a' ? elementText(node) : '';
    if (text !== '') return text;
    if (isTag(node) && node.name === 'a') return '';
  }
  return '';
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
  const own = headingAround(link);
  if (own !== null) return own;
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

/** What a heading says before a link that stands in it (更多 beside the name of a list), or null. */
function headingAround(link: Element): string | null {
  const { parent } = link;
  if (parent === null || !isTag(parent) || !isHeading(parent)) return null;
  const text = textBefore(link);
  return text.length >= 2 && text.length <= LONGEST_HEADING ? text : null;
}

/** Whether an element is a heading by tag or by the name of its class. */
function isHeading(element: Element): boolean {
  return HEADING_ELEMENTS.has(element.name) || HEADING_CLASS.test(element.attribs.class ?? '');
}

/** The text of an element that is a heading by tag or by the name of its class, else null. A row of tabs heads several lists: no heading. */
function headingText(element: Element): string | null {
  if (!isHeading(element)) return null;
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
