import { BYTE_KIND, HEXADECIMAL, NO_DIGIT, type ObjectParser } from './objectParser.js';
import { NotUnderstood } from './pdfObjects.js';

/** A shift of this many thousandths of the font size within a shown line begins a new text. */
const SHIFT = 200;
/** Stands between two strings of a line where the second begins a new text. */
export const NEW_TEXT = -1;

const BACKSLASH = 0x5c;
const OPEN = 0x28;
const CLOSE = 0x29;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const POINT = 0x2e;
const MINUS = 0x2d;

/**
 * What an operator that shows text is given: a string, or a line of strings and shifts. A page has thousands of them, so all are read into one piece of memory:
 * the bytes of the strings one after the other, and the end of each string.
 */
export class ShownOperand {
  bytes = new Uint8Array(4096);
  /** Where each string ends in `bytes`, with `NEW_TEXT` between; the first `count` of them. */
  readonly ends: number[] = [];
  count = 0;
  private length = 0;

  clear(): void {
    this.length = 0;
    this.count = 0;
  }

  /** Reads the string or array at the parser's position in place of what was read before. */
  read(parser: ObjectParser): void {
    this.clear();
    if (parser.bytes[parser.position] !== BRACKET) {
      this.string(parser);
      return;
    }
    parser.position++;
    for (;;) {
      parser.skipBlanks();
      const byte = parser.bytes[parser.position];
      if (byte === BRACKET_END) break;
      if (byte === OPEN || (byte === LESS && parser.bytes[parser.position + 1] !== LESS)) this.string(parser);
      else if (isShift(parser)) this.ends[this.count++] = NEW_TEXT;
    }
    parser.position++;
  }

  private string(parser: ObjectParser): void {
    if (parser.bytes[parser.position] === LESS) this.hexString(parser);
    else this.literalString(parser);
    this.ends[this.count++] = this.length;
  }

  private hexString(parser: ObjectParser): void {
    const { bytes } = parser;
    let at = parser.position + 1;
    let high = NO_DIGIT;
    for (; bytes[at] !== GREATER; at++) {
      const byte = bytes[at];
      if (byte === undefined) throw new NotUnderstood('a string has no end');
      const digit = HEXADECIMAL[byte]!;
      if (digit === NO_DIGIT) {
        if (BYTE_KIND[byte] !== 1) throw new NotUnderstood('a string has other than hexadecimal digits');
      } else if (high === NO_DIGIT) high = digit << 4;
      else {
        this.push(high | digit);
        high = NO_DIGIT;
      }
    }
    if (high !== NO_DIGIT) this.push(high);
    parser.position = at + 1;
  }

  /** A string in parentheses; one with a backslash is read by the parser of objects. */
  private literalString(parser: ObjectParser): void {
    const { bytes } = parser;
    const start = this.length;
    let depth = 1;
    for (let at = parser.position + 1; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH) break;
      if (byte === OPEN) depth++;
      else if (byte === CLOSE && --depth === 0) {
        parser.position = at + 1;
        return;
      }
      this.push(byte);
    }
    this.length = start;
    for (const byte of parser.literalString()) this.push(byte);
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }
}

/** Moves over an item of a line that is no string and says whether it is a shift that begins a new text. */
function isShift(parser: ObjectParser): boolean {
  const { bytes } = parser;
  let at = parser.position;
  if (bytes[at] === MINUS) at++;
  // Whole and decimal numbers in plain form are nearly all there is: they need no text of their own.
  const first = at;
  let value = 0;
  for (; isDigit(bytes[at]); at++) value = value * 10 + bytes[at]! - 0x30;
  if (bytes[at] === POINT) {
    at++;
    for (let unit = 0.1; isDigit(bytes[at]); at++, unit /= 10) value += (bytes[at]! - 0x30) * unit;
  }
  const end = bytes[at];
  if (at > first + 1 || isDigit(bytes[first])) {
    if (end === undefined || BYTE_KIND[end] !== 0) {
      parser.position = at;
      return value > SHIFT;
    }
  }
  const item = parser.object(false);
  return typeof item === 'number' && Math.abs(item) > SHIFT;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
