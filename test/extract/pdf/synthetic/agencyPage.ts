import type { AgencyContent } from './agencyRows.js';
import { AGENCY_STYLES, type AgencyStyle } from './agencyStyles.js';
import { drawAgencyTable } from './agencyTable.js';
import { headWord, rowLabel, spannerWord } from './agencyWords.js';
import { Canvas, widthOf } from './canvas.js';
import { Random } from './random.js';
import { prose, type SyntheticPage } from './syntheticPage.js';
import { drawTypedTable } from './typedTable.js';
import { sentence } from './words.js';

const LEFT = 54;
const BODY = 10;

/** A page of an agency's report in a style: prose, a title of one to three lines, a table, notes and prose again. */
export function agencyPage(name: AgencyStyle, seed: number): SyntheticPage {
  const random = new Random(seed * 4241 + name.length * 92821 + name.charCodeAt(2) * 31);
  const content: AgencyContent = AGENCY_STYLES[name](random);
  const { rows, layout, column = false, lying = false, landscape = false, beside, untitled = false, typed = false } = content;
  const canvas = lying ? new Canvas(842, 595) : landscape ? new Canvas(792, 612) : new Canvas(612, 792);
  const inner = canvas.width - 2 * LEFT;
  const half = (inner - 20) / 2;
  const x = column && random.chance(0.5) ? LEFT + half + 20 : LEFT;
  const width = column ? half : inner;
  let y = 50;
  canvas.text(LEFT, 36, 'Bureau of Statistics', 8);
  canvas.text(canvas.width - LEFT - 20, 36, String(random.int(1, 300)), 8);
  if (column) prose(canvas, random, x === LEFT ? LEFT + half + 20 : LEFT, y, half, 44);
  if (!lying && (beside === 'prose' || random.chance(0.7))) y = prose(canvas, random, x, y, width, random.int(2, 6)) + 14;
  if (!untitled) y = title(canvas, random, x, y, beside === 'chart' ? half : width);
  const drawn = (typed ? drawTypedTable : drawAgencyTable)(canvas, rows, layout, x, y);
  if (beside === 'chart') chart(canvas, random, Math.max(drawn.right + 50, LEFT + half + 50), y, Math.max(110, drawn.bottom - y));
  y = Math.max(drawn.bottom + 4, beside === 'chart' ? y + 150 : 0);
  if (beside !== 'prose' && random.chance(0.7)) y = notes(canvas, random, x, y, width);
  if (!lying && (beside === 'prose' || random.chance(0.7))) prose(canvas, random, x, y + 16, width, random.int(3, 8));
  return { pdf: canvas.pdf(lying ? random.pick([90, 270] as const) : 0, lying), tables: [drawn.cells] };
}

/** A chart of bars or of a line over years, with an axis of numbers at its left. */
function chart(canvas: Canvas, random: Random, x: number, y: number, height: number): void {
  const right = canvas.width - LEFT;
  const steps = random.int(3, 6);
  const step = random.pick([5, 10, 20, 250]);
  for (let i = 0; i <= steps; i++) {
    const at = y + height - (i * height) / steps;
    if (i === 0 || random.chance(0.5)) canvas.line(x, at, right, at);
    canvas.text(x - 6 - widthOf(String(i * step), 7), at + 2.5, String(i * step), 7);
  }
  const bars = random.int(4, 6);
  const wide = (right - x) / bars;
  for (let i = 0; i < bars; i++) {
    canvas.fill(x + (i + 0.2) * wide, y + height * random.next(), x + (i + 0.8) * wide, y + height, 0.5);
    canvas.text(x + (i + 0.2) * wide, y + height + 10, String(2001 + i), 7);
  }
}

/** A title above a table: numbered or not, in the middle or at the left, with the unit below it. */
function title(canvas: Canvas, random: Random, x: number, y: number, width: number): number {
  const numbered = random.pick([
    `Table ${random.int(1, 40)}. `,
    `Table ${random.int(1, 9)}-${random.int(1, 9)}. `,
    '',
    `TABLE ${random.int(1, 9)}.—`,
  ]);
  const lines = [`${numbered}${headWord(random)} and ${spannerWord(random).toLowerCase()} by ${headWord(random).toLowerCase()}`];
  if (random.chance(0.4)) lines.push(`and ${rowLabel(random).toLowerCase()}: ${random.int(1985, 1999)} to ${random.int(2000, 2012)}`);
  const middle = random.chance(0.4);
  const size = random.pick([9, 10]);
  let at = y;
  const write = (line: string, own: number, bold: boolean): void => {
    at += 1.2 * own;
    canvas.text(middle ? x + Math.max(0, width - widthOf(line, own)) / 2 : x, at, line, own, bold);
  };
  const bold = random.chance(0.6);
  for (const line of lines) write(line, size, bold);
  if (random.chance(0.4)) write(random.pick(['[In thousands]', '(Dollars in millions)', '[Percent of population]']), 8, false);
  return at + random.pick([5, 8, 12]);
}

/** Notes and the source below a table, in small type. */
function notes(canvas: Canvas, random: Random, x: number, y: number, width: number): number {
  let at = y;
  const write = (text: string): void => {
    const words = text.split(' ');
    let line = '';
    for (const word of [...words, '']) {
      if (word !== '' && widthOf(`${line} ${word}`, 7) < width) line = line === '' ? word : `${line} ${word}`;
      else {
        at += 8.4;
        canvas.text(x, at, line, 7);
        line = word;
      }
    }
  };
  for (const mark of ['1', '2', '3'].slice(0, random.int(0, 3))) write(`${mark} ${sentence(random, random.int(4, 24)).join(' ')}.`);
  if (random.chance(0.5))
    write(random.pick(['– Represents zero.  X Not applicable.', 'NA Not available.', '(D) Withheld to avoid disclosing data.']));
  if (random.chance(0.7)) write(`Source: ${sentence(random, random.int(4, 12)).join(' ')}, ${random.int(1990, 2012)}.`);
  return at + 0.4 * BODY;
}
