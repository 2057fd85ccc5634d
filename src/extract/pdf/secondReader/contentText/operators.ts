import { skipToken } from './lexeme.js';
import type { ObjectParser } from './objectParser.js';

/** Operators that move to another place, so that what is shown next need not continue what was shown before. */
export const MOVES: ReadonlySet<number> = new Set(['Td', 'TD', 'Tm', 'T*', 'BT', 'ET', 'cm'].map(packed));
export const SHOW = packed('Tj');
export const SHOW_LINE = packed('TJ');
export const NEXT_LINE_AND_SHOW: ReadonlySet<number> = new Set(["'", '"'].map(packed));
export const SET_FONT = packed('Tf');
export const SET_STATE = packed('gs');
export const SAVE = packed('q');
export const RESTORE = packed('Q');
export const DRAW = packed('Do');
export const IMAGE_DATA = packed('ID');

/** The operator at the parser's position, packed, and moves over it; one of more than three bytes is none of interest. */
export function operatorAt(parser: ObjectParser): number {
  const { bytes, position } = parser;
  skipToken(parser);
  const length = parser.position - position;
  if (length > 3) return 0;
  return bytes[position]! | (length > 1 ? bytes[position + 1]! << 8 : 0) | (length > 2 ? bytes[position + 2]! << 16 : 0);
}

/** An operator as a number: its bytes, the first one lowest. */
function packed(operator: string): number {
  return Buffer.from(operator, 'latin1').reduce((code, byte, i) => code | (byte << (8 * i)), 0);
}
