import { errors } from './errors.js';

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
