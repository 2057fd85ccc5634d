import { Canvas, widthOf } from './canvas.js';
import type { TruthCell } from './cellRelations.js';
import { Random } from './random.js';
import { type Placement, STYLES, type Style, type StyleName } from './styles.js';
import { drawTable } from './syntheticTable.js';
import { label, sentence } from './words.js';

/** A page with tables whose cells are known. */
export interface SyntheticPage {
  readonly pdf: Uint8Array;
  readonly tables: readonly (readonly TruthCell[])[];
}

const MARGIN = 56;
const BODY = 10;

/** The page that a style and a seed make. */
export function syntheticPage(name: StyleName, seed: number): SyntheticPage {
  const style: Style = STYLES[name];
  const random = new Random(seed * 7919 + name.length * 104729 + name.charCodeAt(0));
  const canvas = new Canvas();
  const tables: (readonly TruthCell[])[] = [];
  const inner = canvas.width - 2 * MARGIN;
  const placement = random.pick<Placement>(style.placement);
  let y = MARGIN + random.int(0, 30);
  if (style.headRule) {
    canvas.text(MARGIN, y - 4, 'Annual report', 8);
    canvas.line(MARGIN, y, canvas.width - MARGIN, y);
    y += random.pick([1, 6, 14]);
  }
  const column = (inner - 20) / 2;
  const proseBefore = placement !== 'alone' && placement !== 'columnOfTwo' && placement !== 'acrossTwo';
  if (proseBefore) y = prose(canvas, random, MARGIN, y, inner, random.int(2, 5)) + 18;
  const captioned = (x: number, top: number, width: number): { bottom: number; right: number } => {
    const place = random.pick(style.caption);
    let at = top;
    if (place === 'above') {
      canvas.text(x, at + BODY, `Table ${random.int(1, 9)}. ${label(random, 4, false)}`, BODY);
      at += 2.2 * BODY;
    }
    if (style.unitRow) {
      canvas.text(x + width / 4, at + 8, '(in thousands of dollars)', 8);
      at += 16;
    }
    const drawn = drawTable(canvas, random, style, x, at, width);
    tables.push(drawn.cells);
    let bottom = drawn.bottom;
    if (style.footnotes) {
      for (const mark of ['1', '2'].slice(0, random.int(1, 2))) {
        bottom += 10;
        canvas.text(x, bottom + 2, `${mark} ${sentence(random, random.int(6, 12)).join(' ')}.`, 7);
      }
      bottom += 4;
    }
    if (place === 'below') {
      canvas.text(x, bottom + 2 * BODY, `Table ${random.int(1, 9)}. ${label(random, 4, false)}`, BODY);
      bottom += 2 * BODY;
    }
    return { bottom, right: drawn.right };
  };
  let bottom = y;
  if (placement === 'columnOfTwo') {
    const right = random.chance(0.5);
    const own = right ? MARGIN + column + 20 : MARGIN;
    prose(canvas, random, right ? MARGIN : MARGIN + column + 20, y, column, 40);
    const top = random.chance(0.5) ? prose(canvas, random, own, y, column, random.int(4, 12)) + 16 : y;
    bottom = captioned(own, top, column).bottom;
    prose(canvas, random, own, bottom + 18, column, 6);
  } else if (placement === 'acrossTwo') {
    const from = random.chance(0.6)
      ? Math.max(prose(canvas, random, MARGIN, y, column, 8), prose(canvas, random, MARGIN + column + 20, y, column, 8)) + 20
      : y;
    bottom = captioned(MARGIN, from, inner).bottom;
    prose(canvas, random, MARGIN, bottom + 24, column, 14);
    prose(canvas, random, MARGIN + column + 20, bottom + 24, column, 14);
  } else if (placement === 'besideProse') {
    const width = 0.55 * inner;
    const { right } = captioned(MARGIN, y, width);
    prose(canvas, random, Math.max(right, MARGIN + width) + 22, y, canvas.width - MARGIN - Math.max(right, MARGIN + width) - 22, 22);
  } else if (placement === 'sideBySide') {
    captioned(MARGIN, y, column - 10);
    captioned(MARGIN + column + 30, y, column - 10);
  } else {
    bottom = captioned(MARGIN, y, inner).bottom;
    if (placement === 'stacked') bottom = captioned(MARGIN, bottom + random.pick([24, 40]), inner).bottom;
    if (placement !== 'alone') prose(canvas, random, MARGIN, bottom + 20, inner, random.int(3, 8));
  }
  return { pdf: canvas.pdf(random.pick(style.rotate)), tables };
}

/** Writes justified prose of so many lines; gives where it ends. */
export function prose(canvas: Canvas, random: Random, x: number, y: number, width: number, lines: number): number {
  let at = y;
  for (let i = 0; i < lines && at < canvas.height - 40; i++) {
    const words: string[] = [];
    const stock = sentence(random, 60);
    let used = 0;
    for (const word of stock) {
      if (used + widthOf(`${word} `, BODY) > width) break;
      words.push(word);
      used += widthOf(`${word} `, BODY);
    }
    at += 1.25 * BODY;
    const last = i === lines - 1 || (i % 7 === 6 && random.chance(0.5));
    const natural = words.reduce((sum, word) => sum + widthOf(word, BODY), 0);
    const blank = last || words.length < 2 ? widthOf(' ', BODY) : (width - natural) / (words.length - 1);
    let cursor = x;
    const written = last ? words.slice(0, Math.max(1, words.length - random.int(0, words.length - 1))) : words;
    for (const word of written) {
      canvas.text(cursor, at, word, BODY);
      cursor += widthOf(word, BODY) + blank;
    }
  }
  return at + 3;
}
