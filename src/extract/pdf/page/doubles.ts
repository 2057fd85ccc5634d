import type { Glyph } from './pageGeometry.js';

/** The same character drawn again within this part of its advance, by another text object, is drawn twice. */
const TWICE = 0.4;
/** Places of the table of glyphs, a power of two. */
const PLACES = 4096;
/** Glyphs looked at for each glyph on average, beyond which the search for suspects costs more than it saves. */
const MOST_LOOKS = 256;

/** The glyphs without those that were drawn twice (fake bold, shadows). */
export function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const suspects = suspectTexts(glyphs);
  if (suspects?.size === 0) return glyphs;
  const byText = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (suspects?.has(glyph.text) === false) continue;
    const same = byText.get(glyph.text);
    if (same === undefined) byText.set(glyph.text, [glyph]);
    else same.push(glyph);
  }
  const doubles = new Set<Glyph>();
  for (const same of byText.values()) addDoubles(same, doubles);
  return doubles.size === 0 ? glyphs : glyphs.filter((glyph) => !doubles.has(glyph));
}

/** Adds those of the glyphs of one character that are drawn again. */
function addDoubles(same: Glyph[], doubles: Set<Glyph>): void {
  same.sort((a, b) => a.x0 - b.x0 || a.order - b.order);
  for (let i = 0; i < same.length; i++) {
    const a = same[i]!;
    if (doubles.has(a)) continue;
    const near = reachOf(a);
    for (let k = i + 1; k < same.length && same[k]!.x0 - a.x0 < near; k++) {
      const b = same[k]!;
      if (a.object !== b.object && Math.abs(a.y0 - b.y0) < TWICE * a.size && Math.abs(a.size - b.size) < 0.3 * a.size) doubles.add(b);
    }
  }
}

/** How far to the right (points) a glyph may be drawn again. */
function reachOf({ x0, x1, size }: Glyph): number {
  return TWICE * Math.max(x1 - x0, 0.3 * size);
}

/**
 * The characters that stand in two places near enough to be one drawn twice, or undefined where the search is given up. Most pages have none, and the glyphs
 * of a page are seldom near each other and equal: a table of them by character and height tells that much sooner than sorting them.
 */
function suspectTexts(glyphs: readonly Glyph[]): ReadonlySet<string> | undefined {
  const suspects = new Set<string>();
  let largest = 0;
  for (const { size } of glyphs) if (size > largest) largest = size;
  const step = TWICE * largest;
  const heads = new Int32Array(PLACES).fill(-1);
  const others = new Int32Array(glyphs.length);
  let looks = MOST_LOOKS * glyphs.length;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const row = Math.floor(glyph.y0 / step);
    for (let near = row - 1; near <= row + 1; near++)
      for (let k = heads[placeOf(glyph.text, near)]!; k >= 0; k = others[k]!) {
        if (--looks < 0) return undefined;
        if (isNear(glyphs[k]!, glyph)) suspects.add(glyph.text);
      }
    const place = placeOf(glyph.text, row);
    others[i] = heads[place]!;
    heads[place] = i;
  }
  return suspects;
}

/** The place of the glyphs of one character at one height; others may share it. */
function placeOf(text: string, row: number): number {
  return (text.charCodeAt(0) * 31 + row * 211) & (PLACES - 1);
}

/** True where one of two glyphs may be the other drawn again. */
function isNear(a: Glyph, b: Glyph): boolean {
  if (a.object === b.object || a.text !== b.text) return false;
  return Math.abs(a.x0 - b.x0) < Math.max(reachOf(a), reachOf(b)) && Math.abs(a.y0 - b.y0) < TWICE * Math.max(a.size, b.size);
}
