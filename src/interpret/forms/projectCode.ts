import type { Project } from '../../model/index.js';

/** The 31 characters of GB 32100 (no I, O, S, V, Z). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^([1-9]\d{5})(\d{2})([A-Z])(\d{11})([0-9A-Z])$/;
/** A project code printed before a name: 11000024T000002872278-绩效考评…. */
const BEFORE_NAME = /^([1-9]\d{7}[A-Z]\d{11}[0-9A-Z])[-—－–_]?(.+)$/s;

export interface ProjectCode {
  division: string | null;
  year: number | null;
  category: string | null;
  check: Project['code_check'];
}

/**
 * The check character of the first 20 characters: weights 3^(i-1) mod 31 as in GB 32100, constant 30 instead of 31. Derived from codes of one county,
 * so a difference is a warning and no proof of an error. Null where a character is outside the alphabet.
 */
export function checkCharacter(body: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const char of body) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(((30 - sum) % 31) + 31) % 31] ?? null;
}

/** The parts of a project code and what its check character says; codes of another shape are `unknown_form`. */
export function readProjectCode(code: string | null): ProjectCode {
  if (code === null) return { division: null, year: null, category: null, check: 'none' };
  const match = SHAPE.exec(code);
  if (match === null) return { division: null, year: null, category: null, check: 'unknown_form' };
  const [, division = '', year = '', category = '', , printed] = match;
  const expected = checkCharacter(code.slice(0, 20));
  return { division, year: 2000 + Number(year), category, check: expected === printed ? 'agrees' : 'conflict' };
}

/**
 * Whether the codes of a document have a check character at all: where every one ends in a digit and some disagree, the last digit belongs to
 * the serial number.
 */
export function hasCheckCharacters(codes: readonly string[]): boolean {
  const shaped = codes.filter((code) => SHAPE.test(code));
  return shaped.some((code) => /[A-Z]$/.test(code)) || shaped.every((code) => readProjectCode(code).check === 'agrees');
}

/** A name that starts with its project code, split; the code is null where there is none. */
export function splitCode(text: string): { code: string | null; name: string } {
  const match = BEFORE_NAME.exec(text);
  return match === null ? { code: null, name: text } : { code: match[1] ?? null, name: (match[2] ?? '').trim() };
}
