import { once } from 'node:events';

/** Writes to stdout and waits while the reader is slower than we are, so that a long output never piles up in memory. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Numbers for people: 12,345. */
export function count(value: number, noun: string): string {
  return `${String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${noun}${value === 1 ? '' : 's'}`;
}
