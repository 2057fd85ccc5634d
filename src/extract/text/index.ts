import { decodeText } from '../encoding.js';
import type { Reading, ReadingContext } from '../reading.js';
import { readDump } from './dump.js';

/**
 * Reads plain text into blocks. Lines that start with a tab are the cells of a text dump's tables, lines with tabs inside are rows of tables; `[bookmark: _Toc…]` marks a heading; every other line
 * that is not blank is a paragraph.
 */
export async function readText(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const text = decodeText(bytes, [context.options.charset], context);
  return { title: null, blocks: readDump(text.split(/\r\n|\r|\n/), context), diagnostics: context.diagnostics };
}
