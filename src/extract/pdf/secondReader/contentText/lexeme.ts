import { BYTE_KIND, type ObjectParser } from './objectParser.js';

/** What begins with a byte: blanks, numbers and ends of what is not read, an operator that says nothing of text, and what has to be looked at. */
export const SKIPPED = 0;
export const UNIMPORTANT = 1;
const OPERATOR = 2;
export const NAME = 3;
export const TEXT = 4;
export const ANGLE = 5;
export const COMMENT = 6;
/** The bytes that the operators of operators.ts begin with. */
const OPERATOR_STARTS = `TBEDIQcgq'"`;
/** What begins with each byte. Content is mostly numbers: one look at a table passes them by. */
export const LEXEME = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (character === '/') return NAME;
  if (character === '(' || character === '[') return TEXT;
  if (character === '<') return ANGLE;
  if (character === '%') return COMMENT;
  if (BYTE_KIND[byte] !== 0 || /[-+.0-9]/.test(character)) return SKIPPED;
  return OPERATOR_STARTS.includes(character) ? OPERATOR : UNIMPORTANT;
});

/** Moves over a token that has begun. */
export function skipToken(parser: ObjectParser): void {
  const { bytes } = parser;
  let at = parser.position + 1;
  while (at < bytes.length && BYTE_KIND[bytes[at]!] === 0) at++;
  parser.position = at;
}
