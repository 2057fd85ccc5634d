/** One entry of a lexicon: a pattern over folded text and what it says. Entries are tried in order; the first that fits counts. */
export interface Word<T> {
  pattern: RegExp;
  value: T;
}

/** What the first fitting entry of a lexicon says of a folded text, or null. */
export function lookUp<T>(lexicon: readonly Word<T>[], folded: string): T | null {
  return lexicon.find((word) => word.pattern.test(folded))?.value ?? null;
}
