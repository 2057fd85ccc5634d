import { isWhite } from '../ruled/rulings.js';
import type { PageObjects } from './readObjects.js';

/** Everything of a page that white text can be seen on. */
export type Ground = Pick<PageObjects, 'rulings' | 'images' | 'curves' | 'shaded'>;

/**
 * Whether white text at a point can be seen: on a coloured area or a picture. Where the page has areas whose shape or colour is not known (curves,
 * shadings) it counts as seen, so that nothing printed is lost.
 */
export function isSeenWhite(x: number, y: number, { rulings, images, curves, shaded }: Ground): boolean {
  if (curves > 0 || shaded) return true;
  const covers = (box: readonly [number, number, number, number]): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  return rulings.fills.some(({ box, colour }) => !isWhite(colour) && covers(box)) || images.some(covers);
}
