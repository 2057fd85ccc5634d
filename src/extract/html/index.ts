import { load } from 'cheerio';
import { decodeText } from '../encoding.js';
import { UnreadableDocument } from '../failure.js';
import type { Reading, ReadingContext } from '../reading.js';
import { furnitureOf } from './mainContent.js';
import { nestsDeeper } from './nesting.js';
import { PageBlocks } from './pageBlocks.js';
import { collapse } from './whitespace.js';

/** Where a page states its charset, within its first bytes (the HTML standard asks for 1024; templates put scripts before it). */
const META_BYTES = 4096;
const META_CHARSET = /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*?encoding=["']([\w.:-]+)/i;

/** Nesting of tags up to which a page is parsed; what is deeper than the limit on depth is refused after that. */
const MAX_NESTING = 3000;

/**
 * Reads an HTML page into blocks: its own content as headings, paragraphs, tables and figures, what stands around it as furniture, in the order of the
 * source. Never throws but UnreadableDocument on limits.
 */
export async function readHtml(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const meta = META_CHARSET.exec(Buffer.from(bytes.subarray(0, META_BYTES)).toString('latin1'));
  const text = decodeText(bytes, [context.options.charset, meta?.[1] ?? meta?.[2]], context);
  if (nestsDeeper(text, MAX_NESTING))
    throw new UnreadableDocument('too_large', `the page nests elements deeper than ${MAX_NESTING}; it is not read`);
  const $ = load(text);
  const document = $.root()[0]!;
  const furniture = furnitureOf(document);
  const blocks = new PageBlocks(context, furniture).read(document.children);
  return { title: collapse($('title').first().text()) || null, blocks, diagnostics: context.diagnostics };
}
