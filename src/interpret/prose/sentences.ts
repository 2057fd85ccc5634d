/** A sentence of a text with its offset; the full stop belongs to it. */
export interface Sentence {
  text: string;
  start: number;
}

/** The sentences of a text: cut at 。！？ outside brackets (at any, where brackets do not balance). */
export function splitSentences(text: string): Sentence[] {
  const balanced = bracketsBalance(text);
  const sentences: Sentence[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === '（' || char === '(') depth += 1;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    else if (/[。！？!?]/.test(char) && (depth === 0 || !balanced)) {
      sentences.push({ text: text.slice(start, index + 1), start });
      start = index + 1;
    }
  }
  if (start < text.length) sentences.push({ text: text.slice(start), start });
  return sentences;
}

/** Whether every bracket of a text is closed and none closes nothing. */
function bracketsBalance(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '（' || char === '(') depth += 1;
    if (char === '）' || char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
