import { errors } from './errors.js';

/** What `--no-second-reader` does, for the help of each command that has it. */
export const NO_SECOND_READER = 'do not compare the numbers of PDF pages with tables with those of a second, independent reader';

/** A year given on the command line. */
export function readYear(option: string, value: string): number {
  return readInteger(option, value, 1949, 2100);
}

/** A whole number between two bounds given on the command line. */
export function readInteger(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) throw errors.notInteger(option, least, most, value);
  return number;
}
