import { BYTE_KIND, ObjectParser } from './objectParser.js';
import { NotUnderstood } from './pdfObjects.js';

/** Bytes of a name that fit into a whole number. */
const MOST_BYTES = 6;
const LONG = -1;

/** What the names in one content stream mean. A page sets the same few fonts and states again and again, so short names are looked up once. */
export class NamesOfContent<T> {
  private readonly known = new Map<number, T>();

  constructor(private readonly meaningOf: (name: string) => T) {}

  /** The meaning of the name that begins at `at`. Throws `NotUnderstood` where there is none (-1). */
  at(data: Buffer, at: number): T {
    const key = keyAt(data, at);
    let meaning = this.known.get(key);
    if (meaning === undefined) {
      meaning = this.meaningOf(nameAt(data, at));
      if (key !== LONG) this.known.set(key, meaning);
    }
    return meaning;
  }
}

/** The name that begins at `at`. Throws `NotUnderstood` where there is none (-1). */
export function nameAt(data: Buffer, at: number): string {
  if (at === -1) throw new NotUnderstood('an operator without the name it needs');
  return new ObjectParser(data, at).name().value;
}

/** The bytes of the name that begins at `at` as a number, LONG where they are too many or there is no name. */
function keyAt(data: Buffer, at: number): number {
  if (at === -1) return LONG;
  let key = 0;
  let end = at + 1;
  for (; end < data.length && BYTE_KIND[data[end]!] === 0; end++) {
    if (end - at > MOST_BYTES) return LONG;
    key = key * 256 + data[end]!;
  }
  return key;
}
