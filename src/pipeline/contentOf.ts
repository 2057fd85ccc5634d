import { createHash } from 'node:crypto';
import type { DocumentModel } from '../model/index.js';

/**
 * A hash of what a document says, whatever its bytes are: the texts of its blocks and cells in order, without layout, dates of saving, or compression.
 * A file saved or packed again with the same words and figures has the same. White space does not count.
 */
export function contentOf({ blocks }: DocumentModel): string {
  const hash = createHash('sha256');
  for (const block of blocks) {
    if (block.type === 'figure') continue;
    hash.update(`\u001e${block.type}\u001f`);
    if (block.type === 'table') for (const { r, c, text } of block.grid.cells) hash.update(`${r},${c}\u001f${squeezed(text)}\u001f`);
    else hash.update(squeezed(block.text));
  }
  return hash.digest('hex');
}

/** A text without white space. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
