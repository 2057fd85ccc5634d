import type { DocumentModel } from '../../model/index.js';
import { readNumbering } from './numbering.js';
import { splitItems } from './passageItems.js';
import { inkOf, type PageStart, pageStarts, pagesOfBoth, pagesOfPart } from './passagePages.js';

/** A paragraph or heading of the prose: layout blanks removed, joined where a page break cut it. */
export interface Passage {
  text: string;
  block: number;
  /** The page on which it begins. */
  page: number | null;
  /** That page and those on which it goes on. */
  pages: readonly PageStart[];
  /** The level that the format states for a heading; null for a paragraph. */
  headingLevel: number | null;
  /** Whether it is the title over a table, or a line between title and table. */
  tableTitle: boolean;
}

const WORD = /[A-Za-z0-9]/;
/** A page number that the reader took for a paragraph. */
const PAGE_NUMBER = /^[-—–─\s]*\d{1,4}[-—–─\s]*$/;
/** A page number set between dashes that stands within a paragraph which a page break cut. */
const PAGE_NUMBER_WITHIN = /^[-—–─]\s*\d{1,4}\s*[-—–─]$/;
/** A page number set between dashes behind the last line of a page. */
const PAGE_NUMBER_BEHIND = /(?<=[\u4e00-\u9fff，、；。）])[-—–─]\s?\d{1,3}\s?[-—–─]$/;
/** A line between a table's title and the table. */
const TABLE_LINE = /^(?:.{0,20}(?:单位|部门|编制|年度)[^。]{0,40}|(?:公开|预算|决算|附)?表?\s?\d{1,2}表?|\d{3,9}[-—]?[^\d。]{2,30}|万?元)$/;
/** What headings end with. */
const HEADING_WORD = /(?:说明|情况|概况|职责|职能|设置|构成|目标|任务|表|解释|安排|原因|预算|决算)$/;
/** What no paragraph starts with. */
const NO_START = /^(?:元|[，。；、）)%％])/;
/** An amount of money at the start of a line, which goes on with a clause that the line before leaves open. */
const AMOUNT_START = /^\d[\d,，]*(?:\.\d+)?(?:万元?|亿元?|元)/;
const TERMINAL = /[。；;：:！!？?]["”’）)]?$/;

/** A text without layout blanks: a blank is kept (once) only between two Latin words or numbers. */
export function compact(text: string): string {
  return text
    .replace(/[\s\u200b\ufeff\u00a0\u3000]+/g, (_blank, offset: number, whole: string) => {
      const after = /[^\s\u200b\ufeff\u00a0\u3000]/.exec(whole.slice(offset))?.[0] ?? '';
      return WORD.test(whole[offset - 1] ?? '') && WORD.test(after) ? ' ' : '';
    })
    .trim();
}

/**
 * Whether a paragraph goes on with the one before in a format with pages: it starts as no paragraph does, starts with an amount after words
 * that lack one, or the one before ends its page in the middle of a sentence.
 */
function continues(before: Passage, text: string, page: number | null): boolean {
  if (page === null || before.page === null) return false;
  if (NO_START.test(text)) return true;
  if (TERMINAL.test(before.text) || readNumbering(text) !== null) return false;
  if (AMOUNT_START.test(text) && before.headingLevel === null && /[，；。][^，；。]{2,}$/.test(before.text)) return true;
  if (page === before.pages.at(-1)?.page) return false;
  return /[，：；。]./.test(before.text) || (before.headingLevel === null && before.text.length > 12 && !HEADING_WORD.test(before.text));
}

/**
 * The prose of a document in reading order: paragraphs and headings that print text. Tables, furniture and figures are left out; `block` is
 * the block where a passage starts.
 */
export function readPassages(model: DocumentModel): Passage[] {
  const passages: Passage[] = [];
  let interrupted = true;
  for (const [index, block] of model.blocks.entries()) {
    if (block.type === 'table') interrupted = true;
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const starts = pageStarts(block);
    let read = 0;
    for (const line of splitLines(block.text)) {
      const printed = compact(line);
      const pages = pagesOfPart(starts, read, inkOf(printed));
      read += inkOf(printed);
      const text = printed.replace(PAGE_NUMBER_BEHIND, '');
      if (text === '' || PAGE_NUMBER.test(text)) continue;
      const page = pages[0]?.page ?? null;
      const before: Passage | undefined = passages.at(-1);
      if (block.type === 'paragraph' && !interrupted && before !== undefined && continues(before, text, page)) {
        before.pages = pagesOfBoth(before.pages, inkOf(before.text), pages);
        before.text = compact(`${before.text}${text}`);
        before.headingLevel = null;
        before.tableTitle = false;
      } else {
        passages.push({
          text,
          block: index,
          page,
          pages,
          headingLevel: block.type === 'heading' ? block.level : null,
          tableTitle: isTableTitle(text) && isOverTable(model, index),
        });
      }
      interrupted = false;
    }
  }
  return joinPartTitles(passages).flatMap(itemsOf);
}

/** The items of a passage as passages, each with its own pages. */
function itemsOf(passage: Passage): Passage[] {
  let read = 0;
  return splitItems(passage.text).map((text) => {
    const pages = pagesOfPart(passage.pages, read, inkOf(text));
    read += inkOf(text);
    return { ...passage, text, page: pages[0]?.page ?? null, pages };
  });
}

const PART_ALONE = /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|编)[：:]?$/;

/** What the last line of a heading over two lines is. */
const HEADING_END = /^(?:的?(?:总体)?(?:情况)?(?:的?说明|情况)|[况明]|说明)$/;

/** Passages with 第二部分 and the title printed on the line below, and headings printed on two lines, as one heading. */
function joinPartTitles(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const before = joined.at(-1);
    const title = passage.text.length <= 30 && readNumbering(passage.text) === null && !TERMINAL.test(passage.text);
    const sameHeading =
      before !== undefined &&
      before.headingLevel !== null &&
      before.page !== null &&
      before.page === passage.page &&
      passage.block === before.block + 1 &&
      before.headingLevel === passage.headingLevel;
    const follows = before !== undefined && before.block === passage.block - 1 && !TERMINAL.test(before.text);
    const unfinished = before !== undefined && before.headingLevel !== null && !HEADING_WORD.test(before.text);
    const ends =
      follows && (HEADING_END.test(passage.text) || (unfinished && passage.text.length <= 14 && HEADING_WORD.test(passage.text)));
    if (before !== undefined && title && (PART_ALONE.test(before.text) || sameHeading || ends)) {
      before.text += passage.text;
      before.block = passage.block;
    } else joined.push(passage);
  }
  return joined;
}

/** Whether a text may be a table's title: short, unnumbered, no sentence. */
function isTableTitle(text: string): boolean {
  return text.length <= 40 && readNumbering(text) === null && !/[。；：:，]$/.test(text);
}

/** Whether a table follows a block directly, but for furniture, captions and lines that state its unit or department. */
function isOverTable(model: DocumentModel, index: number): boolean {
  for (const block of model.blocks.slice(index + 1, index + 6)) {
    if (block.type === 'table') return true;
    if (block.type === 'furniture' || block.type === 'caption') continue;
    if (block.type === 'figure' || !TABLE_LINE.test(compact(block.text))) return false;
  }
  return false;
}

/** The lines of a block that are passages of their own: a line break stays a break only before a printed numbering. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = lines.length - 1;
    const before = lines[last];
    if (before !== undefined && PAGE_NUMBER_WITHIN.test(line.trim())) continue;
    if (before === undefined || (readNumbering(line.trim()) !== null && startsItem(before))) lines.push(line);
    else lines[last] = `${before}${/[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(line) ? ' ' : ''}${line}`;
  }
  return lines;
}

/** Whether what stands before a line break may end a passage, so that a number after it starts a new one. */
function startsItem(before: string): boolean {
  return TERMINAL.test(before.trim()) || before.trim().length <= 30;
}
