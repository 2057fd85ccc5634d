import { lineParts } from './lineParts.js';
import type { PrintedLine } from './printedLines.js';
import { fold } from './printedText.js';
import { isTitleText } from './titleWords.js';

/** A running head is printed on at least this many pages, over tables of at least this many titles. */
const MIN_PAGES = 3;
const MIN_TITLES = 2;
const SAME_HEIGHT = 4;

/**
 * The running heads among a document's lines: the same text at the same height on several pages, over tables of different titles. A title
 * repeated on each page of its own table is none. Gives the folded texts.
 */
export function runningHeads(lines: readonly PrintedLine[]): ReadonlySet<string> {
  const byPage = new Map<number, PrintedLine[]>();
  const byText = new Map<string, PrintedLine[]>();
  for (const line of lines) {
    if (line.page === null || line.box === null) continue;
    append(byPage, line.page, line);
    append(byText, fold(line.text), line);
  }
  const heads = new Set<string>();
  for (const [text, printed] of byText) {
    const pages = [...new Set(printed.map((line) => line.page!))];
    if (pages.length < MIN_PAGES || lineParts(printed[0]!.text).explained) continue;
    const top = printed[0]!.box![1];
    if (printed.filter((line) => Math.abs(line.box![1] - top) <= SAME_HEIGHT).length < MIN_PAGES) continue;
    const titles = new Set(
      pages
        .flatMap((page) => byPage.get(page)!)
        .map((line) => fold(lineParts(line.text).rest))
        .filter(isTitleText),
    );
    titles.delete(text);
    if (titles.size >= MIN_TITLES) heads.add(text);
  }
  return heads;
}

function append<K>(map: Map<K, PrintedLine[]>, key: K, line: PrintedLine): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [line]);
  else list.push(line);
}
