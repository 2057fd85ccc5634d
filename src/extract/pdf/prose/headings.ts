import type { Paragraph } from './paragraphs.js';

/** Numbering that begins a heading, from the highest level down. */
const NUMBERING: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百\d]+(?:部分|章|篇|编)/, 1],
  [/^(?:附件|附录)\s*\d*\s*[:：]?/, 1],
  [/^[一二三四五六七八九十]+\s*[、．.]/, 2],
  [/^[（(][一二三四五六七八九十]+[）)]/, 3],
];
const SENTENCE_END = /[。；;！？，,：:]$/;
const CONTENTS_LINE = /(?:[.…·]\s?){4,}\s*\d+$/;
const LONGEST = 40;
const LARGER = 1.15;
/** A line that fills the page's width is longer than this (characters) only in prose. */
const FULL_LINE = 20;

/** The heading level of a paragraph whose document prints most text in `bodySize` points, or undefined for prose. */
export function headingLevel(paragraph: Paragraph, bodySize: number): number | undefined {
  const text = paragraph.text.trim();
  if (
    text.length > LONGEST ||
    paragraph.lines > 2 ||
    SENTENCE_END.test(text) ||
    CONTENTS_LINE.test(text) ||
    (paragraph.endsFull && text.length > FULL_LINE)
  )
    return undefined;
  const numbering = NUMBERING.find(([pattern]) => pattern.test(text));
  if (numbering !== undefined) return numbering[1];
  if (!/\p{L}{2}/u.test(text)) return undefined;
  if (paragraph.size > LARGER * bodySize) return paragraph.size > 1.5 * bodySize ? 1 : 2;
  return undefined;
}

/** The font size in points that most characters of these paragraphs have. */
export function bodySizeOf(paragraphs: readonly Paragraph[]): number {
  const count = new Map<number, number>();
  for (const paragraph of paragraphs) {
    const size = Math.round(paragraph.size * 2) / 2;
    count.set(size, (count.get(size) ?? 0) + paragraph.text.length);
  }
  let [body, most] = [0, 0];
  for (const [size, n] of count) if (n > most) [body, most] = [size, n];
  return body;
}
