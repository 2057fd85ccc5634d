import { Canvas, widthOf } from './canvas.js';
import { FIGURE_PAGES } from './figurePage.js';
import { Random } from './random.js';
import { prose } from './syntheticPage.js';
import { label, sentence } from './words.js';

/** Kinds of pages without a table that are easily taken for one. */
export const PROSE_KINDS = [
  'two columns',
  'three columns',
  'bulleted list',
  'numbered list',
  'contents with leaders',
  'contents without leaders',
  'key and value lines',
  'bibliography',
  'formulas',
  'chart',
  'letter',
  'index',
  'form',
  'names with leaders',
  'flow chart',
  'side bar',
  'map',
  'chart with bars across',
  'address list',
  ...(Object.keys(FIGURE_PAGES) as (keyof typeof FIGURE_PAGES)[]),
] as const;

export type ProseKind = (typeof PROSE_KINDS)[number];

const LEFT = 56;
const SIZE = 10;

/** A page of prose of a kind, by seed. */
export function prosePage(kind: ProseKind, seed: number): Uint8Array {
  const random = new Random(seed * 6007 + kind.length * 7717 + kind.charCodeAt(0));
  const canvas = new Canvas();
  const inner = canvas.width - 2 * LEFT;
  canvas.text(LEFT, 30, 'Annual report 2021', 8);
  canvas.text(canvas.width - LEFT - 20, 30, String(random.int(1, 90)), 8);
  DRAW[kind](canvas, random, inner);
  return canvas.pdf();
}

/** Draws justified prose in columns. */
const columns = (count: number) => (canvas: Canvas, random: Random, inner: number) => {
  const width = (inner - 18 * (count - 1)) / count;
  for (let c = 0; c < count; c++) {
    let y = 60;
    while (y < 740) y = prose(canvas, random, LEFT + c * (width + 18), y, width, random.int(3, 9)) + random.pick([0, 8]);
  }
};

const DRAW: Record<ProseKind, (canvas: Canvas, random: Random, inner: number) => void> = {
  ...FIGURE_PAGES,
  'two columns': columns(2),
  'three columns': columns(3),
  'bulleted list': (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 3) + 10;
    for (let i = 0; i < random.int(5, 14); i++) {
      canvas.text(LEFT + 14, y + 12, '-', SIZE);
      y = prose(canvas, random, LEFT + 32, y, inner - 32, random.int(1, 3)) + 4;
    }
  },
  'numbered list': (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 2) + 10;
    for (let i = 1; i <= random.int(5, 14); i++) {
      canvas.text(LEFT, y + 12, `${i}.`, SIZE);
      y = prose(canvas, random, LEFT + 26, y, inner - 26, random.int(1, 3)) + 3;
    }
  },
  'contents with leaders': (canvas, random, inner) => contents(canvas, random, inner, true),
  'contents without leaders': (canvas, random, inner) => contents(canvas, random, inner, false),
  'key and value lines': (canvas, random) => {
    ['Name:', 'Address:', 'Telephone:', 'Date:', 'Reference:', 'Subject:'].forEach((key, i) => {
      canvas.text(LEFT, 80 + i * 18, key, SIZE);
      canvas.text(LEFT + 110, 80 + i * 18, i === 2 ? '555 0199' : i === 3 ? '12 March 2021' : label(random, 3, false), SIZE);
    });
    prose(canvas, random, LEFT, 220, 480, 8);
  },
  bibliography: (canvas, random, inner) => {
    let y = 60;
    for (let i = 1; i <= 14; i++) {
      canvas.text(LEFT, y + 12, `[${i}]`, SIZE);
      canvas.text(
        LEFT + 26,
        y + 12,
        `${label(random, 3, false)} (${random.int(1980, 2020)}), ${sentence(random, 7).join(' ')}, vol. ${random.int(1, 40)},`,
        SIZE,
      );
      canvas.text(LEFT + 26, y + 24, `pp. ${random.int(1, 99)}-${random.int(100, 200)}.`, SIZE);
      y += 28;
    }
    prose(canvas, random, LEFT, y + 10, inner, 3);
  },
  formulas: (canvas, random, inner) => {
    let y = 60;
    for (let i = 1; i <= 6; i++) {
      y = prose(canvas, random, LEFT, y, inner, random.int(1, 3)) + 14;
      canvas.text(LEFT + 120, y, `y = ${random.int(1, 9)} x + ${random.int(1, 99)}`, SIZE);
      canvas.text(canvas.width - LEFT - 18, y, `(${i})`, SIZE);
      y += 10;
    }
  },
  chart: (canvas, random, inner) => {
    const y = prose(canvas, random, LEFT, 60, inner, 5) + 30;
    const [x0, y0] = [LEFT + 40, y + 200];
    for (let i = 0; i <= 5; i++) {
      canvas.line(x0, y0 - i * 40, x0 + 360, y0 - i * 40);
      canvas.text(x0 - 8 - widthOf(String(i * 20), 8), y0 - i * 40 + 3, String(i * 20), 8);
    }
    for (let i = 0; i < 8; i++) {
      const height = random.int(10, 190);
      canvas.fill(x0 + 20 + i * 42, y0 - height, x0 + 42 + i * 42, y0, 0.6);
      canvas.text(x0 + 20 + i * 42, y0 + 12, String(2012 + i), 8);
      if (isLabelled(random)) canvas.text(x0 + 24 + i * 42, y0 - height - 4, String(height), 7);
    }
    canvas.text(LEFT, y0 + 34, 'Figure 1. Receipts by year', SIZE);
    prose(canvas, random, LEFT, y0 + 50, inner, 6);
  },
  letter: (canvas, random, inner) => {
    for (const [i, line] of ['Office of the Treasurer', '100 Main Street', 'Springfield'].entries())
      canvas.text(LEFT, 70 + i * 13, line, SIZE);
    for (const [i, line] of ['March 12, 2021', 'Ref. 2021-118'].entries()) canvas.text(LEFT + 340, 70 + i * 13, line, SIZE);
    let y = 140;
    for (let i = 0; i < 5; i++) y = prose(canvas, random, LEFT, y, inner, random.int(2, 6)) + 8;
  },
  index: (canvas, random, inner) => {
    for (let c = 0; c < 3; c++)
      for (let i = 0; i < 30; i++)
        canvas.text(LEFT + (c * inner) / 3, 70 + i * 13, `${label(random, 2, false)}, ${random.int(1, 200)}`, SIZE);
  },
  form: (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 2) + 16;
    for (let i = 1; i <= random.int(6, 14); i++) {
      const name = `${i}. ${label(random, random.int(1, 3), false)}:`;
      canvas.text(LEFT, y, name, SIZE);
      canvas.line(LEFT + widthOf(name, SIZE) + 6, y + 1, LEFT + random.pick([200, 240]), y + 1);
      if (random.chance(0.5)) {
        canvas.text(LEFT + 250, y, 'Date:', SIZE);
        canvas.line(LEFT + 280, y + 1, LEFT + inner, y + 1);
      }
      y += 22;
    }
    prose(canvas, random, LEFT, y, inner, 4);
  },
  'names with leaders': (canvas, random, inner) => {
    let y = prose(canvas, random, LEFT, 60, inner, 3) + 14;
    for (let i = 0; i < random.int(6, 20); i++) {
      const name = label(random, 2, false);
      const office = `${label(random, 2, false)} Office`;
      const right = LEFT + inner - widthOf(office, SIZE);
      const from = LEFT + widthOf(name, SIZE) + 3;
      canvas.text(LEFT, y, name, SIZE);
      canvas.text(right, y, office, SIZE);
      canvas.text(from, y, '.'.repeat(Math.floor((right - 3 - from) / widthOf('.', SIZE))), SIZE);
      y += 15;
    }
  },
  'flow chart': (canvas, random, inner) => {
    const top = prose(canvas, random, LEFT, 60, inner, 4) + 30;
    const across = random.int(2, 4);
    for (let r = 0; r < random.int(2, 4); r++)
      for (let c = 0; c < across; c++) {
        const [x, y] = [LEFT + c * (inner / across), top + r * 80];
        const width = inner / across - 30;
        for (const [a, b, d, e] of [
          [x, y, x + width, y],
          [x, y + 40, x + width, y + 40],
          [x, y, x, y + 40],
          [x + width, y, x + width, y + 40],
          [x + width, y + 20, x + width + 30, y + 20],
          [x + width / 2, y + 40, x + width / 2, y + 80],
        ] as const)
          canvas.line(a, b, d, e);
        canvas.text(x + 6, y + 18, label(random, 2, false), 8);
        if (random.chance(0.5)) canvas.text(x + 6, y + 30, label(random, 1, false), 8);
      }
    canvas.text(LEFT, top + 340, 'Figure 2. How appropriations are made', SIZE);
  },
  'side bar': (canvas, random, inner) => {
    const width = 0.3 * inner;
    const x = canvas.width - LEFT - width;
    const bottom = prose(canvas, random, x + 6, 86, width - 12, random.int(8, 20)) + 8;
    canvas.text(x + 6, 80, 'At a glance', SIZE);
    for (const y of [66, ...(random.chance(0.5) ? [86] : []), bottom]) canvas.line(x, y, x + width, y);
    for (const at of [x, x + width]) canvas.line(at, 66, at, bottom);
    prose(canvas, random, LEFT, 60, inner - width - 20, 40);
  },
  map: (canvas, random, inner) => {
    for (let i = 0; i < random.int(15, 35); i++) {
      const [x, y] = [LEFT + random.int(0, Math.floor(inner) - 80), 90 + random.int(0, 380)];
      canvas.text(x, y, label(random, 1, false), 7);
      if (random.chance(0.4)) canvas.text(x, y + 8, String(random.int(1, 900)), 7);
    }
    canvas.text(LEFT, 500, 'Figure 3. Offices by district', SIZE);
    prose(canvas, random, LEFT, 520, inner, 8);
  },
  'chart with bars across': (canvas, random, inner) => {
    const y = prose(canvas, random, LEFT, 60, inner, 4) + 30;
    canvas.text(LEFT, y, 'Figure 4. Outlays by function, in billions', SIZE);
    const bars = random.int(5, 9);
    for (let i = 0; i < bars; i++) {
      const name = label(random, random.int(1, 2), false);
      const length = random.int(20, 260);
      canvas.text(LEFT + 110 - widthOf(name, 8), y + 27 + i * 20, name, 8);
      canvas.fill(LEFT + 116, y + 18 + i * 20, LEFT + 116 + length, y + 30 + i * 20, 0.5);
      canvas.text(LEFT + 120 + length, y + 27 + i * 20, `$${length}`, 8);
    }
    prose(canvas, random, LEFT, y + 50 + bars * 20, inner, 6);
  },
  'address list': (canvas, random, inner) => {
    for (let r = 0; r < random.int(3, 6); r++)
      for (let c = 0; c < 3; c++)
        [
          `${label(random, 1, false)} ${label(random, 1, false)}`,
          `${random.int(1, 999)} ${label(random, 1, false)} Street`,
          `Springfield, ${random.int(10000, 99999)}`,
          `555-01${random.int(10, 99)}`,
        ].forEach((line, i) => {
          canvas.text(LEFT + (c * inner) / 3, 80 + r * 70 + i * 13, line, SIZE);
        });
  },
};

/** Whether a bar has its value written above. */
function isLabelled(random: Random): boolean {
  return random.chance(0.9);
}

/** Titles with page numbers at the right margin. */
function contents(canvas: Canvas, random: Random, inner: number, leaders: boolean): void {
  let page = 1;
  canvas.text(LEFT, 70, 'Contents', 14);
  for (let i = 0; i < 18; i++) {
    const title = `${random.chance(0.6) ? `${i + 1}. ` : ''}${label(random, random.int(2, 4), false)}`;
    const indent = random.pick([0, 0, 16]);
    const y = 100 + i * 17;
    canvas.text(LEFT + indent, y, title, SIZE);
    page += random.int(0, 5);
    const right = LEFT + inner - widthOf(String(page), SIZE);
    canvas.text(right, y, String(page), SIZE);
    const from = LEFT + indent + widthOf(title, SIZE) + 4;
    if (leaders) canvas.text(from, y, '.'.repeat(Math.max(0, Math.floor((right - 3 - from) / widthOf('.', SIZE)))), SIZE);
  }
}
