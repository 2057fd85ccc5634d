/** A pattern source that matches any of the words, longest first, with layout blanks allowed between their characters (单  位). */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => [...word].map((character) => character.replace(/[()/*]/u, '\\$&')).join('[ \\u3000]*'))
    .join('|');
}
