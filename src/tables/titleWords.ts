import { TITLE_ENDS } from './lexicon.js';
import { fold } from './printedText.js';

const BRACKET_AT_END = /[（(][^（()）]*[）)]$/u;
const SENTENCE = /[。；;！!？?]|，.*，|：.{12,}/u;
const MAX_TITLE = 70;

/** Whether a text is worded like a title: short, no sentence, and ends with a word such as 表 (a bracket at its end apart). */
export function isTitleText(text: string): boolean {
  const word = fold(text).replace(BRACKET_AT_END, '');
  return word.length >= 3 && word.length <= MAX_TITLE && !SENTENCE.test(text) && word.endsWith('表');
}

/** Whether a text may be a title though no 表 ends it: short, no sentence, no list item with an amount. */
export function mayBeTitle(text: string): boolean {
  const word = fold(text).replace(BRACKET_AT_END, '');
  return (
    word.length >= 2 && word.length <= MAX_TITLE && !SENTENCE.test(text) && !/[，,、]$|[:：]$/u.test(text) && !/\d{3,}\.\d/u.test(text)
  );
}

/** Whether a text ends with one of the words that titles without 表 end with. */
export function endsLikeTitle(text: string): boolean {
  const word = fold(text).replace(BRACKET_AT_END, '');
  return TITLE_ENDS.some((end) => word.endsWith(end));
}
