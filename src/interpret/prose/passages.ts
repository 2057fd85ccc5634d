import type { DocumentModel } from '../../model/index.js';
import { readNumbering } from './numbering.js';

/** A paragraph or heading of the prose: layout blanks removed, joined where a page break cut it. */
export interface Passage {
  text: string;
  block: number;
  page: number | null;
  /** The level that the format states for a heading; null for a paragraph. */
  headingLevel: number | null;
  /** Whether a table follows directly, but for lines that state its unit or department. */
  overTable: boolean;
}

const WORD = /[A-Za-z0-9]/;
/** A page number that the reader took for a paragraph. */
const PAGE_NUMBER = /^[-—–─\s]*\d{1,4}[-—–─\s]*$/;
/** A line between a table's title and the table. */
const TABLE_LINE = /^.{0,20}(?:单位|部门|编制|公开\d*表|预算\d+表|年度)[^。]{0,40}$/;
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

/** Whether a paragraph at the top of a page goes on with the one that ends the page before. */
function continues(before: Passage, text: string, page: number | null): boolean {
  if (before.headingLevel !== null || page === null || before.page === null || page === before.page) return false;
  if (TERMINAL.test(before.text) || readNumbering(text) !== null) return false;
  return before.text.length > 12;
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
    for (const line of splitLines(block.text)) {
      const text = compact(line);
      if (text === '' || PAGE_NUMBER.test(text)) continue;
      const page = block.page ?? null;
      const before = passages.at(-1);
      if (block.type === 'paragraph' && !interrupted && before !== undefined && continues(before, text, page)) {
        before.text = compact(`${before.text}${text}`);
      } else {
        passages.push({
          text,
          block: index,
          page,
          headingLevel: block.type === 'heading' ? block.level : null,
          overTable: isOverTable(model, index),
        });
      }
      interrupted = false;
    }
  }
  return passages;
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
    if (before === undefined || (readNumbering(line.trim()) !== null && startsItem(before))) lines.push(line);
    else lines[last] = `${before}${/[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(line) ? ' ' : ''}${line}`;
  }
  return lines;
}

/** Whether what stands before a line break may end a passage, so that a number after it starts a new one. */
function startsItem(before: string): boolean {
  return TERMINAL.test(before.trim()) || before.trim().length <= 30;
}
