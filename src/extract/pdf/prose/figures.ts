import type { Box } from '../../../model/index.js';
import { intersect } from '../page/affine.js';

/** Pictures are made of strips and tiles: those nearer than this (points) are one. */
const TOUCHING = 1.5;
/** Smaller pictures (points) are marks and rules; larger ones (share of the page) lie behind its text. */
const SMALLEST = 24;
const LARGEST = 0.6;
/** More pictures than this on a page are a pattern. */
const MOST = 200;

/** The figures of a page: its pictures, tiles joined, without backgrounds of the page or of its tables. Points. */
export function figuresOf(
  images: readonly Box[],
  tables: readonly Box[],
  page: { readonly width: number; readonly height: number },
): Box[] {
  if (images.length > MOST) return [];
  const joined: Box[] = [];
  for (const image of images) {
    let box: Box = [Math.max(0, image[0]), Math.max(0, image[1]), Math.min(page.width, image[2]), Math.min(page.height, image[3])];
    for (let i = joined.length - 1; i >= 0; i--) {
      const other = joined[i]!;
      if (intersect(grown(box), other) === undefined) continue;
      box = [Math.min(box[0], other[0]), Math.min(box[1], other[1]), Math.max(box[2], other[2]), Math.max(box[3], other[3])];
      joined.splice(i, 1);
      i = joined.length;
    }
    joined.push(box);
  }
  return joined
    .filter((box) => box[2] - box[0] >= SMALLEST && box[3] - box[1] >= SMALLEST)
    .filter((box) => (box[2] - box[0]) * (box[3] - box[1]) <= LARGEST * page.width * page.height)
    .filter((box) => tables.every((table) => intersect(box, table) === undefined))
    .sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

function grown([x0, y0, x1, y1]: Box): Box {
  return [x0 - TOUCHING, y0 - TOUCHING, x1 + TOUCHING, y1 + TOUCHING];
}
