import { isDictionary, Name, NotUnderstood, type PdfObject, Reference, Stream } from './pdfObjects.js';

const BLANK = 1;
const DELIMITER = 2;
/** What each byte is to the lexer: a blank, a delimiter, or part of a token. */
export const BYTE_KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) BYTE_KIND[byte] = BLANK;
for (const character of '()<>[]{}/%') BYTE_KIND[character.charCodeAt(0)] = DELIMITER;

export const NO_DIGIT = 255;
/** The value of each hexadecimal digit, NO_DIGIT for other bytes. */
export const HEXADECIMAL = new Uint8Array(256).fill(NO_DIGIT);
for (let digit = 0; digit < 16; digit++)
  for (const character of [digit.toString(16), digit.toString(16).toUpperCase()]) HEXADECIMAL[character.charCodeAt(0)] = digit;

/** Arrays and dictionaries inside one another. */
const MOST_DEPTH = 64;
const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

/** Reads PDF objects from bytes, from `position` on. */
export class ObjectParser {
  private depth = 0;

  constructor(
    readonly bytes: Buffer,
    public position = 0,
  ) {}

  /** Moves over blanks and comments. */
  skipBlanks(): void {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.position];
      if (byte === undefined) return;
      if (byte === 0x25) while (this.position < bytes.length && bytes[this.position] !== 10 && bytes[this.position] !== 13) this.position++;
      else if (BYTE_KIND[byte] === BLANK) this.position++;
      else return;
    }
  }

  /** The next token of ordinary characters, after blanks; empty before a delimiter. */
  keyword(): string {
    this.skipBlanks();
    const start = this.position;
    while (this.position < this.bytes.length && BYTE_KIND[this.bytes[this.position]!] === 0) this.position++;
    return this.bytes.toString('latin1', start, this.position);
  }

  /** The next object. `references` says whether `5 0 R` is one, as it is everywhere but in content streams. */
  object(references = true): PdfObject {
    this.skipBlanks();
    const { bytes } = this;
    const byte = bytes[this.position];
    if (byte === 0x2f) return this.name();
    if (byte === 0x28) return this.literalString();
    if (byte === 0x3c) return bytes[this.position + 1] === 0x3c ? this.dictionary(references) : this.hexString();
    if (byte === 0x5b) return this.array(references);
    const word = this.keyword();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    if (word === '' || Number.isNaN(number)) throw new NotUnderstood(`an object begins with “${word.slice(0, 20)}”`);
    return references && Number.isInteger(number) && number >= 0 ? this.numberOrReference(number) : number;
  }

  /** An indirect object at `position`: its number, generation and `obj` before it. */
  indirectObject(number: number): PdfObject {
    if (Number(this.keyword()) !== number) throw new NotUnderstood(`object ${number} is not where the file says`);
    this.keyword();
    if (this.keyword() !== 'obj') throw new NotUnderstood(`object ${number} is not where the file says`);
    const object = this.object();
    if (!isDictionary(object)) return object;
    const after = this.position;
    if (this.keyword() !== 'stream') {
      this.position = after;
      return object;
    }
    if (this.bytes[this.position] === 13) this.position++;
    if (this.bytes[this.position] === 10) this.position++;
    return new Stream(object, this.bytes, this.position);
  }

  private numberOrReference(number: number): PdfObject {
    const after = this.position;
    const generation = this.keyword();
    if (/^\d{1,5}$/.test(generation) && this.keyword() === 'R') return new Reference(number);
    this.position = after;
    return number;
  }

  name(): Name {
    const start = ++this.position;
    while (this.position < this.bytes.length && BYTE_KIND[this.bytes[this.position]!] === 0) this.position++;
    const text = this.bytes.toString('latin1', start, this.position);
    return new Name(
      text.includes('#') ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text,
    );
  }

  /** A string in parentheses, as bytes. */
  literalString(): Uint8Array {
    const { bytes } = this;
    const start = ++this.position;
    let depth = 1;
    let plain = true;
    for (; this.position < bytes.length; this.position++) {
      const byte = bytes[this.position];
      if (byte === 0x5c) {
        plain = false;
        this.position++;
      } else if (byte === 0x28) depth++;
      else if (byte === 0x29 && --depth === 0) {
        const raw = bytes.subarray(start, this.position++);
        return plain ? raw : unescaped(raw);
      }
    }
    throw new NotUnderstood('a string has no end');
  }

  /** A string of hexadecimal digits, as bytes. */
  hexString(): Uint8Array {
    const { bytes } = this;
    const end = bytes.indexOf(0x3e, ++this.position);
    if (end === -1) throw new NotUnderstood('a string has no end');
    const string = new Uint8Array((end - this.position + 1) >> 1);
    let digits = 0;
    for (let at = this.position; at < end; at++) {
      const digit = HEXADECIMAL[bytes[at]!]!;
      if (digit === NO_DIGIT) {
        if (BYTE_KIND[bytes[at]!] !== BLANK) throw new NotUnderstood('a string has other than hexadecimal digits');
        continue;
      }
      string[digits >> 1]! |= digits % 2 === 0 ? digit << 4 : digit;
      digits++;
    }
    this.position = end + 1;
    const length = (digits + 1) >> 1;
    return length === string.length ? string : string.subarray(0, length);
  }

  private array(references: boolean): PdfObject[] {
    this.enter();
    this.position++;
    const items: PdfObject[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.bytes[this.position] === 0x5d) break;
      items.push(this.object(references));
    }
    this.position++;
    this.depth--;
    return items;
  }

  private dictionary(references: boolean): PdfObject {
    this.enter();
    this.position += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.skipBlanks();
      if (this.bytes[this.position] === 0x3e) break;
      if (this.bytes[this.position] !== 0x2f) throw new NotUnderstood('a key of a dictionary is no name');
      const key = this.name().value;
      entries.set(key, this.object(references));
    }
    this.position += 2;
    this.depth--;
    return entries;
  }

  private enter(): void {
    if (++this.depth > MOST_DEPTH) throw new NotUnderstood('objects are nested too deeply');
  }
}

/** A literal string with its backslashes resolved. */
function unescaped(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(raw.length);
  let length = 0;
  for (let i = 0; i < raw.length; i++) {
    const byte = raw[i]!;
    if (byte !== 0x5c) {
      bytes[length++] = byte;
      continue;
    }
    const next = raw[++i]!;
    if (next >= 0x30 && next <= 0x37) {
      let octal = next - 0x30;
      for (let k = 0; k < 2 && raw[i + 1]! >= 0x30 && raw[i + 1]! <= 0x37; k++) octal = octal * 8 + raw[++i]! - 0x30;
      bytes[length++] = octal & 255;
    } else if (next === 13) {
      if (raw[i + 1] === 10) i++;
    } else if (next !== 10) bytes[length++] = ESCAPES[next] ?? next;
  }
  return bytes.subarray(0, length);
}
