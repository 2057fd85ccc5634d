import { type Canvas, widthOf } from './canvas.js';
import type { Random } from './random.js';
import { prose } from './syntheticPage.js';
import { label, sentence } from './words.js';

/** Draws on a page within a width from a left margin. */
type Draw = (canvas: Canvas, random: Random, inner: number) => void;

const LEFT = 56;
const SIZE = 10;

/** Kinds of pages whose figures, lists and lines are no tables. */
export const FIGURE_PAGES = {
  'chart with lines and a legend': (canvas, random, inner) => {
    const y = prose(canvas, random, LEFT, 60, inner, 4) + 24;
    canvas.text(LEFT, y, 'Figure 2. Receipts and outlays, in billions', SIZE);
    lineChart(canvas, random, LEFT + 40, y + 20, 320, 160);
    for (let i = 0; i < random.int(2, 4); i++) {
      canvas.line(LEFT + 372, y + 50 + i * 14, LEFT + 388, y + 50 + i * 14);
      canvas.text(LEFT + 392, y + 53 + i * 14, label(random, 2, false), 7);
    }
    prose(canvas, random, LEFT, y + 220, inner, 6);
  },
  'two charts beside each other': (canvas, random, inner) => {
    const y = prose(canvas, random, LEFT, 60, inner, 4) + 24;
    for (const x of [LEFT, LEFT + inner / 2 + 10]) {
      canvas.text(x, y, label(random, 3, false), 8);
      lineChart(canvas, random, x + 34, y + 12, inner / 2 - 60, 120);
    }
    prose(canvas, random, LEFT, y + 180, inner, 6);
  },
  'directory of offices': (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 2) + 16;
    for (let i = 0; i < random.int(6, 14); i++) {
      canvas.text(LEFT, y, `${label(random, 2, false)} Office`, SIZE, true);
      canvas.text(LEFT, y + 12, `${random.int(1, 999)} ${label(random, 1, false)} Street, Springfield`, SIZE);
      canvas.text(LEFT, y + 24, `Telephone (202) 555-01${random.int(10, 99)}`, SIZE);
      y += 42;
    }
  },
  glossary: (canvas, random, inner) => {
    let y = 60;
    for (let i = 0; i < random.int(5, 10); i++) {
      canvas.text(LEFT, y + 12.5, label(random, 1, false), SIZE, true);
      y = prose(canvas, random, LEFT + 120, y, inner - 120, random.int(2, 4)) + 6;
    }
  },
  'paragraphs on grounds': (canvas, random, inner) => {
    let y = 60;
    for (let i = 0; i < random.int(4, 7); i++) {
      const lines = random.int(3, 4);
      if (i % 2 === 0) canvas.fill(LEFT - 6, y, LEFT + inner + 6, y + lines * 12.5 + 8, 0.9);
      prose(canvas, random, LEFT, y, inner, lines);
      y += lines * 12.5 + 16;
    }
  },
  'steps of a calculation': (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 3) + 20;
    for (let i = 1; i <= random.int(4, 8); i++) {
      canvas.text(LEFT + 60, y, `V = ${random.int(1, 9)}(x - ${random.int(1, 99)}) / n`, SIZE);
      canvas.text(LEFT + 200, y, `where n > ${random.int(1, 30)}`, SIZE);
      canvas.text(LEFT + inner - 20, y, `(${i})`, SIZE);
      y = prose(canvas, random, LEFT, y + 8, inner, random.int(1, 2)) + 14;
    }
  },
  'notes of signatories': (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 5) + 40;
    for (let r = 0; r < random.int(2, 4); r++) {
      for (const x of [LEFT, LEFT + inner / 2 + 20]) {
        canvas.text(x, y, '_'.repeat(32), SIZE);
        canvas.text(x, y + 13, `${label(random, 1, false)} ${label(random, 1, false)}`, SIZE);
        canvas.text(x, y + 26, sentence(random, 2).join(' '), SIZE);
      }
      y += 64;
    }
  },
  'parts of a heading between dashes': (canvas, random, inner) => {
    let y = 60;
    for (let i = 0; i < 4; i++) {
      canvas.typed(LEFT, y + 10, '-'.repeat(70), 9);
      canvas.typed(LEFT, y + 22, `${label(random, 3, false).toUpperCase()}`, 9);
      canvas.typed(LEFT, y + 34, '-'.repeat(70), 9);
      y = prose(canvas, random, LEFT, y + 40, inner, random.int(3, 6)) + 12;
    }
  },
} satisfies Record<string, Draw>;

/** A chart of lines over years with an axis of numbers at its left. */
function lineChart(canvas: Canvas, random: Random, x: number, y: number, width: number, height: number): void {
  const steps = random.int(4, 7);
  const step = random.pick([2, 5, 10, 250]);
  for (let i = 0; i <= steps; i++) {
    const at = y + height - (i * height) / steps;
    if (i === 0) canvas.line(x, at, x + width, at);
    canvas.text(x - 6 - widthOf(String(i * step), 7), at + 2.5, String(i * step), 7);
  }
  const years = random.int(5, 8);
  for (let i = 0; i < years; i++) {
    const middle = x + ((i + 0.5) * width) / years;
    canvas.text(middle - 8, y + height + 10, String(2001 + i), 7);
    if (random.chance(0.3)) canvas.text(middle - 5, y + height * random.next(), String(random.int(1, steps * step)), 7);
  }
}
