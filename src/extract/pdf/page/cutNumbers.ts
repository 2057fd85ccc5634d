import type { Glyph } from './pageGeometry.js';

const IN_NUMBER = /[\d.,，％%-]/;

/**
 * Of the glyphs that an edge of the page or of a clip hides, those of numbers whose other glyphs are seen: half a number is a wrong number. Both lists are in the order of the content; glyphs of one number follow each other in one text object.
 */
export function cutNumbers(seen: readonly Glyph[], hidden: readonly Glyph[]): Glyph[] {
  if (hidden.length === 0) return [];
  const kept = new Set<Glyph>();
  const looked = new Set<Glyph>();
  const byOrder = new Map(seen.map((glyph) => [glyph.order, glyph]));
  const lost = new Map(hidden.map((glyph) => [glyph.order, glyph]));
  for (const glyph of hidden) {
    if (looked.has(glyph) || !IN_NUMBER.test(glyph.text)) continue;
    const number = [...neighbours(glyph, -1, byOrder, lost), glyph, ...neighbours(glyph, 1, byOrder, lost)];
    for (const one of number) looked.add(one);
    if (number.every((one) => lost.has(one.order)) || !number.some((one) => lost.has(one.order) && /\d/.test(one.text))) continue;
    for (const one of number) if (lost.has(one.order)) kept.add(one);
  }
  return hidden.filter((glyph) => kept.has(glyph));
}

/** The glyphs of a number before (-1) or after (1) one of its glyphs. */
function neighbours(glyph: Glyph, step: 1 | -1, seen: ReadonlyMap<number, Glyph>, hidden: ReadonlyMap<number, Glyph>): Glyph[] {
  const found: Glyph[] = [];
  for (let order = glyph.order + step; ; order += step) {
    const next = seen.get(order) ?? hidden.get(order);
    if (next === undefined || next.object !== glyph.object || !IN_NUMBER.test(next.text)) return found;
    found.push(next);
  }
}
