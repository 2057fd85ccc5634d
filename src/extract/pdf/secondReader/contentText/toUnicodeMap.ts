import { numeralsOf } from './numerals.js';
import { ObjectParser } from './objectParser.js';
import { isArray, NotUnderstood, type PdfObject } from './pdfObjects.js';

/** Entries of all ranges together. */
const MOST_CODES = 200_000;
const UTF16 = new TextDecoder('utf-16be');

/** What the codes of a font mean (ISO 32000-1, 9.10.3), as far as numbers go: code → numerals or OTHER. */
export function readToUnicode(data: Buffer): Map<number, string> {
  const map = new Map<number, string>();
  const parser = new ObjectParser(data);
  for (let word = nextOperator(parser); word !== ''; word = nextOperator(parser)) {
    if (word === 'usecmap') throw new NotUnderstood('a ToUnicode map that continues another');
    if (word === 'beginbfchar') readCharacters(parser, map);
    else if (word === 'beginbfrange') readRanges(parser, map);
  }
  return map;
}

/** Moves over operands to the next operator; empty at the end. */
function nextOperator(parser: ObjectParser): string {
  for (;;) {
    const word = parser.keyword();
    if (word !== '') return word;
    if (parser.position >= parser.bytes.length) return '';
    const byte = parser.bytes[parser.position];
    if (byte === 0x2f) parser.name();
    else if (byte === 0x28) parser.literalString();
    else if (byte === 0x3c && parser.bytes[parser.position + 1] === 0x3c) parser.position += 2;
    else if (byte === 0x3c) parser.hexString();
    else parser.position++;
  }
}

/** Whether the next token is a string or an array rather than the operator that ends a list. */
function goesOn(parser: ObjectParser): boolean {
  parser.skipBlanks();
  const byte = parser.bytes[parser.position];
  return byte === 0x3c || byte === 0x5b;
}

function readCharacters(parser: ObjectParser, map: Map<number, string>): void {
  while (goesOn(parser)) {
    const code = codeOf(parser.object());
    map.set(code, meaningOf(parser.object()));
    if (map.size > MOST_CODES) throw new NotUnderstood('a ToUnicode map without end');
  }
}

function readRanges(parser: ObjectParser, map: Map<number, string>): void {
  while (goesOn(parser)) {
    const first = codeOf(parser.object());
    const last = codeOf(parser.object());
    const target = parser.object();
    if (last - first > 0xffff || map.size + last - first > MOST_CODES) throw new NotUnderstood('a ToUnicode map without end');
    if (isArray(target)) for (const [i, one] of target.entries()) map.set(first + i, meaningOf(one));
    else {
      const bytes = Uint8Array.from(stringOf(target));
      const end = bytes.length - 1;
      const low = bytes[end] ?? 0;
      for (let code = first; code <= last; code++) {
        // Only the last byte counts up; where it would overflow, so does the one before it.
        const value = low + code - first;
        const counted = Uint8Array.from(bytes);
        counted[end] = value & 255;
        if (value > 255 && end > 0) counted[end - 1] = (bytes[end - 1]! + (value >> 8)) & 255;
        map.set(code, meaningOf(counted));
      }
    }
  }
}

function stringOf(object: PdfObject): Uint8Array {
  if (!(object instanceof Uint8Array)) throw new NotUnderstood('a damaged ToUnicode map');
  return object;
}

function codeOf(object: PdfObject): number {
  const bytes = stringOf(object);
  if (bytes.length > 4) throw new NotUnderstood('a code of more than four bytes');
  return bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function meaningOf(object: PdfObject): string {
  const bytes = stringOf(object);
  return numeralsOf(bytes.length === 1 ? String.fromCharCode(bytes[0]!) : UTF16.decode(bytes));
}
