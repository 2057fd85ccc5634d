import type { GridTable } from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import { fold } from '../text/fold.js';

/** What the body cells of a column print, as counts. */
export interface ColumnProfile {
  filled: number;
  numbers: number;
  /** Numbers with a point or thousands separators: surely amounts. */
  decimals: number;
  words: number;
  codes: number;
  /** First digits of the cells that look like classification codes. */
  leading: Map<string, number>;
}

const CODE = /^(\d{3}(\d{2}){0,4}|[A-C]\d{2,10})$/;
const WORD = /[\u4e00-\u9fff]/;

/** Counts what the body cells of a column print. */
export function columnProfile(table: GridTable, index: number): ColumnProfile {
  const profile: ColumnProfile = { filled: 0, numbers: 0, decimals: 0, words: 0, codes: 0, leading: new Map() };
  for (const row of table.rows) {
    const text = fold(row.texts[index] ?? '');
    if (text === '') continue;
    profile.filled += 1;
    const printed = parsePrintedAmount(text);
    if (printed.kind === 'number' || printed.kind === 'dash') profile.numbers += 1;
    if (printed.kind === 'number' && /[.,]\d/.test(text)) profile.decimals += 1;
    if (printed.kind === 'text' && WORD.test(text)) profile.words += 1;
    if (CODE.test(text)) {
      profile.codes += 1;
      const first = text.slice(0, 1);
      profile.leading.set(first, (profile.leading.get(first) ?? 0) + 1);
    }
  }
  return profile;
}

/** The first digit that most code cells of a column share, or null. */
export function leadingDigit(profile: ColumnProfile): string | null {
  const [first] = [...profile.leading].sort((a, b) => b[1] - a[1]);
  return first && first[1] * 2 > profile.codes ? first[0] : null;
}
