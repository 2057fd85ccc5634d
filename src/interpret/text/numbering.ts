import { fold } from './fold.js';

/** How a printed row label begins: its numbering style and ordinal, `其中`, and the name that is left (folded). */
export interface LabelParts {
  style: string | null;
  ordinal: number | null;
  ofWhich: boolean;
  name: string;
}

const CHINESE_DIGITS = '零一二三四五六七八九';
const OF_WHICH = /^(其中|包括|含)[:,、]?/;

/** Numbering styles as printed in front of a label, after folding. Order matters: the first that fits is taken. */
const STYLES: readonly { style: string; pattern: RegExp }[] = [
  { style: '(一)', pattern: /^\(([一二三四五六七八九十百]+)\)[、.,]?/ },
  { style: '一、', pattern: /^([一二三四五六七八九十百]+)[、.,:]/ },
  { style: '第一', pattern: /^第([一二三四五六七八九十百]+)(?:项|类|部分|章)[、.,:]?/ },
  { style: '(1)', pattern: /^\((\d{1,2})\)[、.,]?/ },
  { style: '1、', pattern: /^(\d{1,2})[、.,](?!\d)/ },
  { style: '1)', pattern: /^(\d{1,2})\)[、.,]?/ },
];
const CIRCLED = /^[①-⑳]/;

/** The number a Chinese numeral up to 99 states: `二十三` -> 23. */
export function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十', 2) : ['0', text];
  const digit = (part: string | undefined, none: number) => (part ? Math.max(0, CHINESE_DIGITS.indexOf(part)) : none);
  return digit(tens === '0' ? '零' : tens, 1) * 10 + digit(ones, 0);
}

/** The parts of a printed label. Handles `其中：（一）因公出国…`, `1.一般公共预算拨款`, `①…`, `三 、机关…`. */
export function labelParts(label: string): LabelParts {
  const circled = CIRCLED.exec(label.trim());
  let rest = fold(label);
  let style: string | null = null;
  let ordinal: number | null = null;
  let ofWhich = false;
  if (circled) {
    const printed = (circled[0].codePointAt(0) ?? 0x2460) - 0x245f;
    return { style: '①', ordinal: printed, ofWhich, name: rest.slice(String(printed).length).replace(/^[、.,]/, '') };
  }
  for (let round = 0; round < 2; round += 1) {
    const marked = OF_WHICH.exec(rest);
    if (marked && !ofWhich && (round === 0 || style !== null) && marked[1] !== '含') {
      ofWhich = true;
      rest = rest.slice(marked[0].length);
    }
    if (style !== null) continue;
    for (const known of STYLES) {
      const found = known.pattern.exec(rest);
      if (!found?.[1] || found[0].length === rest.length) continue;
      style = known.style;
      ordinal = /^\d/.test(found[1]) ? Number(found[1]) : chineseNumber(found[1]);
      rest = rest.slice(found[0].length);
      break;
    }
  }
  return { style, ordinal, ofWhich, name: rest };
}
