/** Stands between two numbers or parts of a number that are shown one after the other: only a reading of the places could tell which. */
export const MOVED = '|';
/** Stands for everything that is printed and belongs to no number. */
export const OTHER = ' ';

/** What of a printed text can belong to a number: digits, points and commas in their plain form, everything else as `OTHER`. */
export function numeralsOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/[^0-9.,]+/g, OTHER);
  return plain === '' ? OTHER : plain;
}
