import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { rowGroups } from './tableElement.js';
import { isPrinted } from './visibility.js';

/** Text length from which a cell is prose, and content that only a page's layout puts in a cell. */
const PROSE_LENGTH = 200;
/** Longest text that is looked at as a number, and how many cells of numbers make a table data. */
const LONGEST_NUMBER = 30;
const SEVERAL_NUMBERS = 3;
const NUMBER = /^[-−–(（]?\d[\d,]*(?:\.\d+)?%?[)）]?$/;
/** Share of linked text from which an unbordered table is a list of links. */
const LINK_LIST_SHARE = 0.5;
const PAGE_CONTENT = new Set(['form', 'h1', 'h2', 'h3', 'nav', 'header', 'footer', 'article', 'section', 'main', 'iframe', 'ul']);

/** What a table shows about its purpose. Text is counted in characters without white space. */
interface TableFeatures {
  cells: number;
  columns: number;
  textLength: number;
  nestedLength: number;
  proseLength: number;
  linkLength: number;
  /** Count of cells that hold one number and nothing else. */
  numbers: number;
  pageContent: boolean;
  bordered: boolean;
}

/**
 * Whether a table only places parts of the page. Stated roles decide; header cells, captions, borders and several cells of bare numbers speak
 * for data; a single cell, most of the text in
 * nested tables, and links, prose or page parts in an unbordered table speak for layout.
 */
export function isLayoutTable(table: Element): boolean {
  const role = (table.attribs.role ?? '').toLowerCase();
  if (role === 'presentation' || role === 'none') return true;
  if (role === 'table' || role === 'grid') return false;
  const features = featuresOf(table);
  if (features.cells <= 1) return features.cells === 1 && !hasDataMarkup(table);
  if (features.nestedLength > 0 && features.nestedLength >= features.textLength * 0.5) return true;
  if (hasDataMarkup(table) || features.bordered || features.numbers >= SEVERAL_NUMBERS) return false;
  if (features.linkLength > features.textLength * LINK_LIST_SHARE) return true;
  const fewColumns = features.columns <= 3;
  return fewColumns && (features.pageContent || features.proseLength > features.textLength * 0.6);
}

/** Whether a table has markup that only data has: header cells, a header group, a caption. */
function hasDataMarkup(table: Element): boolean {
  const own = table.children.filter(isTag);
  return (
    own.some((one) => one.name === 'caption' || one.name === 'thead') ||
    rowGroups(table).some((g) => g.rows.some((row) => row.some((cell) => cell.name === 'th')))
  );
}

/** Counts what a table holds. */
function featuresOf(table: Element): TableFeatures {
  const features: TableFeatures = {
    cells: 0,
    columns: 0,
    textLength: 0,
    nestedLength: 0,
    proseLength: 0,
    linkLength: 0,
    numbers: 0,
    pageContent: false,
    bordered: isBordered(table),
  };
  for (const group of rowGroups(table))
    for (const row of group.rows) {
      features.columns = Math.max(features.columns, row.length);
      for (const cell of row) {
        const own = measure(cell);
        features.cells += 1;
        features.textLength += own.length;
        features.nestedLength += own.nested;
        features.linkLength += own.linked;
        if (NUMBER.test(own.text)) features.numbers += 1;
        if (own.length - own.nested >= PROSE_LENGTH) features.proseLength += own.length;
        features.pageContent ||= own.pageContent;
        features.bordered ||= isBordered(cell);
      }
    }
  return features;
}

/** Whether a table or cell draws lines. */
function isBordered(element: Element): boolean {
  const { border, style, rules } = element.attribs;
  if (border !== undefined && border !== '' && !/^0/.test(border)) return true;
  if (rules !== undefined && rules !== 'none') return true;
  return /border(?:-(?:top|bottom|left|right))?(?:-style|-width)?\s*:\s*(?!\s*(?:none|0|initial|inherit|unset|hidden))[^;]*(?:solid|\d)/i.test(
    style ?? '',
  );
}

/**
 * Text length of what an element prints, how much of it stands in tables inside and in links, and whether parts of a page are among it. `text` is the
 * whole text where it is short.
 */
function measure(element: Element): { text: string; length: number; nested: number; linked: number; pageContent: boolean } {
  const out = { text: '', length: 0, nested: 0, linked: 0, pageContent: false };
  const stack: { node: ChildNode; nested: boolean; linked: boolean }[] = element.children.map((node) => ({
    node,
    nested: false,
    linked: false,
  }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, nested, linked } = next;
    if (isText(node)) {
      const text = node.data.replace(/\s+/g, '');
      const length = text.length;
      if (out.length < LONGEST_NUMBER) out.text = text + out.text;
      out.length += length;
      if (nested) out.nested += length;
      if (linked) out.linked += length;
    } else if (isTag(node) && isPrinted(node)) {
      out.pageContent ||= PAGE_CONTENT.has(node.name);
      for (const child of node.children)
        stack.push({ node: child, nested: nested || node.name === 'table', linked: linked || node.name === 'a' });
    }
  }
  return out;
}
