import { BYTE_KIND, type ObjectParser } from './objectParser.js';

const BLANK = 0x20;
const IN_USE = 0x6e;
const FREE = 0x66;
const OFFSET_DIGITS = 10;
const NUMBER_DIGITS = 5;
const KIND_AT = OFFSET_DIGITS + NUMBER_DIGITS + 2;

/**
 * The entry of a cross-reference table at the parser's position, in the form that nearly all have (ten digits, five digits, n or f; ISO 32000-1, 7.5.4), without
 * a string for each part: a document has thousands. Moves over it and gives the offset of the object, null for a free entry; undefined, without moving over it, for any other form.
 */
export function plainEntry(parser: ObjectParser): number | null | undefined {
  parser.skipBlanks();
  const { bytes, position } = parser;
  const kind = bytes[position + KIND_AT];
  const after = bytes[position + KIND_AT + 1];
  if ((kind !== IN_USE && kind !== FREE) || (after !== undefined && BYTE_KIND[after] === 0)) return undefined;
  const offset = digits(bytes, position, OFFSET_DIGITS);
  const number = digits(bytes, position + OFFSET_DIGITS + 1, NUMBER_DIGITS);
  if (offset === undefined || number === undefined) return undefined;
  parser.position = position + KIND_AT + 1;
  return kind === IN_USE ? offset : null;
}

/** The number of `count` digits with a blank behind them; undefined where others stand there. */
function digits(bytes: Buffer, from: number, count: number): number | undefined {
  if (bytes[from + count] !== BLANK) return undefined;
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}
