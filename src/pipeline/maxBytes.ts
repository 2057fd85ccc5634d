import type { Source } from '../model/index.js';

/** The most bytes that a document of a source may have. */
export function maxBytesOf(source: Source): number {
  return source.type === 'folder' ? source.max_bytes : source.limits.max_bytes;
}
