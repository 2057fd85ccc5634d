import type { Glyph, Ruling } from '../page/pageGeometry.js';
import { gapBetween, makeRun, type Run } from '../page/runs.js';

/** Characters that listings of typewriters and line printers draw lines with. */
const STROKES: ReadonlySet<string> = new Set('-=_–—─━═');
/** So many of one of them after each other are a line; fewer are a dash. */
const FEWEST = 8;
const FEWEST_BESIDE = 3;
/** Strokes of one line stand at most this far apart (in font sizes). */
const TOUCH = 0.25;
/** The height of a line of strokes above its baseline (in font sizes). */
const HEIGHT: Readonly<Record<string, number>> = { _: -0.1 };
const MIDDLE = 0.28;

/** Lines drawn with characters. */
export interface TypedRules {
  readonly rules: readonly Ruling[];
  /** The runs that are nothing but strokes. */
  readonly strokes: ReadonlySet<Run>;
}

/** The horizontal lines that dashes, equals signs or underscores draw: a long stretch of them, or several short ones with nothing else on their line. */
export function typedRules(runs: readonly Run[]): TypedRules {
  const drawn = runs.filter((run) => run.direction === 'right' && run.glyphs.every((glyph) => STROKES.has(glyph.text)));
  const rules: Ruling[] = [];
  const strokes = new Set<Run>();
  for (const run of drawn) {
    const pieces = piecesOf(run.glyphs);
    if (pieces.some((piece) => piece.length < FEWEST_BESIDE)) continue;
    if (!pieces.some((piece) => piece.length >= FEWEST) && !isLineOfStrokes(run, runs, drawn)) continue;
    strokes.add(run);
    for (const piece of pieces) {
      const { box, baseline, size } = makeRun(piece);
      rules.push({ at: baseline - (HEIGHT[piece[0]!.text] ?? MIDDLE) * size, from: box[0], to: box[2], width: 0.5 });
    }
  }
  return { rules, strokes };
}

/** True where all runs on the line of one are strokes, and these are many. */
function isLineOfStrokes(run: Run, runs: readonly Run[], drawn: readonly Run[]): boolean {
  const onLine = (other: Run): boolean => Math.abs(other.baseline - run.baseline) < 0.5 * run.size;
  const own = drawn.filter(onLine);
  return own.reduce((sum, other) => sum + other.glyphs.length, 0) >= FEWEST && runs.filter(onLine).length === own.length;
}

/** Glyphs cut where a blank stands between them or another stroke begins. */
function piecesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const piece = pieces[pieces.length - 1];
    const last = piece?.[piece.length - 1];
    if (piece !== undefined && last !== undefined && last.text === glyph.text && gapBetween(last, glyph) < TOUCH * glyph.size)
      piece.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces;
}
