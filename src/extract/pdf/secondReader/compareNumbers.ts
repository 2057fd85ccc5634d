import { MOVED } from './contentText/index.js';

/** The numbers that only one of two readings of a page has, as they are written there. */
export interface NumberDifference {
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const NO_NUMERAL = new RegExp(`[^0-9.,${MOVED}]+`);
const COMMA = 0x2c;
const POINT = 0x2e;
/** Parts that one number may be shown in: one a digit where glyphs are placed one by one. */
const MOST_PARTS = 32;
/** Parts without a match (more than any page has digits) beyond which readings differ whatever explains some of them: each explanation costs a search of the page. */
const MOST_UNMATCHED = 20_000;
/** Characters of the longest number that is put together from parts. */
const MOST_CHARACTERS = 64;

/**
 * The numbers on which two readings of a page differ, or null where they agree. `second` is in the order in which the page shows it, with `MOVED` (or a line
 * end) where a number may be torn. Numbers agree that are cut into parts differently, as long as the parts follow each other; glyphs that are drawn one by one
 * in another order than they are read (each font's after the other's) agree by their digits. Digits that only the second reading has may be among those of
 * `hidden`: texts that the first reader knows to be invisible, clipped or drawn twice.
 */
export function compareNumbers(first: string, second: string, hidden: string): NumberDifference | null {
  const left = new Counts(numbersOf(first));
  const unmatched: string[][] = [];
  for (const group of second.normalize('NFKC').replaceAll('\n', MOVED).split(NO_NUMERAL))
    unmatched.push(...matchParts(group.split(MOVED), left));
  if (left.size === 0 && unmatched.length === 0) return null;
  if (unmatched.reduce((sum, run) => sum + run.length, 0) > MOST_UNMATCHED)
    return { onlyFirst: left.values(), onlySecond: numbersOf(unmatched.flat().join('\n')) };
  const onlySecond = withoutTorn(first, numbersOf(unmatched.flat().join('\n')), left);
  const onlyFirst = left.values();
  return !swapped(onlyFirst, unmatched) && sameDigits(onlyFirst, onlySecond, hidden) ? null : { onlyFirst, onlySecond };
}

/** Whether parts that follow each other write a number whose digits stand in another order in one of `numbers`. */
function swapped(numbers: readonly string[], runs: readonly (readonly string[])[]): boolean {
  const sorted = new Set(numbers.map(sortedDigits));
  if (sorted.size === 0) return false;
  return runs.some((run) =>
    run.some((_, from) => {
      let written = '';
      return run.slice(from, from + MOST_PARTS).some((part) => {
        written += part;
        return written.length > 1 && sorted.has(sortedDigits(written));
      });
    }),
  );
}

/** Whether two lists of numbers have the same digits, the second perhaps some of `hidden` besides. */
function sameDigits(first: readonly string[], second: readonly string[], hidden: string): boolean {
  const [mine, theirs, more] = [digitsOf(first.join('')), digitsOf(second.join('')), digitsOf(hidden)];
  return new Counts(theirs).holds(mine) && new Counts([...mine, ...more]).holds(theirs);
}

/** The numbers of a text in order, full-width digits as plain ones. */
function numbersOf(text: string): string[] {
  return writtenNumbers(text.normalize('NFKC'));
}

/** The numbers of a text of plain digits. */
function writtenNumbers(text: string): string[] {
  return text.match(NUMBER) ?? [];
}

function digitsOf(text: string): string[] {
  return text.normalize('NFKC').match(/\d/g) ?? [];
}

/** The digits of a number in ascending order. */
function sortedDigits(number: string): string {
  return digitsOf(number).sort().join('');
}

/** Takes from `left` what parts shown one after the other write, the longest number first; gives the parts that write none of them, those that follow each other together. */
function matchParts(parts: readonly string[], left: Counts): string[][] {
  const unmatched: string[][] = [];
  let open: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let end = Math.min(parts.length, from + MOST_PARTS);
    let numbers: string[] = [];
    let written = parts.slice(from, end).join('');
    for (; end > from; end--) {
      if (left.mayHold(written)) {
        numbers = writtenNumbers(written);
        if (left.holds(numbers)) break;
      }
      written = written.slice(0, written.length - parts[end - 1]!.length);
    }
    if (end === from) {
      if (open.length === 0) unmatched.push(open);
      open.push(parts[from++]!);
    } else {
      left.take(numbers);
      if (numbers.length > 0) open = [];
      from = end;
    }
  }
  return unmatched;
}

/** The numbers of `unmatched` that the lines of `first` do not write one after the other either; the parts of the others are taken from `left`. */
function withoutTorn(first: string, unmatched: readonly string[], left: Counts): string[] {
  const lines = first.normalize('NFKC').replaceAll('\n', '');
  return unmatched.filter((number) => !lines.includes(number) || !left.takeParts(number));
}

/** How often each of some texts is there. */
class Counts {
  private readonly counts = new Map<string, number>();
  /** The characters of the longest text. */
  private longest = 0;

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
      if (text.length > this.longest) this.longest = text.length;
    }
  }

  /** False where a text of plain digits begins with a number that is not there: of the parts tried together nearly all do, and this sees it without a search for all numbers. */
  mayHold(written: string): boolean {
    const from = firstDigit(written);
    if (from === written.length) return true;
    const end = numberEnd(written, from);
    return end - from <= this.longest && this.counts.has(written.slice(from, end));
  }

  get size(): number {
    return this.counts.size;
  }

  values(): string[] {
    return [...this.counts].flatMap(([text, count]) => Array.from({ length: count }, () => text));
  }

  /** Whether all of `texts` are there, each as often as it stands among them. */
  holds(texts: readonly string[]): boolean {
    if (texts.length === 1) return this.counts.has(texts[0]!);
    const wanted = new Map<string, number>();
    return texts.every((text) => {
      const count = (wanted.get(text) ?? 0) + 1;
      wanted.set(text, count);
      return count <= (this.counts.get(text) ?? 0);
    });
  }

  take(texts: readonly string[]): void {
    for (const text of texts) {
      const count = (this.counts.get(text) ?? 0) - 1;
      if (count <= 0) this.counts.delete(text);
      else this.counts.set(text, count);
    }
  }

  /** Takes texts that together make up `whole`, in any cut; takes nothing and gives false where there are none. */
  takeParts(whole: string): boolean {
    const parts: string[] = [];
    for (let rest = whole; rest !== ''; ) {
      const part = longestStart(rest, (text) => this.counts.has(text));
      if (part === null) return false;
      parts.push(part);
      rest = rest.slice(part.length);
    }
    if (!this.holds(parts)) return false;
    this.take(parts);
    return true;
  }
}

/** The longest start of a text that `known` holds. */
function longestStart(text: string, known: (start: string) => boolean): string | null {
  for (let length = Math.min(text.length, MOST_CHARACTERS); length > 0; length--)
    if (known(text.slice(0, length))) return text.slice(0, length);
  return null;
}

/** Where the first digit of a text stands; its length where it has none. */
function firstDigit(text: string): number {
  let at = 0;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Where the number ends that begins at `from`, as NUMBER has it. */
function numberEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === COMMA)) end++;
  if (text.charCodeAt(end) !== POINT || !isDigit(text.charCodeAt(end + 1))) return end;
  end++;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
