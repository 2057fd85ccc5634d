import { findNextItems } from './numbering.js';
import { ENDS_WITH_CONTENTS } from './sectionLexicon.js';

/** What entries of a table of contents that a reader joined start with, and where the next starts. */
const CONTENTS_START = /^(?:目录|第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、)/;
const ENTRY_START =
  /(?<=^目录|[^、一二三四五六七八九十第（(])(?=第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、[^一二三四五六七八九十、]{3})/g;

/** The items of a text that a reader joined: 1、…。2、…; …。注：…; entries of a table of contents; a title page that ends in 目录. */
export function splitItems(text: string): string[] {
  const entries = /[。；，]/.test(text) || !CONTENTS_START.test(text) ? [] : [...text.matchAll(ENTRY_START)].map((match) => match.index);
  const notes = [...text.matchAll(/。(?=注[：:])/g)].map((match) => match.index + 1);
  const title = ENDS_WITH_CONTENTS.exec(text)?.[1];
  const cuts = [...new Set([0, ...findNextItems(text), ...entries, ...notes, ...(title === undefined ? [] : [title.length])])].sort(
    (a, b) => a - b,
  );
  return cuts.map((cut, index) => text.slice(cut, cuts[index + 1])).filter((item) => item !== '');
}
