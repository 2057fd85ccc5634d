import type { Glyph } from './pageGeometry.js';

/** A page whose characters lie on their side in more than this share is held the wrong way: a sheet that was printed across an upright page. */
const LYING_SHARE = 0.75;
/** So few characters may be a label beside a picture. */
const FEW = 30;
/** Quarter turns clockwise that make text of a direction read rightwards. */
const TURNS = { up: 1, left: 2, down: 3 } as const;

/** The quarter turns clockwise (0 to 3) after which most text of a page stands upright; /Rotate is not always set for tables that are printed across a page. */
export function turnsToUpright(glyphs: readonly Pick<Glyph, 'direction'>[]): number {
  if (glyphs.length < FEW) return 0;
  const lying = { up: 0, left: 0, down: 0 };
  for (const { direction } of glyphs) if (direction !== 'right' && direction !== 'skewed') lying[direction] += 1;
  const most = LYING_SHARE * glyphs.length;
  return lying.up > most ? TURNS.up : lying.left > most ? TURNS.left : lying.down > most ? TURNS.down : 0;
}
