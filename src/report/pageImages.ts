import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageSize } from './shards.js';

/** A page drawn in shades of grey: a PNG, its size in points. */
export interface PagePicture {
  png: Uint8Array;
  width: number;
  height: number;
}

/** Draws pages of a document, in their order; null where they cannot be drawn. */
export type DrawPages = (document_id: string, pages: readonly number[]) => Promise<PagePicture[] | null>;

/** Draws pages into `pages/ID/` of a site, and tells the sizes of those that are there. */
export async function writePageImages(
  folder: string,
  document_id: string,
  pages: readonly number[],
  draw: DrawPages,
): Promise<Map<number, PageSize>> {
  const sizes = new Map<number, PageSize>();
  if (pages.length === 0) return sizes;
  const pictures = await draw(document_id, pages);
  const target = path.join(folder, 'pages', document_id.slice(0, 16));
  if (pictures !== null) await mkdir(target, { recursive: true });
  for (const [index, { png, width, height }] of (pictures ?? []).entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    await writeFile(path.join(target, `${page}.png`), png);
    sizes.set(page, { width, height });
  }
  return sizes;
}
